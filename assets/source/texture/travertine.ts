import { HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Metres one tile covers; a table top is smaller, so no repeat is seen. */
export const TRAVERTINE_TILE: readonly [number, number] = [0.56, 0.56]

/** Honed travertine: soft sediment bands, clouds, and filled voids strung along the bands. */
export function travertine(): { colour: Image; normal: Image; surface: Image } {
  const size = 1024
  const warp = fractalNoise(901, 3, 3, 3)
  const bands = gradientNoise(902, 2, 34)
  const broad = gradientNoise(903, 1, 9)
  const cloud = fractalNoise(904, 5, 9, 4)
  const voids = gradientNoise(905, 52, 150)
  const crowd = gradientNoise(906, 3, 20)
  const sand = fractalNoise(907, 128, 128, 2)
  const pale = hex('#ddd4c6')
  const warm = hex('#c3b196')
  const grey = hex('#cfc8bc')
  const hole = hex('#96795a')
  const bend = (u: number, v: number) => v + warp(u, v) * 0.035
  const pit = (u: number, v: number) => {
    const w = bend(u, v)
    return smoothstep(0.52, 0.66, voids(u, w) * 0.9 + crowd(u, w) * 0.4 - 0.12)
  }
  const colour = paint('travertine-colour', size, size, 'colour', (u, v) => {
    const w = bend(u, v)
    const layer = smoothstep(-0.7, 0.8, bands(u, w) * 0.55 + broad(u, w) * 0.8 + cloud(u, v) * 0.25)
    const stone = mix(mix(pale, warm, layer), grey, smoothstep(0, 1, cloud(u, w)) * 0.5)
    const light = 1 + sand(u, v) * 0.018
    return mix([stone[0] * light, stone[1] * light, stone[2] * light], hole, pit(u, v) * 0.65)
  })
  const relief = new HeightField(512, 512).fill((u, v) => -pit(u, v) * 5e-4 + sand(u, v) * 1.2e-5)
  const surface = paint('travertine-surface', 256, 256, 'data', (u, v) => [
    1 - pit(u, v) * 0.4,
    0.42 + pit(u, v) * 0.4 + cloud(u, v) * 0.05,
    0,
  ])
  return { colour, normal: normalMap('travertine-normal', relief, TRAVERTINE_TILE), surface }
}
