import type { Surface } from '../gltf/product-source'
import { once } from './once'

/** A polished alloy, its linear reflectance measured straight on. */
const polished = (name: string, colour: readonly [number, number, number], roughness = 0.11) =>
  once<Surface>(() => ({ name, colour, metallic: 1, roughness }))

/** 18 carat: paler than fine gold, for a quarter of it is silver and copper. */
export const yellowGold = polished('Gold, 18 ct yellow', [1, 0.715, 0.365])
export const roseGold = polished('Gold, 18 ct rose', [0.98, 0.63, 0.48])
/** White gold as it is worn: plated with rhodium. */
export const whiteGold = polished('Gold, 18 ct white, rhodium-plated', [0.88, 0.87, 0.85])
export const sterlingSilver = polished('Silver, sterling', [0.95, 0.935, 0.905])

/** Frosted by a laser: a hallmark. */
export const frosted = (metal: Surface): Surface => ({
  ...metal,
  name: `${metal.name}, frosted`,
  colour: (metal.colour ?? [1, 1, 1]).map((c) => c * 0.32) as [number, number, number],
  roughness: 0.6,
})
