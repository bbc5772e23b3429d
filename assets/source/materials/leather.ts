import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { leather as hide, LEATHER_TILE } from '../texture/leather'
import { once } from './once'

export interface LeatherFinish {
  /** Multiplies the texture's roughness (0.66 on the grain, 0.86 in its valleys): 1 dry, 0.6 waxed and brushed. */
  readonly roughness?: number
  /** How deep the grain shows: 1 full-grain, 0.35 a smooth, plated calf. */
  readonly grain?: number
}

const grained = once(hide)
/** Mean of the hide's own colour, linear. */
const PALE = 0.75

/** Full-grain leather dyed in a colour (sRGB `#rrggbb`). */
export function leather(
  name: string,
  dye: string,
  { roughness = 0.85, grain = 1 }: LeatherFinish = {},
): Surface {
  const [r, g, b] = linear(dye)
  const lift = (c: number) => Math.min(1, c / PALE)
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness,
    base: { image: grained().colour, tile: LEATHER_TILE },
    normal: { image: grained().normal, tile: LEATHER_TILE, scale: grain },
    packed: { image: grained().surface, tile: LEATHER_TILE },
  }
}
