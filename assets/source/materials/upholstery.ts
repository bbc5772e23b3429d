import type { Surface } from '../gltf/product-source'
import { BOUCLE_TILE, boucle, type ClothTextures } from '../texture/boucle'
import { linear } from '../texture/image'
import { LINEN_TILE, linen } from '../texture/linen'
import { once } from './once'

const bouclé = once(boucle)
const woven = once(linen)

/** Bouclé dyed in a colour (sRGB `#rrggbb`). */
export const upholstery = (name: string, dye: string): Surface =>
  cloth(name, dye, bouclé(), BOUCLE_TILE, 0.77)

/** Woven linen dyed in a colour. */
export const upholsteryLinen = (name: string, dye: string): Surface =>
  cloth(name, dye, woven(), LINEN_TILE, 0.69)

/** @param pale the texture's own average, linear: the dye is lifted by it so that the cloth shows the colour asked for */
function cloth(
  name: string,
  dye: string,
  textures: ClothTextures,
  tile: readonly [number, number],
  pale: number,
): Surface {
  const [r, g, b] = linear(dye)
  const lift = (c: number) => Math.min(1, c / pale)
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness: 1,
    base: { image: textures.colour, tile },
    normal: { image: textures.normal, tile },
    packed: { image: textures.surface, tile },
    sheen: { colour: [r * 0.35, g * 0.35, b * 0.35], roughness: 0.6 },
  }
}
