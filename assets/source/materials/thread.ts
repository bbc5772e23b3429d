import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'

/** Sewing thread in a colour (sRGB): too fine for a texture, it needs its geometry and a dull wax. */
export const thread = (name: string, colour: string): Surface => ({
  name,
  colour: linear(colour),
  roughness: 0.7,
})
