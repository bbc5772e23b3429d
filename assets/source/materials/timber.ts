import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { ASH, OAK, type Species, WALNUT, WOOD_TILE, wood } from '../texture/wood'
import { once } from './once'

const timber = (name: string, species: Species, colour: readonly [number, number, number] = [1, 1, 1]) => {
  const textures = textureOf(species)
  return once<Surface>(() => ({
    name,
    colour,
    roughness: 1,
    base: { image: textures().colour, tile: WOOD_TILE },
    normal: { image: textures().normal, tile: WOOD_TILE },
    packed: { image: textures().surface, tile: WOOD_TILE },
  }))
}

const woods = new Map<Species, () => ReturnType<typeof wood>>()
function textureOf(species: Species) {
  const known = woods.get(species) ?? once(() => wood(species))
  woods.set(species, known)
  return known
}

export const oak = timber('Oak, oiled', OAK)
export const walnut = timber('Walnut, oiled', WALNUT)
/** Oak stained black: the grain stays, nearly all the light goes. */
export const blackOak = timber('Oak, black stain', OAK, [0.045, 0.042, 0.04])

/** Oak fumed with ammonia until it is as dark as walnut. */
export const fumedOak = timber('Oak, fumed', OAK, [0.36, 0.29, 0.235])
export const ash = timber('Ash, soaped', ASH)
export const blackAsh = timber('Ash, black stain', ASH, [0.035, 0.034, 0.034])

/** Open-pored lacquer on oak: the colour covers, the pores still catch the light. */
export function lacqueredOak(name: string, colour: string): Surface {
  const { normal, surface } = textureOf(OAK)()
  return {
    name,
    colour: linear(colour),
    roughness: 1,
    normal: { image: normal, tile: WOOD_TILE, scale: 0.7 },
    packed: { image: surface, tile: WOOD_TILE },
  }
}
