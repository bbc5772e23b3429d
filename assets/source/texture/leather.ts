import type { ClothTextures } from './boucle'
import { HeightField, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** Metres one tile covers. */
export const LEATHER_TILE: readonly [number, number] = [0.1, 0.1]

const SIZE = 512
/** Hair cells a tile's side before the larger ones swallow their neighbours: a grain of 1-2 mm. */
const CELLS = 76

/**
 * Full-grain leather: pebbles of uneven size between valleys of uneven depth, drawn out where the hide grew; fine wrinkles across
 * them. The colour is a pale neutral, a little darker in the valleys where dye gathers; the variant's factor dyes it.
 */
export function leather(): ClothTextures {
  const swell = fractalNoise(2101, 4, 4, 3)
  const drift = fractalNoise(2102, 3, 3, 2)
  const pull = gradientNoise(2103, 9, 9)
  const wrinkle = fractalNoise(2104, 11, 26, 2)
  const crease = gradientNoise(2105, 24, 9)
  const pore = gradientNoise(2106, 170, 170)
  const cells = cellField()

  // How open a point is: 0 in a valley, 1 on a pebble.
  const open = new HeightField(SIZE, SIZE).fill((u, v) => {
    const x = u + pull(u, v) * 0.006 + swell(u, v) * 0.008
    const y = v + pull(v, u) * 0.006 + swell(v + 0.4, u) * 0.008
    const edge = cells(x, y)
    // Valleys are wide in the belly of a hide, hairlines on its back.
    return smoothstep(0, 0.34 + 0.16 * drift(u, v), edge)
  })
  const lines = (u: number, v: number) => {
    const fine = 1 - smoothstep(0, 0.11, Math.abs(wrinkle(u + swell(u, v) * 0.03, v)))
    const long = 1 - smoothstep(0, 0.07, Math.abs(crease(u, v + swell(v, u) * 0.05)))
    return (
      fine * smoothstep(-0.1, 0.5, drift(v, u)) * 0.8 +
      long * 0.5 * smoothstep(0, 0.5, drift(u + 0.5, v + 0.5))
    )
  }
  const relief = new HeightField(SIZE, SIZE).fill((u, v) => {
    const pebble = open.get(Math.floor(u * SIZE), Math.floor(v * SIZE))
    return (
      pebble * (1.05e-4 + drift(u, v) * 3e-5) - lines(u, v) * 7e-5 + swell(u, v) * 1.2e-4 + pore(u, v) * 5e-6
    )
  })
  const colour = paint('leather-colour', SIZE, SIZE, 'colour', (u, v, x, y) => {
    const light =
      0.855 + 0.05 * open.get(x, y) - 0.05 * lines(u, v) + swell(u, v) * 0.022 + pore(u, v) * 0.014
    const warm = drift(u, v) * 0.006
    return [light + warm, light * 0.995, light * 0.985 - warm]
  })
  const surface = paint('leather-surface', SIZE, SIZE, 'data', (u, v, x, y) => {
    const pebble = open.get(x, y)
    return [0.82 + 0.18 * pebble, 0.86 - 0.2 * pebble + 0.08 * lines(u, v) + swell(v, u) * 0.05, 0]
  })
  return { colour, normal: normalMap('leather-normal', relief, LEATHER_TILE), surface }
}

/** Distance from the nearest valley between two cells, in cells; repeats over the unit square. */
function cellField(): (u: number, v: number) => number {
  const next = random(2107)
  const seats = Array.from({ length: CELLS * CELLS }, () => ({
    x: 0.12 + next() * 0.76,
    y: 0.12 + next() * 0.76,
    // About a third are missing: their neighbours grow into the room.
    there: next() > 0.34,
  }))
  return (u, v) => {
    const x = (u - Math.floor(u)) * CELLS
    const y = (v - Math.floor(v)) * CELLS
    const column = Math.floor(x)
    const row = Math.floor(y)
    let first = Infinity
    let second = Infinity
    for (let j = row - 2; j <= row + 2; j++) {
      for (let i = column - 2; i <= column + 2; i++) {
        const seat = seats[((j + CELLS) % CELLS) * CELLS + ((i + CELLS) % CELLS)]
        if (!seat?.there) continue
        const d = Math.hypot(i + seat.x - x, j + seat.y - y)
        if (d < first) {
          second = first
          first = d
        } else if (d < second) second = d
      }
    }
    return Number.isFinite(second) ? second - first : 1
  }
}
