import type { Box3, Vector3 } from 'three'

/** Numbers per edge in the array that {@link dimensionEdges} fills: from x y z, to x y z. */
export const EDGE_STRIDE = 6
/** Order of the edges. */
export const AXES = ['width', 'height', 'depth'] as const

/**
 * Where the three measures of a box are drawn: on the edges that face the camera, a little off the object, width and
 * depth low along the visible sides, height on the silhouette's outer edge. In metres, in the box's own space.
 *
 * @param gap distance of the lines from the box, metres
 * @param onWall the box hangs: its measures lie round its front instead of on the floor
 * @param heightSide which silhouette edge carried the height before (-1 or 1); kept until the other is clearly
 *   better, so that the line does not flicker from side to side
 * @param out 18 numbers: width, height, depth
 * @returns the side the height is on now
 */
export function dimensionEdges(
  { min, max }: Box3,
  camera: Vector3,
  gap: number,
  heightSide: number,
  out: Float32Array,
  onWall = false,
): number {
  if (onWall) return wallEdges(min, max, camera, gap, out)
  const toX = camera.x - (min.x + max.x) / 2
  const toZ = camera.z - (min.z + max.z) / 2
  const right = toX >= 0 ? max.x : min.x
  const signX = toX >= 0 ? 1 : -1
  const front = toZ >= 0 ? max.z : min.z
  const signZ = toZ >= 0 ? 1 : -1
  set(out, 0, min.x, min.y, front + signZ * gap, max.x, min.y, front + signZ * gap)
  set(out, 2, right + signX * gap, min.y, min.z, right + signX * gap, min.y, max.z)
  // The two silhouette edges: beside the front face, and beside the side face. The one beside the narrower face of
  // the picture leaves the wider face free.
  const frontShare = Math.abs(toZ) * (max.x - min.x)
  const sideShare = Math.abs(toX) * (max.z - min.z)
  const better = frontShare > sideShare ? -1 : 1
  const clear = Math.max(frontShare, sideShare) > 1.3 * Math.min(frontShare, sideShare)
  const side = heightSide === 0 || clear ? better : heightSide
  const x = side === 1 ? (toX >= 0 ? min.x : max.x) - signX * gap : right + signX * gap
  const z = side === 1 ? front + signZ * gap : (toZ >= 0 ? min.z : max.z) - signZ * gap
  set(out, 1, x, min.y, z, x, max.y, z)
  return side
}

function wallEdges(min: Vector3, max: Vector3, camera: Vector3, gap: number, out: Float32Array): number {
  const side = camera.x >= (min.x + max.x) / 2 ? 1 : -1
  const x = side === 1 ? max.x + gap : min.x - gap
  set(out, 0, min.x, min.y - gap, max.z, max.x, min.y - gap, max.z)
  set(out, 1, x, min.y, max.z, x, max.y, max.z)
  set(out, 2, x - side * gap, max.y + gap, min.z, x - side * gap, max.y + gap, max.z)
  return side
}

/** Distance of the lines from a box, metres. */
export function dimensionGap({ min, max }: Box3): number {
  return Math.max(max.x - min.x, max.y - min.y, max.z - min.z) * 0.06
}

/** Ends of all lines that can be drawn round a box, three numbers each, for framing. */
function dimensionReach(bounds: Box3, onWall: boolean): Float32Array {
  const { min, max } = bounds
  const gap = dimensionGap(bounds) * 1.5
  if (onWall) {
    const [left, right, low, high] = [min.x - gap, max.x + gap, min.y - gap, max.y + gap]
    return Float32Array.of(left, low, max.z, right, low, max.z, left, high, max.z, right, high, max.z)
  }
  const points: number[] = []
  for (const y of [min.y, max.y]) {
    points.push(min.x, y, min.z - gap, max.x, y, min.z - gap, min.x, y, max.z + gap, max.x, y, max.z + gap)
    points.push(min.x - gap, y, min.z, max.x + gap, y, min.z, min.x - gap, y, max.z, max.x + gap, y, max.z)
  }
  return Float32Array.from(points)
}

/** An outline (see `measure`) with the ends of all dimension lines there can be. */
export function withLines(outline: Float32Array, bounds: Box3, onWall: boolean): Float32Array {
  const lines = dimensionReach(bounds, onWall)
  const all = new Float32Array(outline.length + lines.length)
  all.set(outline)
  all.set(lines, outline.length)
  return all
}

function set(
  out: Float32Array,
  edge: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
): void {
  const at = edge * EDGE_STRIDE
  out[at] = ax
  out[at + 1] = ay
  out[at + 2] = az
  out[at + 3] = bx
  out[at + 4] = by
  out[at + 5] = bz
}
