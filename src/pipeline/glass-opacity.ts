import type { Material } from '@gltf-transform/core'
import type { Transmission, Volume } from '@gltf-transform/extensions'

/** Share of light that even clear glass keeps back: what makes it seen at all where it can only be blended. */
const KEPT = 0.15
/** What is assumed to lie behind: mid grey, linear. */
const BEHIND = 0.5

/** Glass as a viewer shows it that can only blend. */
export interface BlendedGlass {
  /** 0..1 */
  readonly opacity: number
  /** Linear, what the surface itself adds. */
  readonly diffuse: readonly [number, number, number]
}

/**
 * Glass (KHR_materials_transmission) for viewers that know only opacity: so opaque, and in such a colour, that grey behind it looks as it
 * would through the glass. A clear carafe comes out at 0.15, dark lenses nearly black and nearly opaque. Undefined where no light passes.
 *
 * @param shade 0..1, how bright the picture on the glass is on the whole, where there is one
 */
export function blendedGlass(material: Material, shade = 1): BlendedGlass | undefined {
  const through =
    material.getExtension<Transmission>('KHR_materials_transmission')?.getTransmissionFactor() ?? 0
  if (through <= 0) return undefined
  const [r = 0, g = 0, b = 0] = material.getBaseColorFactor().map((value) => value * shade)
  const volume = material.getExtension<Volume>('KHR_materials_volume')
  const depth = volume ? volume.getThicknessFactor() / volume.getAttenuationDistance() : 0
  const [dr, dg, db] = volume?.getAttenuationColor() ?? [1, 1, 1]
  // Beer's law, as the extension says; an infinite distance gives a depth of 0.
  const tint = [r * dr ** depth, g * dg ** depth, b * db ** depth] as const
  const luminance = 0.2126 * tint[0] + 0.7152 * tint[1] + 0.0722 * tint[2]
  const clear = through * (1 - KEPT) * luminance
  const opacity = 1 - clear
  const added = (colour: number, share: number) => {
    const lit = through * Math.max(0, ((share - clear) / opacity) * BEHIND)
    return Math.min(1, lit + (1 - through) * colour)
  }
  return { opacity, diffuse: [added(r, tint[0]), added(g, tint[1]), added(b, tint[2])] }
}
