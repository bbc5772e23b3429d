import type { Surface } from '../gltf/product-source'
import { BOUCLE_TILE, boucle } from '../texture/boucle'
import { linear } from '../texture/image'
import { once } from './once'

const bouclé = once(boucle)
/** Bouclé dyed in a colour (sRGB `#rrggbb`). */
export function upholstery(name: string, dye: string): Surface {
  const [r, g, b] = linear(dye)
  // The yarn's own texture averages 0.77 linear; lift the dye so that the cloth shows the colour asked for.
  const lift = (c: number) => Math.min(1, c / 0.77)
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness: 1,
    base: { image: bouclé().colour, tile: BOUCLE_TILE },
    normal: { image: bouclé().normal, tile: BOUCLE_TILE },
    packed: { image: bouclé().surface, tile: BOUCLE_TILE },
    sheen: { colour: [r * 0.35, g * 0.35, b * 0.35], roughness: 0.6 },
  }
}
