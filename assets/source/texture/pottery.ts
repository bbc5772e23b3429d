import { HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** Metres one tile covers: around the pot, along its profile. */
export const POTTERY_TILE: readonly [number, number] = [0.32, 0.32]

const SIZE = 512

export interface PotteryTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

/** A glaze that covers all of a pot. Colours sRGB. */
export interface Coat {
  readonly name: string
  readonly glaze: string
  /** Where it ran thicker. */
  readonly deep: string
  readonly speckle: string
  /** 0..1 */
  readonly speckles: number
  readonly roughness: number
}

/** Glazed stoneware: the glaze breathes between two tones in the throwing rings, iron comes through it in specks. */
export function glazedCoat(coat: Coat): PotteryTextures {
  const cloud = fractalNoise(2201, 4, 4, 4)
  const rings = gradientNoise(2202, 1, 34)
  const peel = fractalNoise(2203, 40, 40, 2)
  const specks = speckled(2204, 2600 * coat.speckles)
  const [glaze, deep, speckle] = [hex(coat.glaze), hex(coat.deep), hex(coat.speckle)]
  const colour = paint(`coat-${coat.name}-colour`, SIZE, SIZE, 'colour', (u, v, x, y) => {
    const thick = smoothstep(-0.7, 0.8, cloud(u, v) + rings(0, v + cloud(u, 0.5) * 0.006) * 0.35)
    return mix(mix(glaze, deep, thick), speckle, specks.get(x, y) * 0.75)
  })
  const relief = new HeightField(SIZE, SIZE).fill(
    (u, v) => rings(0, v) * 9e-5 + peel(u, v) * 1.5e-5 + cloud(u, v) * 8e-5,
  )
  const surface = paint(`coat-${coat.name}-surface`, SIZE / 2, SIZE / 2, 'data', (u, v, x, y) => [
    1,
    coat.roughness + cloud(u, v) * 0.05 + specks.get(x * 2, y * 2) * 0.15,
    0,
  ])
  return { colour, normal: normalMap(`coat-${coat.name}-normal`, relief, POTTERY_TILE), surface }
}

/** Thrown terracotta left bare: grit, wet-sponge streaks along the wheel, a bloom of lime where the clay has drunk. */
export function terracottaClay(): PotteryTextures {
  const cloud = fractalNoise(2211, 4, 4, 4)
  const bloom = fractalNoise(2212, 5, 6, 4)
  const streaks = fractalNoise(2213, 2, 46, 2)
  const grit = fractalNoise(2214, 128, 128, 2)
  const pits = speckled(2215, 700)
  const [clay, burnt, lime] = [hex('#a97c66'), hex('#986b56'), hex('#c4a899')]
  const colour = paint('terracotta-colour', SIZE, SIZE, 'colour', (u, v, x, y) => {
    const base = mix(clay, burnt, smoothstep(-0.6, 0.7, cloud(u, v) + streaks(u, v) * 0.3))
    const chalk = smoothstep(-0.3, 0.9, bloom(u, v) + grit(u, v) * 0.15) * 0.38
    const tone = 1 + grit(u, v) * 0.05 - pits.get(x, y) * 0.25
    const [r, g, b] = mix(base, lime, chalk)
    return [r * tone, g * tone, b * tone]
  })
  const relief = new HeightField(SIZE, SIZE)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const [u, v] = [x / SIZE, y / SIZE]
      relief.set(x, y, streaks(u, v) * 1.3e-4 + grit(u, v) * 5e-5 - pits.get(x, y) * 2.5e-4)
    }
  }
  const surface = paint('terracotta-surface', SIZE / 2, SIZE / 2, 'data', (u, v) => [
    1,
    0.88 + grit(u, v) * 0.04 + smoothstep(0.1, 0.7, bloom(u, v)) * 0.06,
    0,
  ])
  return { colour, normal: normalMap('terracotta-normal', relief, POTTERY_TILE), surface }
}

/** Specks of unequal size, 0..1. */
function speckled(seed: number, count: number): HeightField {
  const field = new HeightField(SIZE, SIZE)
  const next = random(seed)
  for (let n = 0; n < count; n++) {
    const [x, y] = [next() * SIZE, next() * SIZE]
    const radius = 0.5 + next() ** 12 * 2.2
    const dark = 0.25 + next() * 0.6
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const [px, py] = [Math.floor(x + dx), Math.floor(y + dy)]
        const edge = smoothstep(radius + 0.6, radius - 0.6, Math.hypot(dx, dy))
        field.set(px, py, Math.max(field.get(px, py), edge * dark))
      }
    }
  }
  return field
}
