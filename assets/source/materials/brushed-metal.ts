import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { brushedMetal, METAL_TILE } from '../texture/metal'
import { once } from './once'

const brushed = once(brushedMetal)
function metal(name: string, colour: string, roughness: number): Surface {
  return {
    name,
    colour: linear(colour),
    metallic: 1,
    roughness,
    normal: { image: brushed().normal, tile: METAL_TILE },
    packed: { image: brushed().surface, tile: METAL_TILE },
  }
}
export const brass = once(() => metal('Brass, brushed', '#d9bd85', 0.8))
export const blackenedSteel = once(() => metal('Steel, blackened', '#4a4846', 1))
