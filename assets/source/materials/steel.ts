import type { Surface } from '../gltf/product-source'
import { brushedSteel, STEEL_TILE } from '../texture/brushed-steel'
import { linear } from '../texture/image'
import { once } from './once'

const textures = once(brushedSteel)
/** Metal brushed along u: highlights stretch across the hairlines. */
const brushed = (name: string, colour: string, roughness: number, strength: number) =>
  once<Surface>(() => ({
    name,
    colour: linear(colour),
    metallic: 1,
    roughness,
    normal: { image: textures().normal, tile: STEEL_TILE, scale: 0.8 },
    packed: { image: textures().surface, tile: STEEL_TILE },
    anisotropy: { strength, rotation: Math.PI / 2 },
  }))

export const satinSteel = brushed('Stainless steel, brushed', '#cfccc7', 0.85, 0.55)
export const satinBrass = brushed('Brass, satin', '#cfae72', 0.85, 0.45)
export const darkSteel = brushed('Steel, black PVD', '#37373a', 1, 0.45)

/** Metal polished to a mirror, softened a little by handling. */
const polished = (name: string, colour: string, roughness: number) =>
  once<Surface>(() => ({ name, colour: linear(colour), metallic: 1, roughness }))

export const chrome = polished('Chrome, polished', '#d3d2cf', 0.12)
export const polishedBrass = polished('Brass, polished', '#d8b878', 0.16)
export const satinNickel = polished('Nickel, satin', '#c3beb4', 0.3)
