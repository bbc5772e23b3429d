import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { leather as hide, LEATHER_TILE } from '../texture/leather'
import { once } from './once'

export interface LeatherFinish {
  /** Multiplies the texture's roughness (0.66 on the grain, 0.86 in its valleys): 1 dry, 0.6 waxed and brushed. */
  readonly roughness?: number
  /** How deep the grain shows: 1 full-grain, 0.35 a smooth, plated calf. */
  readonly grain?: number
  /** Size of the grain: 1 a cow's side, 0.6 calf. */
  readonly fineness?: number
  /** Covered by a pigment coat: one even colour, no shade in the valleys. */
  readonly even?: boolean
}

const grained = once(hide)
/** Mean of the hide's own colour, linear. */
const PALE = 0.75

/** Full-grain leather dyed in a colour (sRGB `#rrggbb`). */
export function leather(name: string, dye: string, finish: LeatherFinish = {}): Surface {
  const { roughness = 0.85, grain = 1, fineness = 1, even = false } = finish
  const [r, g, b] = linear(dye)
  const lift = (c: number) => Math.min(1, c / PALE)
  const tile = [LEATHER_TILE[0] * fineness, LEATHER_TILE[1] * fineness] as const
  return {
    name,
    colour: even ? [r, g, b] : [lift(r), lift(g), lift(b)],
    roughness,
    ...(even ? {} : { base: { image: grained().colour, tile } }),
    normal: { image: grained().normal, tile, scale: grain },
    ...(even ? {} : { packed: { image: grained().surface, tile } }),
  }
}
