import { ShapeUtils, Vector2 } from 'three'
import { Mesh } from './mesh'
import { outline } from './profile'
import { refine } from './refine'
import { smoothNormals } from './smooth-normals'

export interface PrismOptions {
  /** Along Z, metres; the prism lies from -depth / 2 to depth / 2. */
  readonly depth: number
  /** Rounding of the edges between sides and ends. */
  readonly bevel: number
  /** Lines the rounding is made of. */
  readonly steps?: number
  /** Openings through the prism, clockwise. */
  readonly holes?: readonly (readonly Vector2[])[]
  /** Longest triangle edge, so that baked shade has vertices to live in. */
  readonly fine?: number
  /** Whether the end at -Z is closed; not where it lies inside another part. */
  readonly back?: boolean
  readonly crease?: number
  /** Which way v, hence wood grain, runs on the sides. */
  readonly grain?: 'depth' | 'outline'
}

/** A closed outline in the XY plane (counter-clockwise) pulled along Z, its edges rounded: plates, cheeks, housings. Texture: u along the outline, v along Z; x, -y on the ends. */
export function prism(contour: readonly Vector2[], options: PrismOptions): Mesh {
  const { depth, bevel, steps = 3, holes = [], fine, back = true, crease = 40, grain = 'depth' } = options
  const stations: { z: number; inset: number }[] = []
  for (let k = 0; k <= steps; k++) {
    const angle = (k / steps) * (Math.PI / 2)
    stations.push({ z: -depth / 2 + bevel * (1 - Math.sin(angle)), inset: bevel * (1 - Math.cos(angle)) })
  }
  stations.reverse()
  const rings = [...stations, ...stations.map(({ z, inset }) => ({ z: -z, inset })).reverse()]
  const mesh = new Mesh()
  for (const loop of [contour, ...holes]) {
    const around = loop.map((point, k) => ({ point, out: outwards(loop, k) }))
    const run = [0]
    for (let k = 1; k <= loop.length; k++) {
      const here = loop[k % loop.length] as Vector2
      run.push((run[k - 1] ?? 0) + here.distanceTo(loop[k - 1] as Vector2))
    }
    mesh.grid(loop.length, rings.length - 1, (i, j) => {
      const { point, out } = around[i % loop.length] as (typeof around)[number]
      const { z, inset } = rings[j] as (typeof rings)[number]
      return {
        x: point.x - out.x * inset,
        y: point.y - out.y * inset,
        z,
        ...(grain === 'depth' ? { u: run[i] ?? 0, v: z } : { u: -z, v: run[i] ?? 0 }),
      }
    })
  }
  const shrink = (loop: readonly Vector2[]) =>
    loop.map((point, k) => point.clone().addScaledVector(outwards(loop, k), -bevel))
  const face = shrink(contour)
  const openings = holes.map(shrink)
  const points = [face, ...openings].flat()
  const triangles = ShapeUtils.triangulateShape(
    [...face],
    openings.map((loop) => [...loop]),
  )
  for (const side of back ? [-1, 1] : [1]) {
    const first = mesh.vertexCount
    for (const { x, y } of points) mesh.vertex(x, y, (side * depth) / 2, x * side, -y)
    for (const [a, b, c] of triangles as [number, number, number][]) {
      if (side === 1) mesh.triangle(first + a, first + b, first + c)
      else mesh.triangle(first + a, first + c, first + b)
    }
  }
  if (fine) refine(mesh, fine)
  return smoothNormals(mesh, crease)
}

/** The mitred outward direction at a corner of a loop: as long as keeps both sides equally far. */
function outwards(loop: readonly Vector2[], k: number): Vector2 {
  const before = loop[(k + loop.length - 1) % loop.length] as Vector2
  const here = loop[k] as Vector2
  const after = loop[(k + 1) % loop.length] as Vector2
  const a = here.clone().sub(before).normalize()
  const b = after.clone().sub(here).normalize()
  const sum = new Vector2(a.y + b.y, -a.x - b.x).normalize()
  return sum.divideScalar(Math.max(0.5, sum.dot(new Vector2(a.y, -a.x))))
}

/** A rectangle about a point with rounded corners as a loop, counter-clockwise unless `hole`. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fillet: number,
  { arc = 5, hole = false } = {},
): Vector2[] {
  const [w, h] = [width / 2, height / 2]
  const loop = outline(
    [
      { x: x - w, y: y - h, fillet },
      { x: x + w, y: y - h, fillet },
      { x: x + w, y: y + h, fillet },
      { x: x - w, y: y + h, fillet },
    ],
    true,
    arc,
  )
  return hole ? loop.reverse() : loop
}

/** A circle as a loop, counter-clockwise unless `hole`. */
export function circle(x: number, y: number, radius: number, segments: number, hole = false): Vector2[] {
  return Array.from({ length: segments }, (_, k) => {
    const angle = ((hole ? -k : k) / segments) * Math.PI * 2
    return new Vector2(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius)
  })
}
