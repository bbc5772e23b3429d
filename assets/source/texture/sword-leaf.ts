import { HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Leaves side by side in one image. */
export const SWORD_SLOTS = 4

/**
 * Leaves of Sansevieria trifasciata 'Laurentii', four side by side: zigzag bands of grey green across a dark one, breaking up towards
 * the foot, butter-yellow margins that waver, a fine grain of veins along.
 *
 * @param tile metres the image covers, all columns across
 */
export function swordLeaves(tile: readonly [number, number]): {
  colour: Image
  normal: Image
  surface: Image
} {
  const [wide, high] = [512, 1024]
  const bands = gradientNoise(2601, 8, 34)
  const jag = fractalNoise(2602, 40, 110, 2)
  const fine = gradientNoise(2603, 24, 150)
  const veins = gradientNoise(2604, 128, 5)
  const edge = gradientNoise(2605, 4, 22)
  const drift = fractalNoise(2606, 4, 3, 2)
  const [dark, mid, pale] = [hex('#4a6149'), hex('#708a63'), hex('#bcc7a4')]
  const [butter, lime] = [hex('#dccf8e'), hex('#bdb96c')]
  const colour = paint('sword-colour', wide, high, 'colour', (u, v) => {
    const share = Math.abs((((u * SWORD_SLOTS) % 1) - 0.5) * 2)
    const zigzag = bands(u, v + jag(u, v) * 0.006) + jag(u, v) * 0.28
    const light = smoothstep(-0.05, 0.3, zigzag)
    let leaf = mix(dark, mid, smoothstep(-0.55, 0.05, zigzag))
    leaf = mix(leaf, pale, light * (0.8 + drift(u, v) * 0.2))
    leaf = mix(leaf, dark, smoothstep(0.3, 0.62, fine(u, v)) * 0.4)
    const vein = 1 + veins(u, v) * 0.07
    const margin = 0.79 + edge(u, v) * 0.05 + jag(u, v) * 0.012
    const yellow = mix(butter, lime, smoothstep(-0.4, 0.6, drift(v, u) + jag(u, v) * 0.2))
    const rim = smoothstep(margin - 0.012, margin + 0.012, share)
    // A stripe of the plain dark leaf runs inside the margin; the foot is paler and plain.
    leaf = mix(leaf, mid, smoothstep(0.1, 0, margin - share) * 0.35)
    leaf = mix(leaf, hex('#b5b78c'), smoothstep(0.9, 1, v) * 0.7)
    const [r, g, b] = mix(leaf, yellow, rim)
    return [r * vein, g * vein, b * vein]
  })
  const relief = new HeightField(256, 512).fill((u, v) => veins(u, v) * 9e-5 + jag(u, v) * 3e-5)
  const surface = paint('sword-surface', 256, 512, 'data', (u, v) => [
    1,
    0.46 + jag(u, v) * 0.05 + bands(u, v) * 0.05,
    0,
  ])
  return { colour, normal: normalMap('sword-normal', relief, tile), surface }
}
