import type { ClothTextures } from './boucle'
import { HeightField, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random } from './noise'

export interface Weave {
  readonly name: string
  readonly seed: number
  /** Metres one tile covers across and along. */
  readonly tile: number
  /** Threads a tile's side; a multiple of the pattern's repeat. */
  readonly threads: number
  /** Whether the warp (along v) lies over the weft (along u) at a crossing. */
  readonly over: (warp: number, weft: number) => boolean
  /** Height of a thread over its neighbours' valley, metres. */
  readonly relief: number
  /** How unevenly the yarn was spun, 0..1. */
  readonly slub: number
}

/** Duck canvas: over one, under one, of thick yarn. */
export const CANVAS: Weave = {
  name: 'canvas',
  seed: 2201,
  tile: 0.056,
  threads: 72,
  over: (warp, weft) => (warp + weft) % 2 === 0,
  relief: 1.6e-4,
  slub: 1,
}

/** Cotton twill: over two, under one, each row one further, which draws the diagonal. */
export const TWILL: Weave = {
  name: 'twill',
  seed: 2301,
  tile: 0.04,
  threads: 72,
  over: (warp, weft) => (warp + weft) % 3 !== 0,
  relief: 1.1e-4,
  slub: 0.5,
}

const SIZE = 512

/** A weave, thread by thread: each is round, climbs over and dives under, and has its own thickness and shade. Pale; dyed by colour factor. */
export function weave({ name, seed, tile, threads, over, relief, slub }: Weave): ClothTextures {
  const next = random(seed)
  const warps = Array.from({ length: threads }, () => next())
  const wefts = Array.from({ length: threads }, () => next())
  const thick = fractalNoise(seed + 1, 5, threads, 2)
  const thickAlong = fractalNoise(seed + 2, threads, 5, 2)
  const fibre = gradientNoise(seed + 3, 128, 128)
  const wear = fractalNoise(seed + 4, 3, 3, 3)

  const rise = (warp: number, weft: number) =>
    over((warp + threads) % threads, (weft + threads) % threads) ? 1 : -1
  /** Height of a thread above the cloth's middle at a place along it, -1..1, eased from crossing to crossing. */
  const climb = (along: number, height: (crossing: number) => number) => {
    const k = Math.floor(along - 0.5)
    const t = along - 0.5 - k
    const ease = t * t * (3 - 2 * t)
    return height(k) + (height(k + 1) - height(k)) * ease
  }
  const at = (u: number, v: number) => {
    const x = u * threads
    const y = v * threads
    const i = Math.floor(x)
    const j = Math.floor(y)
    const round = (share: number, girth: number) =>
      Math.sqrt(Math.max(0, 1 - ((share - 0.5) * 1.9 * (1 - girth)) ** 2))
    const warp =
      climb(y, (crossing) => rise(i, crossing)) * 0.5 + round(x - i, thickAlong(u, v) * 0.12 * slub)
    const weft = climb(x, (crossing) => -rise(crossing, j)) * 0.5 + round(y - j, thick(u, v) * 0.12 * slub)
    return warp > weft
      ? { height: warp, tone: warps[i % threads] ?? 0 }
      : { height: weft, tone: wefts[j % threads] ?? 0 }
  }
  const heights = new HeightField(SIZE, SIZE)
  const tones = new HeightField(SIZE, SIZE)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const { height, tone } = at((x + 0.5) / SIZE, (y + 0.5) / SIZE)
      heights.set(x, y, height)
      tones.set(x, y, tone)
    }
  }
  const bump = new HeightField(SIZE, SIZE).fill(
    (u, v) => heights.get(Math.floor(u * SIZE), Math.floor(v * SIZE)) * relief + fibre(u, v) * relief * 0.12,
  )
  const open = (x: number, y: number) => Math.min(1, Math.max(0, heights.get(x, y) / 1.4))
  const colour = paint(`${name}-colour`, SIZE, SIZE, 'colour', (u, v, x, y) => {
    const light =
      0.74 +
      0.17 * open(x, y) +
      (tones.get(x, y) - 0.5) * 0.06 * slub +
      fibre(u, v) * 0.02 +
      wear(u, v) * 0.02
    return [light, light * 0.995, light * 0.985]
  })
  const surface = paint(`${name}-surface`, SIZE / 2, SIZE / 2, 'data', (_u, _v, x, y) => [
    0.65 + 0.35 * open(x * 2, y * 2),
    0.95 - 0.08 * open(x * 2, y * 2),
    0,
  ])
  return { colour, normal: normalMap(`${name}-normal`, bump, [tile, tile]), surface }
}
