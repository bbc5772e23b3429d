import { type Colour, HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, random, smoothstep } from './noise'

/** Metres one tile of pile covers. */
export const PILE_TILE: readonly [number, number] = [0.22, 0.22]

export interface RugPalette {
  readonly name: string
  readonly field: string
  readonly arc: string
  readonly second: string
  readonly third: string
  readonly line: string
}

/** Cut wool pile: tufts packed at random, each a soft dome that leans a little. */
export function tuftedPile(): { normal: Image; surface: Image } {
  const size = 512
  const next = random(1401)
  const height = new HeightField(size, size)
  const spacing = 9.2
  const across = Math.round(size / spacing)
  for (let j = 0; j < across; j++) {
    for (let i = 0; i < across; i++) {
      const cx = ((i + (j % 2) * 0.5 + (next() - 0.5) * 0.75) / across) * size
      const cy = ((j + (next() - 0.5) * 0.75) / across) * size
      const radius = 5.2 + next() * 2.2
      const lift = 0.55 + next() * 0.45
      const reach = Math.ceil(radius)
      for (let y = -reach; y <= reach; y++) {
        for (let x = -reach; x <= reach; x++) {
          const d2 = (x * x + y * y) / (radius * radius)
          if (d2 >= 1) continue
          const px = Math.floor(cx + x)
          const py = Math.floor(cy + y)
          height.set(px, py, Math.max(height.get(px, py), lift * Math.sqrt(1 - d2)))
        }
      }
    }
  }
  const strands = fractalNoise(1402, 120, 120, 2)
  const relief = new HeightField(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      relief.set(x, y, height.get(x, y) * 0.0019 + strands(x / size, y / size) * 0.00028)
    }
  }
  const surface = paint('pile-surface', size, size, 'data', (u, v, x, y) => [
    Math.min(1, 0.34 + 0.7 * height.get(x, y) + strands(u, v) * 0.1),
    0.96,
    0,
  ])
  return { normal: normalMap('pile-normal', relief, PILE_TILE), surface }
}

/**
 * The drawn design, once over the whole rug: large quarter arcs that read as sun, dune and tide, a bound border, yarn that
 * varies from tuft to tuft and in faint bands from dye lot to dye lot (abrash).
 */
export function rugPattern(palette: RugPalette, length: number, width: number): Image {
  const wide = 1024
  const high = 716
  const hand = fractalNoise(1501, 10, 7, 3)
  const abrash = fractalNoise(1502, 2, 26, 2)
  const yarn = fractalNoise(1503, 256, 180, 1)
  const field = hex(palette.field)
  const arc = hex(palette.arc)
  const second = hex(palette.second)
  const third = hex(palette.third)
  const line = hex(palette.line)
  let groove = 0
  // Where two colours meet the pile is carved: a line of shade.
  const over = (under: Colour, colour: Colour, depth: number) => {
    groove = Math.max(groove * smoothstep(0.004, 0, depth), Math.exp(-((depth / 0.0035) ** 2)))
    return mix(under, colour, smoothstep(-0.0016, 0.0016, depth))
  }
  return paint(`rug-${palette.name}-colour`, wide, high, 'colour', (u, v) => {
    const x = u * length + hand(u, v) * 0.004
    const y = v * width + hand(v, u) * 0.004
    let colour: Colour = field
    groove = 0
    // A dune: nested arcs rising from the lower left.
    const dune = Math.hypot(x - 0.42, y - width)
    colour = over(colour, line, 0.62 - dune)
    colour = over(colour, field, 0.575 - dune)
    colour = over(colour, second, 0.53 - dune)
    colour = over(colour, field, 0.36 - dune)
    colour = over(colour, line, 0.315 - dune)
    // The sun, hanging from the upper right.
    const sun = Math.hypot(x - 1.42, y - 0.47)
    colour = over(colour, arc, 0.27 - sun)
    // The tide: a long wave across the right.
    const tide = y - (1.02 + Math.sin((x - 0.55) * 3.1) * 0.09)
    colour = over(colour, third, Math.min(tide, x - 1.02 + Math.sin(y * 4) * 0.03))
    const swash = Math.abs(tide + 0.055) - 0.012
    colour = over(colour, third, Math.min(-swash, x - 1.08))
    // The border.
    const edge = Math.min(x - 0.055, length - 0.055 - x, y, width - y)
    colour = over(colour, field, 0.055 - edge)
    colour = over(colour, line, Math.min(0.04 - edge, edge - 0.03))
    const tone = (1 + abrash(u, v) * 0.035 + yarn(u, v) * 0.1) * (1 - 0.3 * groove)
    return [colour[0] * tone, colour[1] * tone, colour[2] * tone]
  })
}
