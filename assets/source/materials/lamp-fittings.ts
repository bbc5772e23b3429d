import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { POWDER_TILE, powderCoat } from '../texture/powder-coat'
import { twistedYarn } from '../texture/yarn'
import { once } from './once'

const powder = once(powderCoat)
const yarn = once(twistedYarn)

/** Sheet or turned metal powder-coated in a colour (sRGB `#rrggbb`). */
export function powderCoated(name: string, colour: string): Surface {
  return {
    name,
    colour: linear(colour),
    roughness: 1,
    normal: { image: powder().normal, tile: POWDER_TILE },
    packed: { image: powder().surface, tile: POWDER_TILE },
  }
}

/** Cable in a braided textile jacket, 6 mm thick. */
export function textileCable(name: string, colour: string): Surface {
  const tile = [0.0094, 0.009] as const
  return {
    name,
    colour: linear(colour),
    roughness: 1,
    normal: { image: yarn().normal, tile },
    packed: { image: yarn().surface, tile },
    sheen: { colour: [0.04, 0.04, 0.04], roughness: 0.6 },
  }
}

/** Metal turned on the lathe: its highlight is drawn out across the scratches, which run around (u). */
export function turned(metal: Surface): Surface {
  return { ...metal, name: `${metal.name}, turned`, anisotropy: { strength: 0.45, rotation: Math.PI / 2 } }
}
