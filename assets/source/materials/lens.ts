import type { Surface, TextureUse } from '../gltf/product-source'
import { hex, linear, mix, paint } from '../texture/image'
import { smoothstep } from '../texture/noise'

/** A spectacle lens without tint: a thin hard coat gives its highlight a hint of green. */
export const clearLens = (name = 'Lens, clear'): Surface => ({
  name,
  colour: [0.985, 0.99, 0.985],
  roughness: 0.02,
  ior: 1.5,
  transmission: { factor: 1 },
  iridescence: { factor: 0.15, ior: 1.6, thickness: 320 },
})

/** A clear lens whose polished edge shows (see `lens` with an edge). */
export function rimlessLens(): Surface {
  const image = paint('lens-edge', 32, 16, 'colour', (u) => (u < 0.5 ? hex('#fcfdfc') : hex('#a3b0ab')))
  return { ...clearLens('Lens, clear, polished edge'), colour: [1, 1, 1], base: { image, tile: [1, 1] } }
}

/** A sun lens; `colour` (sRGB) is what it makes of white. */
export const tintedLens = (name: string, colour: string, base?: TextureUse): Surface => ({
  name: `Lens, ${name}`,
  colour: base ? [1, 1, 1] : linear(colour),
  roughness: 0.03,
  ior: 1.5,
  transmission: { factor: 0.96 },
  ...(base ? { base } : {}),
})

/** Height of the drawing a gradient runs over, metres; half above the boxed centre. */
const GRADIENT = 0.064

/** A sun lens dipped so that the dye thins out downwards: sRGB colours of white seen through its top and its bottom. */
export function gradientLens(name: string, top: string, bottom: string): Surface {
  const image = paint(`gradient-${name}`, 16, 32, 'colour', (_u, v) =>
    // Coordinates run up the lens from its middle, and the image wraps round it. Few pixels: filtering makes a smoother run than 8 bits.
    mix(hex(bottom), hex(top), smoothstep(0.16, 0.78, (v + 0.5) % 1)),
  )
  return tintedLens(name, top, { image, tile: [GRADIENT, GRADIENT] })
}

/**
 * A mirrored sun lens: a metal coat thin enough to see through, that reflects its own colour and shifts a little towards the edges.
 *
 * @param film thickness of the clear layer over the coat, nanometres: sets where the colour shifts to
 */
export const mirroredLens = (name: string, colour: string, film: number): Surface => ({
  name: `Lens, ${name}`,
  colour: linear(colour),
  metallic: 0.6,
  roughness: 0.04,
  ior: 1.6,
  transmission: { factor: 0.9 },
  iridescence: { factor: 1, ior: 1.8, thickness: film },
})
