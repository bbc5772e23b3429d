import type { StillPixels } from './still-pixels'

type Colour = readonly [r: number, g: number, b: number]

/** Gold, silver, black, pearl, garnet. */
const METALS: readonly Colour[] = [
  [212, 175, 90],
  [200, 200, 205],
  [30, 30, 35],
  [240, 240, 235],
  [160, 30, 40],
]
/** Outer corner of either eye. */
const CORNER = { left: 263, right: 33 } as const

/** What of an ear is needed to put something on it; pixels. */
export interface BareEar {
  readonly side: 'left' | 'right'
  readonly points: Float32Array
  readonly lobe: readonly [x: number, y: number]
  readonly root: readonly [x: number, y: number]
  /** Pixels of a millimetre. */
  readonly unit: number
}

/** Paints what ears wear already: a stud or a pendant, or the temple of a pair of glasses. */
export function dressEar(picture: StillPixels, ear: BareEar, random: () => number): void {
  if (random() < 0.6) earring(picture, ear, random)
  if (random() < 0.5) temple(picture, ear, random)
}

function earring(picture: StillPixels, { lobe, unit }: BareEar, random: () => number): void {
  const metal = METALS[Math.floor(random() * METALS.length)] ?? [200, 200, 205]
  const radius = unit * (1.5 + 2.5 * random())
  const drop = random() < 0.5 ? 3 * random() : 8 + 17 * random()
  const bright = 0.6 + 0.6 * random()
  for (let y = -radius; y <= radius; y++) {
    for (let x = -radius; x <= radius; x++) {
      if (x * x + y * y > radius * radius) continue
      const shade = bright * (1 - (0.3 * (x + y)) / radius)
      paint(picture, lobe[0] + x, lobe[1] + drop * unit + y, metal, shade)
    }
  }
  if (drop > 7) for (let y = 0; y < drop * unit; y += 0.5) paint(picture, lobe[0], lobe[1] + y, metal, bright)
}

function temple(picture: StillPixels, { side, points, root, unit }: BareEar, random: () => number): void {
  const corner = 3 * CORNER[side]
  const x = (points[corner] ?? 0) + (side === 'left' ? 8 : -8) * unit
  const y = (points[corner + 1] ?? 0) - 2 * unit
  const half = (unit * (1.5 + 3.5 * random())) / 2
  const colour: Colour = [120 * random(), 90 * random(), 90 * random()]
  for (let step = 0; step <= 200; step++) {
    const px = x + ((root[0] - x) * step) / 200
    const py = y + ((root[1] - y) * step) / 200
    for (let q = -half; q <= half; q += 0.7) paint(picture, px, py + q, colour, 1)
  }
}

function paint({ data, width, height }: StillPixels, x: number, y: number, colour: Colour, shade: number) {
  const column = Math.floor(x)
  const row = Math.floor(y)
  if (column < 0 || row < 0 || column >= width || row >= height) return
  for (let k = 0; k < 3; k++) {
    data[3 * (row * width + column) + k] = Math.min(255, (colour[k] ?? 0) * shade)
  }
}
