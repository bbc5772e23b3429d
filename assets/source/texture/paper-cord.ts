import type { ClothTextures } from './boucle'
import { HeightField, normalMap, paint } from './image'
import { fractalNoise, random } from './noise'

/** Thickness of a cord, metres. */
export const CORD = 0.0034
const CORDS = 16
/** Metres one tile covers: across the cords, along them. */
export const CORD_TILE: readonly [number, number] = [CORD * CORDS, CORD * CORDS]

const SIZE = 512

/**
 * Danish cord: unbleached paper twisted to three plies, laid side by side. Pale; the variant's factor dyes it. Cords lie along v, each
 * with its own shade and its twist begun elsewhere.
 */
export function paperCord(): ClothTextures {
  const next = random(2711)
  const cords = Array.from({ length: CORDS }, () => ({ tone: next(), phase: next(), tension: next() }))
  const crease = fractalNoise(2712, 96, 24, 2)
  const wander = fractalNoise(2713, CORDS, 3, 2)
  const relief = new HeightField(SIZE, SIZE).fill((u, v) => {
    const { round, ply } = cordAt(u, v)
    return round * CORD * 0.42 + ply * 0.00022 * round + crease(u, v) * 0.00003
  })
  function cordAt(u: number, v: number) {
    const run = u * CORDS
    const index = Math.floor(run) % CORDS
    const across = (run - Math.floor(run)) * 2 - 1 + wander(u, v) * 0.05
    const { phase } = cords[index] as { phase: number }
    // Seven turns of the twist a tile, three plies a turn.
    const twist = (v * 7 + phase + Math.asin(Math.max(-1, Math.min(1, across))) * 0.3) % 1
    return {
      index,
      round: Math.sqrt(Math.max(0, 1 - across * across)),
      ply: Math.abs(Math.sin(twist * Math.PI)),
    }
  }
  const colour = paint('cord-colour', SIZE, SIZE, 'colour', (u, v) => {
    const { index, round, ply } = cordAt(u, v)
    const { tone } = cords[index] as { tone: number }
    const light = 0.74 + 0.16 * round ** 0.6 + 0.05 * ply + (tone - 0.5) * 0.07 + crease(u, v) * 0.04
    return [light, light * (0.985 + tone * 0.012), light * (0.965 + tone * 0.03)]
  })
  const surface = paint('cord-surface', SIZE / 2, SIZE / 2, 'data', (u, v) => {
    const { round } = cordAt(u, v)
    return [0.5 + 0.5 * round ** 0.7, 0.78, 0]
  })
  return { colour, normal: normalMap('cord-normal', relief, CORD_TILE), surface }
}
