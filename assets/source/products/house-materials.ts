import type { Surface } from '../gltf/product-source'
import { BOUCLE_TILE, boucle } from '../texture/boucle'
import { linear } from '../texture/image'
import { brushedMetal, METAL_TILE } from '../texture/metal'
import { OAK, type Species, WALNUT, WOOD_TILE, wood } from '../texture/wood'

/** The palette the six products share, so that they look like one collection. sRGB. */
export const PALETTE = {
  oat: '#cdc2b1',
  rust: '#874e39',
  sage: '#868b7a',
  ink: '#303840',
  stone: '#e9e4d8',
  sand: '#cdb591',
  charcoal: '#2a2826',
  brass: '#c9a15a',
} as const

/** Makes a value once, when first asked for: a texture is synthesised only if a product that is built uses it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

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

const bouclé = once(boucle)
/** Bouclé dyed in a colour (sRGB `#rrggbb`). */
export function upholstery(name: string, dye: string): Surface {
  const [r, g, b] = linear(dye)
  // The yarn's own texture averages 0.77 linear; lift the dye so that the cloth shows the colour asked for.
  const lift = (c: number) => Math.min(1, c / 0.77)
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness: 1,
    base: { image: bouclé().colour, tile: BOUCLE_TILE },
    normal: { image: bouclé().normal, tile: BOUCLE_TILE },
    packed: { image: bouclé().surface, tile: BOUCLE_TILE },
    sheen: { colour: [r * 0.35, g * 0.35, b * 0.35], roughness: 0.6 },
  }
}

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
