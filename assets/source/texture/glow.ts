import { type Image, mix, paint } from './image'

/**
 * Light that a lit thing gives along its profile, v = 0..1: `strength(v)` 0..1, whiter where it is strong. Multiplied by the
 * surface's emissive colour.
 */
export function glow(name: string, strength: (v: number) => number): Image {
  return paint(name, 4, 256, 'colour', (_u, v) => {
    const light = Math.max(0, Math.min(1, strength(v)))
    return mix([light, light * 0.84, light * 0.65], [light, light * 0.93, light * 0.8], light)
  })
}
