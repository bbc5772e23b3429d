import { ShapeUtils, Vector2, Vector3 } from 'three'
import { Mesh } from '../mesh'
import { directions, type Form } from './form'
import { type Contour, offset } from './silhouette'

export interface PlateOptions {
  readonly outer: Contour
  /** Counter-clockwise, as lenses are drawn. */
  readonly holes?: readonly Contour[]
  /** Metres out of the lenses' backs: where the plate begins and ends. */
  readonly back: number
  readonly front: number
  /** Rounding of the edges at the back and at the front. */
  readonly bevel: readonly [number, number]
  /** Lines a rounded edge. */
  readonly arc?: number
  readonly form: Form
}

/**
 * Sheet cut to a drawing, its edges rounded over, then bent: an acetate front, a brow, a lens with a polished edge. Normals come from
 * the bend itself, so that gloss has no facets. Texture: the drawing's own x and y, sheared by depth, so that the pattern goes
 * through the thickness as it does in cast sheet.
 */
export function plate({ outer, holes = [], back, front, bevel, arc = 3, form }: PlateOptions): Mesh {
  const mesh = new Mesh()
  const vertex = (point: Vector2, sideways: Vector2, lean: number, d: number) => {
    const { x, y } = point
    const { across, up, out } = directions(form, x, y, d)
    const flat = Math.cos(lean)
    const normal = new Vector3()
      .addScaledVector(across, sideways.x * flat)
      .addScaledVector(up, sideways.y * flat)
      .addScaledVector(out, Math.sin(lean))
      .normalize()
    mesh.normals.push(normal.x, normal.y, normal.z)
    const place = form(x, y, d)
    return { x: place.x, y: place.y, z: place.z, u: x + d * 0.4, v: y + d * 0.6 }
  }

  const [behind, before] = bevel
  const stations = [
    ...Array.from({ length: arc + 1 }, (_, k) => {
      const lean = -Math.PI / 2 + ((k / arc) * Math.PI) / 2
      return { lean, inset: behind * (1 - Math.cos(lean)), d: back + behind * (1 + Math.sin(lean)) }
    }),
    ...Array.from({ length: arc + 1 }, (_, k) => {
      const lean = ((k / arc) * Math.PI) / 2
      return { lean, inset: before * (1 - Math.cos(lean)), d: front - before * (1 - Math.sin(lean)) }
    }),
  ]
  const wall = ({ points, normals }: Contour, solid: 1 | -1) => {
    const n = points.length
    mesh.grid(n, stations.length - 1, (i, j) => {
      // A hole is walked the other way round, so that its outside is its middle.
      const k = (solid === 1 ? i : n - (i % n)) % n
      const { lean, inset, d } = stations[j] as (typeof stations)[number]
      const out = (normals[k] as Vector2).clone().multiplyScalar(solid)
      return vertex((points[k] as Vector2).clone().addScaledVector(out, -inset), out, lean, d)
    })
  }
  wall(outer, 1)
  for (const hole of holes) wall(hole, -1)

  for (const [d, inset, lean] of [
    [front, before, Math.PI / 2],
    [back, behind, -Math.PI / 2],
  ] as const) {
    const rings = [offset(outer, -inset), ...holes.map((hole) => offset(hole, inset).reverse())]
    const [edge = [], ...openings] = rings
    const first = mesh.vertexCount
    for (const point of rings.flat()) {
      const { x, y, z, u, v } = vertex(point, new Vector2(), lean, d)
      mesh.vertex(x, y, z, u, v)
    }
    for (const [a = 0, b = 0, c = 0] of ShapeUtils.triangulateShape(edge, openings)) {
      if (lean > 0) mesh.triangle(first + a, first + b, first + c)
      else mesh.triangle(first + a, first + c, first + b)
    }
  }
  return mesh
}
