import type { Surface } from '../gltf/product-source'
import { type Acetate, acetateFinish, acetateSheet, type Finish, SHEET } from '../texture/acetate'
import type { Image } from '../texture/image'

/** Polished metal of hinges, pins and wires, by its colour (sRGB). */
export const polished = (colour: string, roughness = 0.24): Finish => ({ colour, metallic: 1, roughness })
export const STEEL = polished('#c9c7c2')
export const GOLD = polished('#e0b873', 0.2)
export const GUNMETAL = polished('#5b5c5e', 0.28)
export const SILICONE: Finish = { colour: '#e6e6e2', metallic: 0, roughness: 0.3 }

/**
 * Tumbled for days and polished by hand: a deep gloss over a pattern that lies within.
 *
 * @param clear share of light a crystal sheet lets through
 */
export function acetate(sheet: Acetate, finishes: readonly Finish[], finish: Image, clear = 0): Surface {
  return {
    name: `Acetate, ${sheet.name}`,
    roughness: 1,
    metallic: 1,
    base: { image: acetateSheet(sheet, finishes), tile: SHEET },
    packed: { image: finish, tile: SHEET },
    clearcoat: { factor: 0.9, roughness: 0.06 },
    // Two-sided, or it would be missing behind its own lenses; hence a thin sheet, for a solid has one side.
    ...(clear > 0 ? { transmission: { factor: clear }, doubleSided: true } : {}),
  }
}

/** Mostly metal or moulded, with tips from the same sheet: no coat over all of it. */
export function fitted(name: string, sheet: Acetate, finishes: readonly Finish[], finish: Image): Surface {
  return {
    name,
    roughness: 1,
    metallic: 1,
    base: { image: acetateSheet(sheet, finishes, 256), tile: SHEET },
    packed: { image: finish, tile: SHEET },
  }
}

export { acetateFinish, type Finish }
