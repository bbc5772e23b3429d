import { HeightField, type Image, normalMap, paint } from './image'
import { gradientNoise } from './noise'

/** Metres one tile covers: along the ribbon, across it. */
export const GROSGRAIN_TILE: readonly [number, number] = [0.024, 0.024]

/** Grosgrain ribbon: a thick weft makes ribs across its width (along v), fine silk warps bind them. */
export function grosgrain(): { readonly normal: Image; readonly surface: Image } {
  const size = 256
  const uneven = gradientNoise(3801, 32, 6)
  const rib = (u: number, v: number) => Math.abs(Math.sin(Math.PI * (u * 32 + uneven(u, v) * 0.06)))
  const warp = (v: number) => Math.sin(Math.PI * v * 96) ** 2
  const relief = new HeightField(size, size).fill((u, v) => rib(u, v) * 1.4e-4 + warp(v) * 1.2e-5)
  const surface = paint('grosgrain-surface', size, size, 'data', (u, v) => [
    0.6 + 0.4 * rib(u, v),
    0.66 - 0.14 * rib(u, v),
    0,
  ])
  return { normal: normalMap('grosgrain-normal', relief, GROSGRAIN_TILE), surface }
}
