import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface ShadeOptions {
  /** Outer radius at the lower and the upper rim, metres. */
  readonly lower: number
  readonly upper: number
  /** Heights of the rims. */
  readonly from: number
  readonly to: number
  readonly pleats: number
  /** How deep a pleat folds. */
  readonly depth: number
}

const ROWS = 4

/**
 * A pleated cone of paper with thickness: outer and inner walls, rims bound with a turned-over strip. Its texture runs once from the
 * lower rim to the upper (v = 0..1 of the slant) and u along the circumference, metres.
 */
export function shade({ lower, upper, from, to, pleats, depth }: ShadeOptions): Mesh {
  const paper = 0.0012
  const slant = Math.hypot(to - from, lower - upper)
  const columns = pleats * 4
  const wall = (inner: boolean) =>
    new Mesh().grid(columns, ROWS, (i, j) => {
      const t = inner ? 1 - j / ROWS : j / ROWS
      const fold = [0, 0.5, 1, 0.5][i % 4] as number
      const angle = ((i % columns) / columns) * Math.PI * 2
      // A slight belly: paper under tension between its rims.
      const line = lower + (upper - lower) * t - Math.sin(Math.PI * t) * 0.004
      const radius = line - 0.0015 - fold * depth - (inner ? paper : 0)
      return {
        x: Math.sin(angle) * radius,
        y: from + 0.004 + (to - from - 0.008) * t,
        z: Math.cos(angle) * radius,
        u: (i / columns) * Math.PI * 2 * lower,
        v: slant * (1 - t),
      }
    })
  const mesh = new Mesh()
  mesh.append(smoothNormals(wall(false), 20))
  mesh.append(smoothNormals(wall(true), 20))
  mesh.append(binding(lower, from, slant, depth, 0.99 * slant))
  mesh.append(binding(upper, to - 0.009, slant, depth, 0.01 * slant))
  return mesh
}

/** The strip that binds a rim: a flat ring with rounded edges, as deep as the pleats. */
function binding(radius: number, y: number, _slant: number, depth: number, v: number): Mesh {
  const inner = radius - depth - 0.004
  const height = 0.009
  const soft = 0.0012
  const section: readonly (readonly [number, number])[] = [
    [inner, y + soft],
    [inner + soft, y],
    [radius - soft, y],
    [radius, y + soft],
    [radius, y + height - soft],
    [radius - soft, y + height],
    [inner + soft, y + height],
    [inner, y + height - soft],
    [inner, y + soft],
  ]
  return smoothNormals(
    new Mesh().grid(96, section.length - 1, (i, j) => {
      const [r, h] = section[j] as readonly [number, number]
      const angle = ((i % 96) / 96) * Math.PI * 2
      return { x: Math.sin(angle) * r, y: h, z: Math.cos(angle) * r, u: (i / 96) * Math.PI * 2 * radius, v }
    }),
    50,
  )
}
