import { random } from '../texture/noise'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export type Axis = 'x' | 'y' | 'z'

export interface BoardOptions {
  /** Sizes along X, Y and Z, metres. */
  readonly size: readonly [number, number, number]
  /** Middle of the board. */
  readonly centre?: readonly [number, number, number]
  /** Rounding of every edge, metres. */
  readonly radius: number
  /** Where the grain runs. */
  readonly grain: Axis
  /** Glued up from so many staves, side by side along an axis across the grain; one solid board unless told. */
  readonly staves?: { readonly along: Axis; readonly count: number }
  /** Lines the rounding of half an edge. */
  readonly soft?: number
  /** Largest distance between vertices on the flats, metres: occlusion needs them. */
  readonly cell?: number
  /** Which plank it was cut from. */
  readonly seed: number
}

const AXES: readonly Axis[] = ['x', 'y', 'z']
/** End grain: pores seen end on are dots, so the texture is squeezed along the grain. */
const END_GRAIN = 0.14

interface Line {
  readonly at: number
  readonly stave: number
}

/**
 * A board with rounded edges, vertices all over its flats, grain along one axis and end grain on its ends. Wide boards are glued
 * up from staves, each with its own run of grain, as joiners do. Returned with normals; call `smoothNormals` again after bending it.
 */
export function board(options: BoardOptions): Mesh {
  const { size, centre = [0, 0, 0], radius, grain, staves, soft = 2, cell = 0.08, seed } = options
  const along = AXES.indexOf(grain)
  const staveAxis = staves ? AXES.indexOf(staves.along) : -1
  const half = size.map((s) => s / 2) as [number, number, number]
  const next = random(seed * 7919 + 17)
  const shifts = Array.from({ length: staves?.count ?? 1 }, () => [next() * 0.24, next() * 0.96] as const)
  const last = shifts.length - 1

  /** Where vertices lie along an axis, in the coordinates of a cube before its edges are rounded. */
  const lines = half.map((h, axis) => {
    const flat = h - radius
    const out: Line[] = []
    const bend = (f: number) => radius * Math.tan(((f / soft) * Math.PI) / 4)
    const count = axis === staveAxis ? shifts.length : 1
    for (let f = soft; f >= 1; f--) out.push({ at: -flat - bend(f), stave: 0 })
    for (let stave = 0; stave < count; stave++) {
      const from = stave === 0 ? -flat : -h + (2 * h * stave) / count
      const to = stave === count - 1 ? flat : -h + (2 * h * (stave + 1)) / count
      const cells = Math.max(1, Math.round((to - from) / cell))
      for (let k = 0; k <= cells; k++) out.push({ at: from + ((to - from) * k) / cells, stave })
    }
    for (let f = 1; f <= soft; f++) out.push({ at: flat + bend(f), stave: count - 1 })
    return out
  })

  const [a, b] = [0, 1, 2].filter((axis) => axis !== along) as [0 | 1 | 2, 0 | 1 | 2]
  const mesh = new Mesh()
  for (const normal of [0, 1, 2] as const) {
    for (const sign of [1, -1] as const) {
      const first = ((normal + (sign === 1 ? 1 : 2)) % 3) as 0 | 1 | 2
      const second = ((normal + (sign === 1 ? 2 : 1)) % 3) as 0 | 1 | 2
      const columns = lines[first] as Line[]
      const rows = lines[second] as Line[]
      mesh.grid(columns.length - 1, rows.length - 1, (i, j) => {
        const column = columns[i] as Line
        const row = rows[j] as Line
        const inner: [number, number, number] = [0, 0, 0]
        const out: [number, number, number] = [0, 0, 0]
        inner[normal] = sign * (half[normal] - radius)
        out[normal] = sign * radius
        for (const [axis, at] of [
          [first, column.at],
          [second, row.at],
        ] as const) {
          const flat = half[axis] - radius
          inner[axis] = Math.max(-flat, Math.min(flat, at))
          out[axis] = at - inner[axis]
        }
        const scale = radius / Math.hypot(...out)
        const point = inner.map((value, axis) => value + (out[axis] as number) * scale) as [
          number,
          number,
          number,
        ]
        const stave =
          staveAxis < 0
            ? 0
            : staveAxis === first
              ? column.stave
              : staveAxis === second
                ? row.stave
                : sign === 1
                  ? last
                  : 0
        const [du, dv] = shifts[stave] as readonly [number, number]
        // Round the section, so that the grain turns over the edges.
        const [pa, pb] = [point[a], point[b]]
        let u = pa
        let v = point[along] as number
        if (normal === along) v = pb * END_GRAIN
        else if (normal === a) u = sign === 1 ? pb : half[b] * 2 + half[a] * 2 - pb
        else u = sign === 1 ? half[b] + half[a] - pa : -half[b] - half[a] + pa
        return {
          x: point[0] + centre[0],
          y: point[1] + centre[1],
          z: point[2] + centre[2],
          u: u + du,
          v: v + dv,
        }
      })
    }
  }
  return smoothNormals(mesh)
}
