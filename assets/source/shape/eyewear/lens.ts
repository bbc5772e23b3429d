import { Vector2, Vector3 } from 'three'
import { Mesh } from '../mesh'
import { directions, type Form } from './form'
import { type Contour, offset } from './silhouette'

export interface LensOptions {
  readonly outline: Contour
  /** How far the lens reaches into the groove of its rim, metres; below 0 it stays inside the outline. */
  readonly groove: number
  /** Middle thickness, metres. */
  readonly thickness: number
  readonly form: Form
  /** Rings of vertices from the edge to the middle. */
  readonly rings?: number
  /** Whether its edge is polished and shows: rimless lenses. */
  readonly edge?: boolean
  /** Middle of the lens in the drawing. */
  readonly centre?: Vector2
}

/**
 * A lens: two curved faces and, where it shows, the edge between. Texture: metres in the drawing's x and y; with an edge, u is a
 * quarter on the faces and three quarters on the edge, which is darker than the faces, for it gathers light from all over the lens.
 */
export function lens({
  outline,
  groove,
  thickness,
  form,
  rings = 4,
  edge = false,
  centre = outline.points.reduce((sum, p) => sum.add(p), new Vector2()).divideScalar(outline.points.length),
}: LensOptions): Mesh {
  const rim = offset(outline, groove)
  const n = rim.length
  const mesh = new Mesh()
  const polish = edge ? 0.0002 : 0
  const face = offset(outline, groove - polish)
  const vertex = (x: number, y: number, d: number, normal: Vector3, share = 0.25) => {
    const place = form(x, y, d)
    mesh.normals.push(normal.x, normal.y, normal.z)
    return { x: place.x, y: place.y, z: place.z, u: edge ? share : x, v: edge ? 0.5 : y }
  }
  for (const side of [1, -1] as const) {
    const d = side === 1 ? thickness : 0
    mesh.grid(n, rings, (i, j) => {
      const share = side === 1 ? 1 - j / rings : j / rings
      const towards = face[i % n] as Vector2
      const x = centre.x + (towards.x - centre.x) * share
      const y = centre.y + (towards.y - centre.y) * share
      return vertex(x, y, d, directions(form, x, y, d).out.multiplyScalar(side))
    })
  }
  if (edge) {
    const stations = [
      { inset: polish, d: 0, lean: -1.2 },
      { inset: 0, d: polish, lean: -0.5 },
      { inset: 0, d: thickness - polish, lean: 0.5 },
      { inset: polish, d: thickness, lean: 1.2 },
    ]
    mesh.grid(n, stations.length - 1, (i, j) => {
      const { inset, d, lean } = stations[j] as (typeof stations)[number]
      const out = outline.normals[i % n] as Vector2
      const { x, y } = (rim[i % n] as Vector2).clone().addScaledVector(out, -inset)
      const at = directions(form, x, y, d)
      const normal = new Vector3()
        .addScaledVector(at.across, out.x * Math.cos(lean))
        .addScaledVector(at.up, out.y * Math.cos(lean))
        .addScaledVector(at.out, Math.sin(lean))
      return vertex(x, y, d, normal.normalize(), 0.75)
    })
  }
  return mesh
}
