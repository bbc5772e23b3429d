import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { once } from './once'

/** Moulded and sprayed twice: colour, then a clear lacquer. */
export const lacquer = (name: string, colour: string): Surface => ({
  name: `Lacquer, ${name}`,
  colour: linear(colour),
  roughness: 0.35,
  clearcoat: { factor: 1, roughness: 0.05 },
})

/** The rubbery varnish that hands like. */
export const softTouch = (name: string, colour: string): Surface => ({
  name: `Soft-touch, ${name}`,
  colour: linear(colour),
  roughness: 0.62,
  sheen: { colour: [0.05, 0.048, 0.045], roughness: 0.5 },
})

/** Anodised aluminium, the colour of pale gold: tubes, pans, foil. */
export const champagne = once<Surface>(() => ({
  name: 'Aluminium, champagne',
  colour: [0.88, 0.735, 0.555],
  metallic: 1,
  roughness: 0.2,
}))

export const mirrorGlass = once<Surface>(() => ({
  name: 'Mirror',
  colour: [0.87, 0.89, 0.89],
  metallic: 1,
  roughness: 0.015,
}))
