import type { Surface } from '../gltf/product-source'
import { HeightField, linear, normalMap } from '../texture/image'
import { fractalNoise } from '../texture/noise'
import { once } from './once'

const TILE: readonly [number, number] = [0.06, 0.06]

/** Orange peel of a sprayed coat: swells of millimetres, microns deep. */
const peel = once(() => {
  const swell = fractalNoise(821, 14, 14, 2)
  return normalMap(
    'enamel-normal',
    new HeightField(256, 256).fill((u, v) => swell(u, v) * 4e-6),
    TILE,
  )
})

/** A fired or sprayed coat of colour (sRGB) under its own gloss. */
export function enamel(name: string, colour: string, { roughness = 0.42, coat = 0.5 } = {}): Surface {
  return {
    name,
    colour: linear(colour),
    roughness,
    normal: { image: peel(), tile: TILE, scale: 1 },
    ...(coat > 0 ? { clearcoat: { factor: coat, roughness: 0.12 } } : {}),
  }
}
