import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { CANVAS, TWILL, type Weave, weave } from '../texture/weave'
import { once } from './once'

const duck = once(() => weave(CANVAS))
const drill = once(() => weave(TWILL))
/** Mean of the weaves' own colour, linear. */
const PALE = 0.75

/** Cloth dyed in a colour (sRGB `#rrggbb`); `shine` is how much its fibres catch light at the edge, 0..1. */
function dyed(
  name: string,
  dye: string,
  kind: Weave,
  woven: () => ReturnType<typeof weave>,
  shine: number,
): Surface {
  const [r, g, b] = linear(dye)
  const lift = (c: number) => Math.min(1, c / PALE)
  const tile: readonly [number, number] = [kind.tile, kind.tile]
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness: 1,
    base: { image: woven().colour, tile },
    normal: { image: woven().normal, tile },
    packed: { image: woven().surface, tile },
    sheen: { colour: [r * shine, g * shine, b * shine], roughness: 0.6 },
  }
}

/** Duck canvas. */
export const canvas = (name: string, dye: string): Surface => dyed(name, dye, CANVAS, duck, 0.3)

/** Canvas waxed: the wax fills the weave's valleys, darkens it and gives it a dull shine. */
export function waxedCanvas(name: string, dye: string): Surface {
  const plain = dyed(name, dye, CANVAS, duck, 0.12)
  return { ...plain, roughness: 0.72, ...(plain.normal ? { normal: { ...plain.normal, scale: 0.7 } } : {}) }
}

/** Cotton twill, brushed. */
export const twill = (name: string, dye: string): Surface => dyed(name, dye, TWILL, drill, 0.35)
