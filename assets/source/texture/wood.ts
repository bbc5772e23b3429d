import { growthRings } from './growth-rings'
import { type Colour, HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** How one species looks once planed and oiled. Colours sRGB. */
export interface Species {
  readonly name: string
  readonly seed: number
  readonly early: string
  readonly late: string
  readonly pore: string
  readonly fleck: string
  readonly heart: string
  /** Annual rings across one tile. */
  readonly rings: number
  /** 0..1: how far the colour drifts between heart and sap. */
  readonly drift: number
  /** 0..1: how strongly medullary rays show. */
  readonly rays: number
}

export const OAK: Species = {
  name: 'oak',
  seed: 2931,
  early: '#c6a57e',
  late: '#a27e56',
  pore: '#6b4e31',
  fleck: '#d4b995',
  heart: '#b08a62',
  rings: 58,
  drift: 0.55,
  rays: 0.35,
}

export const WALNUT: Species = {
  name: 'walnut',
  seed: 5862,
  early: '#7a583f',
  late: '#553827',
  pore: '#2f1e13',
  fleck: '#86654b',
  heart: '#452e20',
  rings: 40,
  drift: 0.8,
  rays: 0.1,
}

/** Soaped ash: nearly white early wood, plain late wood, wide rings. */
export const ASH: Species = {
  name: 'ash',
  seed: 7331,
  early: '#d8c6a9',
  late: '#b79a72',
  pore: '#96774f',
  fleck: '#decfb6',
  heart: '#c4ab86',
  rings: 34,
  drift: 0.35,
  rays: 0.05,
}

/** Metres one tile covers: across the grain, along it. */
export const WOOD_TILE: readonly [number, number] = [0.24, 0.96]

export interface WoodTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

/**
 * Oiled wood, flat-sawn: irregular annual rings bent by the tree's growth (long swells make the cathedral
 * arches), pores as short dashes along the grain crowded in the early wood, medullary flecks, slow drift of
 * colour. Every field repeats, so a tile has no seam.
 */
export function wood(species: Species): WoodTextures {
  const size = 1024
  const { seed } = species
  const swell = gradientNoise(seed + 1, 3, 2)
  const waver = gradientNoise(seed + 2, 7, 6)
  const ripple = gradientNoise(seed + 3, 30, 12)
  const rings = growthRings(seed, species.rings)
  const ringAt = (u: number, v: number) =>
    rings(u + swell(u, v) * 0.1 + waver(u, v) * 0.014 + ripple(u, v) * 0.0014)
  const ring = new HeightField(size, size).fill(ringAt)
  const pores = poreField(size, ring, seed)
  const fibre = fractalNoise(seed + 4, 220, 10, 2)
  const grain = grainColour(species)

  const colour = paint(`${species.name}-colour`, size, size, 'colour', (u, v, x, y) =>
    grain(u, v, ring.get(x, y), pores.get(x, y), fibre(u, v)),
  )
  const relief = new HeightField(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const f = fibre((x + 0.5) / size, (y + 0.5) / size)
      relief.set(x, y, -pores.get(x, y) * 4.5e-5 + ring.get(x, y) * 6e-6 + f * 5e-6)
    }
  }
  const surface = paint(`${species.name}-surface`, size / 2, size / 2, 'data', (u, v, x, y) => {
    const pore = (pores.get(x * 2, y * 2) + pores.get(x * 2 + 1, y * 2)) / 2
    return [1 - pore * 0.3, 0.5 - ring.get(x * 2, y * 2) * 0.09 + pore * 0.25 + fibre(u, v) * 0.05, 0]
  })
  return { colour, normal: normalMap(`${species.name}-normal`, relief, WOOD_TILE), surface }
}

/** Colour of the wood at a place, from what the fields say there. */
export function grainColour(
  species: Species,
): (u: number, v: number, ring: number, pore: number, fibre: number) => Colour {
  const early = hex(species.early)
  const late = hex(species.late)
  const dark = hex(species.pore)
  const fleck = hex(species.fleck)
  const heart = hex(species.heart)
  const tone = fractalNoise(species.seed + 5, 4, 1, 3)
  const streak = fractalNoise(species.seed + 10, 26, 1, 3)
  const flecks = gradientNoise(species.seed + 6, 34, 52)
  const chatoyance = fractalNoise(species.seed + 11, 5, 9, 2)
  return (u, v, ring, pore, fibre) => {
    const drift = smoothstep(-0.5, 0.8, tone(u, v) + streak(u, v) * 0.35) * species.drift
    let colour = mix(mix(early, late, ring * 0.8), heart, drift * (0.55 + 0.45 * ring))
    colour = mix(colour, fleck, smoothstep(0.35, 0.6, flecks(u, v)) * species.rays)
    const light = 1 + fibre * 0.035 + chatoyance(u, v) * 0.03
    colour = [colour[0] * light, colour[1] * light, colour[2] * light]
    return mix(colour, dark, pore * 0.72)
  }
}

/** Open pores: short thin dashes along the grain, most where the ring is young. 0..1. */
function poreField(size: number, ring: HeightField, seed: number): HeightField {
  const field = new HeightField(size, size)
  const next = random(seed + 8)
  for (let n = 0; n < 46000; n++) {
    const x = Math.floor(next() * size)
    const y = Math.floor(next() * size)
    if (ring.get(x, y) > next() * 0.42) continue
    const length = 2 + Math.floor(next() * next() * 9)
    const depth = 0.3 + next() * 0.6
    for (let k = 0; k < length; k++) {
      const taper = Math.sin(((k + 0.5) / length) * Math.PI)
      field.set(x, y + k, Math.max(field.get(x, y + k), depth * taper))
    }
  }
  return field
}
