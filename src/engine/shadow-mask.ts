import { Mesh, type Object3D, Vector3 } from 'three'

/** Cells along each side of the mask. */
export const MASK_SIZE = 128

/**
 * Fills a mask with the soft shadow an object casts on the plane it touches, light coming from everywhere.
 *
 * The object is rasterised along the plane's normal into a map of its lowest heights; what is close to the plane
 * darkens it sharply (contact), what is higher darkens it widely and weakly (ambient). Both are blurred. On the CPU:
 * a few milliseconds, no shader to compile, and nothing to draw again after a lost context.
 *
 * @param mask `MASK_SIZE`² bytes, 0 no shadow, 255 black
 * @param project writes a vertex (world space, metres) as (column, row, height in metres) into the vector it is given
 * @param reach height in metres over which the ambient part fades
 * @param ambience how much of the ambient part there is, 0 to 1: a flat thing hides little of the sky
 */
export function castShadow(
  root: Object3D,
  mask: Uint8ClampedArray,
  project: (vertex: Vector3) => void,
  reach: number,
  ambience: number,
): void {
  const heights = new Float32Array(MASK_SIZE * MASK_SIZE).fill(Infinity)
  root.updateWorldMatrix(true, true)
  root.traverse((mesh) => {
    if (mesh instanceof Mesh) rasterise(mesh, heights, project)
  })
  const contact = new Float32Array(heights.length)
  const ambient = new Float32Array(heights.length)
  for (let i = 0; i < heights.length; i++) {
    const height = Math.max(0, heights[i] ?? 0)
    if (height === Infinity) continue
    contact[i] = Math.exp(-height / (reach * 0.06))
    ambient[i] = Math.exp(-height / reach)
  }
  const scratch = new Float32Array(heights.length)
  for (let pass = 0; pass < 3; pass++) {
    blur(contact, scratch, 1)
    blur(ambient, scratch, 6)
  }
  for (let i = 0; i < mask.length; i++) {
    const light =
      (1 - 0.52 * (0.4 + 0.6 * ambience) * (contact[i] ?? 0)) * (1 - 0.42 * ambience * (ambient[i] ?? 0))
    mask[i] = 255 * (1 - light)
  }
}

const vertex = new Vector3()

function rasterise(mesh: Mesh, heights: Float32Array, project: (vertex: Vector3) => void): void {
  const position = mesh.geometry.getAttribute('position')
  if (!position) return
  const points = new Float32Array(position.count * 3)
  for (let i = 0; i < position.count; i++) {
    mesh.getVertexPosition(i, vertex)
    vertex.applyMatrix4(mesh.matrixWorld)
    project(vertex)
    vertex.toArray(points, i * 3)
  }
  const index = mesh.geometry.index
  const count = index ? index.count : position.count
  for (let i = 0; i + 2 < count; i += 3) {
    const a = index ? index.getX(i) : i
    const b = index ? index.getX(i + 1) : i + 1
    const c = index ? index.getX(i + 2) : i + 2
    triangle(points, a * 3, b * 3, c * 3, heights)
  }
}

function triangle(points: Float32Array, a: number, b: number, c: number, heights: Float32Array): void {
  const ax = points[a] as number
  const ay = points[a + 1] as number
  const az = points[a + 2] as number
  const bx = points[b] as number
  const by = points[b + 1] as number
  const bz = points[b + 2] as number
  const cx = points[c] as number
  const cy = points[c + 1] as number
  const cz = points[c + 2] as number
  // Triangles smaller than a cell would slip between the cells' middles: their corners count.
  lower(heights, ax | 0, ay | 0, az)
  lower(heights, bx | 0, by | 0, bz)
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (Math.abs(area) < 0.5) return
  const left = Math.max(0, Math.floor(Math.min(ax, bx, cx)))
  const right = Math.min(MASK_SIZE - 1, Math.ceil(Math.max(ax, bx, cx)))
  const top = Math.max(0, Math.floor(Math.min(ay, by, cy)))
  const bottom = Math.min(MASK_SIZE - 1, Math.ceil(Math.max(ay, by, cy)))
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const x = column + 0.5
      const y = row + 0.5
      const u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area
      const v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area
      if (u < 0 || v < 0 || u + v > 1) continue
      lower(heights, column, row, u * az + v * bz + (1 - u - v) * cz)
    }
  }
}

function lower(heights: Float32Array, column: number, row: number, height: number): void {
  if (column < 0 || row < 0 || column >= MASK_SIZE || row >= MASK_SIZE) return
  const at = row * MASK_SIZE + column
  if (height < (heights[at] as number)) heights[at] = height
}

/** Box blur along rows then columns, by a running sum; three of them make a near Gaussian. */
function blur(values: Float32Array, scratch: Float32Array, radius: number): void {
  blurLines(values, scratch, radius, 1, MASK_SIZE)
  blurLines(scratch, values, radius, MASK_SIZE, 1)
}

function blurLines(from: Float32Array, to: Float32Array, radius: number, step: number, line: number): void {
  const scale = 1 / (2 * radius + 1)
  for (let l = 0; l < MASK_SIZE; l++) {
    const start = l * line
    let sum = 0
    for (let i = 0; i < radius; i++) sum += from[start + i * step] as number
    for (let i = 0; i < MASK_SIZE; i++) {
      if (i + radius < MASK_SIZE) sum += from[start + (i + radius) * step] as number
      if (i - radius - 1 >= 0) sum -= from[start + (i - radius - 1) * step] as number
      to[start + i * step] = sum * scale
    }
  }
}
