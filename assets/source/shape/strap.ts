import type { Curve, Vector3 } from 'three'
import { Vector3 as Vector } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface StrapOptions {
  /** Metres across, at a share of the length. */
  readonly width: number | ((t: number) => number)
  readonly thickness: number
  /** Where its width points, at a share of the length; need not be square to the path. */
  readonly across: Vector3 | ((t: number) => Vector3)
  readonly rings?: number
  /** How the ends are cut: square, or to a half round as strap ends and tabs are. */
  readonly tips?: readonly ['square' | 'round', 'square' | 'round']
  /** Lines the rounding of an edge takes. */
  readonly corner?: number
}

/** A flat strip along a path, its edges rounded over: straps, tabs, welts, laces, ribbon. Texture: u across, v along. */
export function strap(along: Curve<Vector3>, options: StrapOptions): Mesh {
  const { thickness, rings = 12, tips = ['square', 'square'], corner = 1 } = options
  const width = (t: number) => (typeof options.width === 'number' ? options.width : options.width(t))
  const length = along.getLength()
  const stations: { s: number; share: number; thin: number }[] = []
  const end = (which: 0 | 1) => {
    const half = width(which) / 2
    const list =
      tips[which] === 'round'
        ? [0, 0.12, 0.35, 0.65, 1].map((d) => ({
            d: d * half,
            share: Math.sqrt(1 - (1 - d) ** 2),
            thin: d === 0 ? 0.6 : 1,
          }))
        : [
            { d: 0, share: 1, thin: 0.55 },
            { d: thickness * 0.3, share: 1, thin: 1 },
          ]
    return list.map(({ d, share, thin }) => ({ s: which === 0 ? d : length - d, share, thin }))
  }
  const start = end(0)
  const stop = end(1).reverse()
  const from = start[start.length - 1]?.s ?? 0
  const to = stop[0]?.s ?? length
  stations.push(...start)
  for (let k = 1; k < rings; k++) stations.push({ s: from + ((to - from) * k) / rings, share: 1, thin: 1 })
  stations.push(...stop)

  const columns = 4 * (corner + 1)
  const frames = stations.map(({ s, share, thin }) => {
    const t = Math.min(1, Math.max(0, s / length))
    const tangent = along.getTangentAt(t)
    const wanted = typeof options.across === 'function' ? options.across(t) : options.across
    const normal = new Vector().crossVectors(tangent, wanted).normalize()
    return {
      s,
      centre: along.getPointAt(t),
      across: new Vector().crossVectors(normal, tangent),
      normal,
      half: (width(t) / 2) * share,
      high: (thickness / 2) * thin,
    }
  })
  const edge = (half: number, high: number, k: number): readonly [number, number] => {
    const radius = Math.min(high * 0.9, half)
    const quarter = Math.floor(k / (corner + 1)) % 4
    const share = corner === 0 ? 0.5 : (k % (corner + 1)) / corner
    const angle = ((quarter - 1 + share) * Math.PI) / 2
    return [
      (quarter < 2 ? 1 : -1) * (half - radius) + Math.cos(angle) * radius,
      (quarter === 1 || quarter === 2 ? 1 : -1) * (high - radius) + Math.sin(angle) * radius,
    ]
  }
  const mesh = new Mesh()
  const place = (j: number, k: number, share = 1) => {
    const { s, centre, across, normal, half, high } = frames[j] as (typeof frames)[number]
    const [a, b] = edge(half, high, k % columns)
    const point = centre
      .clone()
      .addScaledVector(across, a * share)
      .addScaledVector(normal, b * share)
    return { x: point.x, y: point.y, z: point.z, u: a + b * 0.3, v: s }
  }
  mesh.grid(columns, frames.length - 1, (i, j) => place(j, i))
  mesh.grid(columns, 1, (i, j) => place(0, i, j))
  mesh.grid(columns, 1, (i, j) => place(frames.length - 1, i, 1 - j))
  return smoothNormals(mesh, 50)
}
