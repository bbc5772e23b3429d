import { HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Metres one tile covers; a table top is smaller, so no repeat is seen. */
export const TRAVERTINE_TILE: readonly [number, number] = [0.56, 0.56]

/** Metres one slab covers, across the bedding and along it: a whole table top without a repeat. */
export const SLAB_TILE: readonly [number, number] = [0.7, 1.2]

export interface StoneTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

/** Honed travertine: soft sediment bands, clouds, and filled voids strung along the bands. */
export const travertine = (): StoneTextures => stone('travertine', TRAVERTINE_TILE, false)

/** The same stone as one large slab, its bedding along v. */
export const travertineSlab = (): StoneTextures => stone('travertine-slab', SLAB_TILE, true)

/** @param turned whether the bedding runs along v; along u otherwise */
function stone(name: string, tile: readonly [number, number], turned: boolean): StoneTextures {
  const size = 1024
  // Cells are counted for a tile of 0.56 m; a larger one holds more.
  const [along, across] = turned ? [tile[1], tile[0]] : tile
  const a = (cells: number) => Math.round((cells * along) / TRAVERTINE_TILE[0])
  const c = (cells: number) => Math.round((cells * across) / TRAVERTINE_TILE[1])
  const warp = fractalNoise(901, a(3), c(3), 3)
  const bands = gradientNoise(902, a(2), c(34))
  const broad = gradientNoise(903, a(1), c(9))
  const cloud = fractalNoise(904, a(5), c(9), 4)
  const voids = gradientNoise(905, a(52), c(150))
  const crowd = gradientNoise(906, a(3), c(20))
  const sand = fractalNoise(907, 128, 128, 2)
  const pale = hex('#ddd4c6')
  const warm = hex('#c3b196')
  const grey = hex('#cfc8bc')
  const hole = hex('#96795a')
  const bend = (u: number, v: number) => v + (warp(u, v) * 0.035 * TRAVERTINE_TILE[1]) / across
  const pit = (u: number, v: number) => {
    const w = bend(u, v)
    return smoothstep(0.52, 0.66, voids(u, w) * 0.9 + crowd(u, w) * 0.4 - 0.12)
  }
  /** Bedding along u, whatever the image's way. */
  const lay =
    <T>(field: (u: number, v: number) => T) =>
    (u: number, v: number) =>
      turned ? field(v, u) : field(u, v)
  const colour = paint(
    `${name}-colour`,
    size,
    size,
    'colour',
    lay((u, v) => {
      const w = bend(u, v)
      const layer = smoothstep(-0.7, 0.8, bands(u, w) * 0.55 + broad(u, w) * 0.8 + cloud(u, v) * 0.25)
      const bed = mix(mix(pale, warm, layer), grey, smoothstep(0, 1, cloud(u, w)) * 0.5)
      const light = 1 + sand(u, v) * 0.018
      return mix([bed[0] * light, bed[1] * light, bed[2] * light], hole, pit(u, v) * 0.65)
    }),
  )
  const relief = new HeightField(512, 512).fill(lay((u, v) => -pit(u, v) * 5e-4 + sand(u, v) * 1.2e-5))
  const surface = paint(
    `${name}-surface`,
    256,
    256,
    'data',
    lay((u, v) => [1 - pit(u, v) * 0.4, 0.42 + pit(u, v) * 0.4 + cloud(u, v) * 0.05, 0]),
  )
  return { colour, normal: normalMap(`${name}-normal`, relief, tile), surface }
}
