import { type Colour, HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** How one species looks once planed and oiled. */
export interface Species {
  readonly name: string
  readonly early: string
  readonly late: string
  readonly pore: string
  readonly fleck: string
  /** Annual rings across one tile. */
  readonly rings: number
  /** 0..1: how far the colour drifts between heart and sap. */
  readonly drift: number
  readonly heart: string
}

export const OAK: Species = {
  name: 'oak',
  early: '#c9a878',
  late: '#b08a58',
  pore: '#7d5c37',
  fleck: '#d9bd90',
  rings: 34,
  drift: 0.4,
  heart: '#b98f5f',
}

export const WALNUT: Species = {
  name: 'walnut',
  early: '#7d573b',
  late: '#5a3c28',
  pore: '#33210f',
  fleck: '#8a6346',
  rings: 24,
  drift: 0.75,
  heart: '#4b3021',
}

/** Metres one tile covers: across the grain, along it. */
export const WOOD_TILE: readonly [number, number] = [0.26, 0.9]

export interface WoodTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

/**
 * Oiled wood, flat-sawn: irregular annual rings bent by the tree's growth (long swells make the cathedral
 * arches), pores drawn out along the grain and crowded in the early wood, medullary flecks across it, slow drift of
 * colour. Every field repeats, so a tile has no seam.
 */
export function wood(species: Species): WoodTextures {
  const width = 512
  const height = 1024
  const seed = species.name.length * 977
  const swell = gradientNoise(seed + 1, 3, 2)
  const waver = gradientNoise(seed + 2, 6, 5)
  const ripple = gradientNoise(seed + 3, 24, 8)
  const spacing = ringSpacing(seed, species.rings)
  const fibre = fractalNoise(seed + 4, 128, 6, 2)
  const tone = fractalNoise(seed + 5, 3, 1, 3)
  const flecks = gradientNoise(seed + 6, 40, 34)
  const pores = poreField(width, height, seed)

  const early = hex(species.early)
  const late = hex(species.late)
  const pore = hex(species.pore)
  const fleck = hex(species.fleck)
  const heart = hex(species.heart)
  const ringAt = (u: number, v: number) =>
    spacing(u + swell(u, v) * 0.085 + waver(u, v) * 0.012 + ripple(u, v) * 0.0016)

  const colour = paint(`${species.name}-colour`, width, height, 'colour', (u, v, x, y) => {
    const ring = ringAt(u, v)
    const drift = smoothstep(-0.6, 0.9, tone(u, v)) * species.drift
    let wooden: Colour = mix(mix(early, late, ring * 0.85), heart, drift)
    wooden = mix(wooden, early, fibre(u, v) * 0.1)
    wooden = mix(wooden, fleck, smoothstep(0.42, 0.62, flecks(u, v)) * 0.28)
    return mix(wooden, pore, pores.get(x, y) * (0.75 - 0.45 * ring))
  })
  const relief = new HeightField(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width
      const v = (y + 0.5) / height
      relief.set(x, y, -pores.get(x, y) * 9e-5 + ringAt(u, v) * 3e-5 + fibre(u, v) * 1.6e-5)
    }
  }
  const surface = paint(`${species.name}-surface`, width / 2, height / 2, 'data', (u, v, x, y) => {
    const open = 1 - pores.get(x * 2, y * 2) * 0.35
    return [open, 0.5 + ringAt(u, v) * -0.08 + pores.get(x * 2, y * 2) * 0.25 + fibre(u, v) * 0.05, 0]
  })
  return { colour, normal: normalMap(`${species.name}-normal`, relief, WOOD_TILE), surface }
}

/** Rings of unequal width: slow rise through the early wood, sharp end of the late wood. Period 1. */
function ringSpacing(seed: number, rings: number): (u: number) => number {
  const next = random(seed + 7)
  const widths = Array.from({ length: rings }, () => 0.55 + next() * 0.9)
  const total = widths.reduce((a, b) => a + b, 0)
  const table = new Float32Array(4096)
  let ring = 0
  let from = 0
  for (let i = 0; i < table.length; i++) {
    const u = i / table.length
    while (ring < rings - 1 && u >= from + (widths[ring] as number) / total) {
      from += (widths[ring] as number) / total
      ring++
    }
    const t = (u - from) / ((widths[ring] as number) / total)
    table[i] = t < 0.86 ? (t / 0.86) ** 2.2 : 1 - (t - 0.86) / 0.14
  }
  return (u) => {
    const x = (u - Math.floor(u)) * table.length
    const i = Math.floor(x)
    const a = table[i % table.length] as number
    const b = table[(i + 1) % table.length] as number
    return a + (b - a) * (x - i)
  }
}

/** Open pores: short dark dashes along the grain. 0..1. */
function poreField(width: number, height: number, seed: number): HeightField {
  const field = new HeightField(width, height)
  const next = random(seed + 8)
  const crowd = gradientNoise(seed + 9, 30, 4)
  for (let n = 0; n < 7200; n++) {
    const u = next()
    const v = next()
    if (crowd(u, v) < next() * 0.8 - 0.5) continue
    const x = Math.floor(u * width)
    const y = Math.floor(v * height)
    const length = 4 + Math.floor(next() * next() * 26)
    const depth = 0.35 + next() * 0.65
    for (let k = 0; k < length; k++) {
      const taper = Math.sin(((k + 0.5) / length) * Math.PI)
      field.set(x, y + k, Math.max(field.get(x, y + k), depth * taper))
    }
  }
  return field
}
