import type { Surface } from '../gltf/product-source'
import { type Colour, linear } from '../texture/image'
import type { PressedPowder } from '../texture/pressed-powder'

/** Pressed powder of a shade (sRGB). Satin and gloss hold mica: a part of the pigment reflects like metal. */
export function powder(
  name: string,
  shade: string,
  finish: 'matte' | 'satin' | 'gloss',
  { normal, matte, satin, tile }: PressedPowder,
): Surface {
  const colour: Colour = linear(shade)
  return {
    name: `Powder, ${name}`,
    colour,
    metallic: finish === 'matte' ? 0 : 1,
    roughness: finish === 'gloss' ? 0.75 : 1,
    normal: { image: normal, tile, scale: 1 },
    packed: { image: finish === 'matte' ? matte : satin, tile },
    sheen: {
      colour: [colour[0] * 0.15, colour[1] * 0.15, colour[2] * 0.15],
      roughness: finish === 'matte' ? 0.7 : 0.4,
    },
  }
}
