import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** Metres one tile covers: across one braid, along it. */
export const BRAID_TILE: readonly [number, number] = [0.026, 0.208]

const WIDE = 128
const HIGH = 1024
/** Crossings along a tile; left and right by turns. */
const CROSSINGS = 16

/**
 * A flat plait of three jute strands: lobes that come over from either side by turns, each dived under by the next, spun fibre along
 * every one. Pale and neutral: the variant's factor dyes it.
 */
export function juteBraid(): { colour: Image; normal: Image; surface: Image } {
  const next = random(2401)
  const height = new HeightField(WIDE, HIGH)
  const tone = new HeightField(WIDE, HIGH)
  const fibre = gradientNoise(2402, 61, 17)
  const [wide, high] = BRAID_TILE
  // First the strands where they pass beneath, lower and crossing the other way, so that no hole shows between the lobes.
  for (let n = 0; n < CROSSINGS * 2; n++) {
    const k = n % CROSSINGS
    const beneath = n < CROSSINGS
    const side = (k % 2 === 0) !== beneath ? 1 : -1
    const cx = 0.5 * wide + side * (0.0052 + (next() - 0.5) * 0.0006)
    const cy = ((k + 0.5) / CROSSINGS) * high + (next() - 0.5) * 0.0016
    const angle = side * (0.62 + (next() - 0.5) * 0.12)
    const [s, c] = [Math.sin(angle), Math.cos(angle)]
    const shade = next()
    const [long, broad] = [0.0158, 0.0068 + next() * 0.0006]
    for (let y = -0.017; y < 0.017; y += high / HIGH) {
      const row = Math.floor(((cy + y) / high) * HIGH)
      for (let column = 0; column < WIDE; column++) {
        const x = ((column + 0.5) / WIDE) * wide - cx
        const a = (y * c - x * s) / long
        const b = (y * s + x * c) / broad
        const d2 = a * a + b * b
        if (d2 >= 1) continue
        const spun = fibre(b * 0.12 + a * 0.02 + k * 0.17, a * 0.03 + k * 0.29)
        const lie = (Math.sqrt(1 - d2) * (0.72 - 0.42 * a) + spun * 0.07) * (beneath ? 0.6 : 1)
        if (lie > height.get(column, row)) {
          height.set(column, row, lie)
          tone.set(column, row, shade + spun * 0.45)
        }
      }
    }
  }
  const hair = fractalNoise(2403, 24, 190, 2)
  const relief = new HeightField(WIDE, HIGH)
  for (let y = 0; y < HIGH; y++) {
    for (let x = 0; x < WIDE; x++) {
      relief.set(x, y, height.get(x, y) * 0.0036 + hair(x / WIDE, y / HIGH) * 0.00012)
    }
  }
  const colour = paint('braid-colour', WIDE, HIGH, 'colour', (u, v, x, y) => {
    const open = smoothstep(0.1, 0.55, height.get(x, y))
    const light = 0.57 + 0.27 * open + (tone.get(x, y) - 0.5) * 0.15 + hair(u, v) * 0.05
    return [light, light * 0.985, light * 0.955]
  })
  const surface = paint('braid-surface', WIDE, HIGH, 'data', (_u, _v, x, y) => [
    0.55 + 0.45 * smoothstep(0.1, 0.55, height.get(x, y)),
    0.93,
    0,
  ])
  return { colour, normal: normalMap('braid-normal', relief, BRAID_TILE), surface }
}
