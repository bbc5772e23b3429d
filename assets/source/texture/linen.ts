import type { ClothTextures } from './boucle'
import { HeightField, normalMap, paint } from './image'
import { fractalNoise, random, smoothstep } from './noise'

/** Metres one tile covers. */
export const LINEN_TILE: readonly [number, number] = [0.2, 0.2]

const SIZE = 512
const YARNS = 112

interface Yarn {
  readonly tone: number
  readonly girth: number
}

/**
 * Upholstery linen in plain weave: yarns of unequal thickness with slubs, each a little lighter or darker than the next, over and
 * under in turn. Pale neutral; the variant's factor dyes it.
 */
export function linen(): ClothTextures {
  const next = random(6121)
  const yarns = (): Yarn[] =>
    Array.from({ length: YARNS }, () => ({ tone: next(), girth: 0.86 + next() * 0.14 }))
  const warp = yarns()
  const weft = yarns()
  const slub = fractalNoise(6122, 13, YARNS / 2, 2)
  const wander = fractalNoise(6123, 7, 7, 3)
  const fuzz = fractalNoise(6124, 120, 120, 2)

  /** What lies on top at a place. */
  function thread(u: number, v: number): { height: number; tone: number } {
    const x = (u + wander(u, v) * 0.0022) * YARNS
    const y = (v + wander(v, u) * 0.0022) * YARNS
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [ax, ay] = [x - i - 0.5, y - j - 0.5]
    const warpOnTop = (((i + j) % 2) + 2) % 2 === 0
    const yarn = (warpOnTop ? warp : weft)[(((warpOnTop ? i : j) % YARNS) + YARNS) % YARNS] as Yarn
    const thick = yarn.girth * (1 + 0.14 * (warpOnTop ? slub(v, u) : slub(u, v)))
    const across = (warpOnTop ? ax : ay) / (0.5 * thick)
    const along = warpOnTop ? ay : ax
    const round = Math.sqrt(Math.max(0, 1 - across * across))
    return { height: round * (0.35 + 0.65 * Math.cos(along * Math.PI)), tone: yarn.tone }
  }

  const relief = new HeightField(SIZE, SIZE).fill(
    (u, v) => thread(u, v).height * 0.00042 + fuzz(u, v) * 0.00004 + wander(u, v) * 0.0002,
  )
  const colour = paint('linen-colour', SIZE, SIZE, 'colour', (u, v) => {
    const { height, tone } = thread(u, v)
    const light = 0.76 + 0.14 * smoothstep(0, 0.8, height) + (tone - 0.5) * 0.06 + fuzz(u, v) * 0.03
    return [light, light * 0.994, light * (0.975 + tone * 0.02)]
  })
  const surface = paint('linen-surface', SIZE / 2, SIZE / 2, 'data', (u, v) => [
    0.62 + 0.38 * smoothstep(0, 0.7, thread(u, v).height),
    0.9,
    0,
  ])
  return { colour, normal: normalMap('linen-normal', relief, LINEN_TILE), surface }
}
