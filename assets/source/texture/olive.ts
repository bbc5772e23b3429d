import { type Colour, HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Columns of the leaf image: upper faces from young to old, then undersides, then the fruit. */
export const OLIVE_SLOTS = { upper: 5, lower: 2, fruit: 7, all: 8 } as const

/** Olive leaves side by side: grey green above with a pale midrib, silver felt below; the last column is a ripening fruit. */
export function oliveLeaves(): Image {
  const size = 512
  const mottle = fractalNoise(2701, 40, 12, 3)
  const vein = gradientNoise(2702, 128, 40)
  const upper = ['#9ba069', '#828c62', '#748060', '#69755a', '#8a9274'].map(hex)
  const lower = ['#b4bba4', '#a5ad96'].map(hex)
  const [rib, brown, green, ripe] = [hex('#c3c79a'), hex('#8c7a4d'), hex('#7c8248'), hex('#3f2c3a')]
  return paint('olive-leaf-colour', size, size, 'colour', (u, v) => {
    const slot = Math.floor(u * OLIVE_SLOTS.all)
    const share = Math.abs(u * OLIVE_SLOTS.all - slot - 0.5) * 2
    if (slot === OLIVE_SLOTS.fruit) {
      return mix(green, ripe, smoothstep(0.25, 0.75, v + mottle(u, v) * 0.2))
    }
    const above = slot < OLIVE_SLOTS.upper
    let leaf: Colour = (above ? upper[slot] : lower[slot - OLIVE_SLOTS.upper]) ?? rib
    const tone = 1 + mottle(u, v) * 0.09 + vein(u, v) * 0.04 - (above ? 0 : share * 0.06)
    leaf = [leaf[0] * tone, leaf[1] * tone, leaf[2] * tone]
    // Light comes through the thin margin and the young tip; the tip's very end is dry on some.
    leaf = mix(leaf, hex('#a3ab6c'), above ? smoothstep(0.55, 1, share) * 0.22 : 0)
    leaf = mix(leaf, brown, smoothstep(0.06, 0, v) * (slot % 2 === 1 ? 0.7 : 0.2))
    return mix(leaf, rib, smoothstep(0.13, 0.04, share) * (above ? 0.75 : 0.4) * smoothstep(0.02, 0.3, v))
  })
}

/** Metres one tile of bark covers: around, along. */
export const BARK_TILE: readonly [number, number] = [0.16, 0.32]

/** Bark of an olive: grey, furrowed along and broken across into plates, warmer in the furrows, silvered on the ridges by lichen. */
export function oliveBark(): { colour: Image; normal: Image; surface: Image } {
  const size = 512
  const warp = fractalNoise(2711, 5, 4, 3)
  const furrow = fractalNoise(2712, 13, 5, 3)
  const cross = fractalNoise(2713, 9, 24, 2)
  const grit = fractalNoise(2714, 100, 100, 2)
  const lichen = fractalNoise(2715, 6, 7, 4)
  /** 0 in a furrow, 1 on a plate. */
  const plate = (u: number, v: number) => {
    const along = Math.abs(furrow(u + warp(u, v) * 0.03, v))
    const across = Math.abs(cross(u, v + warp(v, u) * 0.02)) + 0.12
    return smoothstep(0.01, 0.34, Math.min(along, across * 1.1))
  }
  const height = new HeightField(size / 2, size / 2).fill(
    (u, v) => plate(u, v) * 0.0019 + grit(u, v) * 0.00022 + lichen(u, v) * 0.0004,
  )
  const [deep, bark, silver, moss] = [hex('#5d5043'), hex('#9a8d7f'), hex('#c0b8aa'), hex('#9d9c7c')]
  const colour = paint('olive-bark-colour', size, size, 'colour', (u, v) => {
    const lie = plate(u, v)
    let shade = mix(deep, bark, lie)
    shade = mix(shade, silver, smoothstep(0.05, 0.7, lichen(u, v)) * lie * 0.75)
    shade = mix(shade, moss, smoothstep(0.3, 0.8, lichen(v, u)) * 0.35)
    const tone = 1 + grit(u, v) * 0.1
    return [shade[0] * tone, shade[1] * tone, shade[2] * tone]
  })
  const surface = paint('olive-bark-surface', 256, 256, 'data', (u, v) => [
    0.45 + 0.55 * plate(u, v),
    0.94,
    0,
  ])
  return { colour, normal: normalMap('olive-bark-normal', height, BARK_TILE), surface }
}
