import type { Point } from './head-frame'
import { quadTriangles } from './part'
import type { PersonShape } from './person-shape'
import type { Region } from './regions'

/** Segments where a mesh crosses a plane. */
export type Slice = readonly (readonly [Point, Point])[]

/** Cuts a shape at rest along a plane (points with normal · p = offset). */
export function slice(
  { positions: { rest }, quads }: PersonShape,
  { normal, offset }: { readonly normal: Point; readonly offset: number },
  among: readonly Region[],
): Slice {
  const segments: [Point, Point][] = []
  const side = (vertex: number) =>
    (rest[vertex * 3] ?? 0) * normal[0] +
    (rest[vertex * 3 + 1] ?? 0) * normal[1] +
    (rest[vertex * 3 + 2] ?? 0) * normal[2] -
    offset
  for (const { quad, region } of quads) {
    if (!among.includes(region)) continue
    const triangles = quadTriangles(quad.corners)
    for (const corners of [triangles.slice(0, 3), triangles.slice(3)]) {
      const ends: Point[] = []
      corners.forEach((a, k) => {
        const b = corners[(k + 1) % 3] ?? a
        const [da, db] = [side(a), side(b)]
        if (da < 0 === db < 0) return
        const t = da / (da - db)
        ends.push(
          [0, 1, 2].map((axis) => {
            const from = rest[a * 3 + axis] ?? 0
            return from + ((rest[b * 3 + axis] ?? 0) - from) * t
          }) as Point,
        )
      })
      const [first, second] = ends
      if (first && second) segments.push([first, second])
    }
  }
  return segments
}
