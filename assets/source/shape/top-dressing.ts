import { Matrix4 } from 'three'
import { fractalNoise, random } from '../texture/noise'
import { at, Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface TopDressingOptions {
  /** Radius of the pot where it lies, and its height there, metres. */
  readonly radius: number
  readonly height: number
  /** Stones or crumbs strewn over it: how many, and the radius of the smallest and largest. */
  readonly count: number
  readonly grain: readonly [number, number]
  readonly seed: number
}

const BED = { columns: 40, rows: 10 }
const BED_VERTICES = (BED.columns + 1) * (BED.rows + 1)
const STONE = { columns: 6, rows: 4 }
const STONE_VERTICES = (STONE.columns + 1) * (STONE.rows + 1)

/** What lies on top of a pot: a bed that heaves a little and rises to the middle, strewn with stones, no two alike. */
export function topDressing({ radius, height, count, grain, seed }: TopDressingOptions): Mesh {
  const heave = fractalNoise(seed, 5, 5, 3)
  const bedAt = (x: number, z: number) =>
    height +
    0.006 * (1 - (Math.hypot(x, z) / radius) ** 2) +
    heave(x / radius / 2 + 0.5, z / radius / 2 + 0.5) * 0.0028
  const bed = new Mesh().grid(BED.columns, BED.rows, (i, j) => {
    const angle = ((i % BED.columns) / BED.columns) * Math.PI * 2
    const reach = radius * (1 - j / BED.rows)
    const [x, z] = [Math.sin(angle) * reach, Math.cos(angle) * reach]
    return { x, y: bedAt(x, z), z, u: x, v: z }
  })
  const dressing = new Mesh().append(smoothNormals(bed, 180))
  const next = random(seed + 1)
  for (let n = 0; n < count; n++) {
    const angle = next() * Math.PI * 2
    const size = grain[0] + (grain[1] - grain[0]) * next() ** 2
    const reach = Math.sqrt(next()) * (radius - size * 0.8)
    const [x, z] = [Math.sin(angle) * reach, Math.cos(angle) * reach]
    const seat = new Matrix4()
      .makeTranslation(x, bedAt(x, z) + size * 0.12, z)
      .multiply(new Matrix4().makeRotationY(next() * 6))
      .multiply(new Matrix4().makeRotationX((next() - 0.5) * 0.8))
      .multiply(new Matrix4().makeScale(size, size * (0.55 + next() * 0.3), size * (0.65 + next() * 0.35)))
    dressing.append(stone(next), seat, [next(), next()])
  }
  return dressing
}

/** Gives each stone a shade of its own; after the occlusion bake. `depth` 0..1: how dark the darkest is. */
export function shadeStones(dressing: Mesh, depth: number, seed: number): void {
  const next = random(seed)
  let tone = 1
  for (let i = BED_VERTICES; i < dressing.occlusion.length; i++) {
    if ((i - BED_VERTICES) % STONE_VERTICES === 0) tone = 1 - depth * next()
    dressing.occlusion[i] = at(dressing.occlusion, i) * tone
  }
}

/** A pebble of radius one with knocked-off corners. */
function stone(next: () => number): Mesh {
  const bumps = Array.from({ length: 18 }, () => 0.82 + next() * 0.3)
  return smoothNormals(
    new Mesh().grid(STONE.columns, STONE.rows, (i, j) => {
      const angle = ((i % 6) / 6) * Math.PI * 2 + j * 0.3
      const rise = -Math.PI / 2 + (j / 4) * Math.PI
      const bump = j === 0 || j === 4 ? 0.9 : (bumps[(j - 1) * 6 + (i % 6)] ?? 1)
      return {
        x: Math.sin(angle) * Math.cos(rise) * bump,
        y: Math.sin(rise) * bump,
        z: Math.cos(angle) * Math.cos(rise) * bump,
        u: (i / 6) * 0.03,
        v: (j / 4) * 0.015,
      }
    }),
    70,
  )
}
