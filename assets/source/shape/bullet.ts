import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface BulletOptions {
  readonly radius: number
  /** Height it comes out of its cup, and of the middle of its cut, metres. */
  readonly from: number
  readonly cut: number
}

/** Rise of the cut over its run. */
const SLOPE = 1.25
const AROUND = 72

/** A lipstick's bullet as it comes from the mould: a rod, cut aslant towards the front, a fine edge round the cut, its tip drawn in. */
export function bullet({ radius, from, cut }: BulletOptions): Mesh {
  /** The rod draws in above the middle of the cut. */
  const girth = (y: number) => radius * (1 - 0.16 * (Math.max(0, y - cut) / (radius * SLOPE)) ** 2.2)
  const rim = Array.from({ length: AROUND }, (_, i) => {
    const angle = (i / AROUND) * Math.PI * 2
    let y = cut
    for (let n = 0; n < 20; n++) y = (y + cut - SLOPE * girth(y) * Math.cos(angle)) / 2
    return { angle, y, reach: girth(y) }
  })
  const sides = 14
  const edge = 3
  const face = 7
  const bevel = 0.0004
  const mesh = new Mesh().grid(AROUND, sides + edge + face, (i, j) => {
    const { angle, y, reach } = rim[i % AROUND] as (typeof rim)[number]
    const [s, c] = [Math.sin(angle), Math.cos(angle)]
    const at = (r: number, height: number) => ({
      x: s * r,
      y: height,
      z: c * r,
      u: angle * radius,
      v: height,
    })
    if (j <= sides) {
      const height = from + (y - bevel - from) * (j / sides)
      return at(girth(height), height)
    }
    // Across the cut the surface swells by a tenth of a millimetre: it was poured, not sawn.
    const share =
      j <= sides + edge
        ? 1 - (bevel / radius) * ((j - sides) / edge)
        : (1 - bevel / radius) * (1 - (j - sides - edge) / face)
    const soft = j <= sides + edge ? bevel * 0.5 * (1 - (j - sides) / edge) ** 2 : 0
    return at(reach * share, cut + (y - cut) * share - soft + 0.0001 * (1 - share * share))
  })
  return smoothNormals(mesh, 75)
}
