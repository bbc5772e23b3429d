import { HeightField, normalMap, paint } from './image'
import type { MetalTextures } from './metal'
import { fractalNoise, gradientNoise } from './noise'

/** Metres one tile covers along the brushing (u) and across it (v). */
export const STEEL_TILE: readonly [number, number] = [0.24, 0.12]

/** Sheet steel after the belt: hairlines centimetres long along u, hardly any deep one, an even satin. */
export function brushedSteel(): MetalTextures {
  const size = 512
  const lines = gradientNoise(811, 4, 256)
  const fine = gradientNoise(812, 9, 256)
  const broad = gradientNoise(813, 2, 60)
  const cloud = fractalNoise(814, 3, 3, 3)
  const relief = new HeightField(size, size).fill(
    (u, v) => lines(u, v) * 1.6e-6 + fine(u + 0.3, v + 0.41) * 1.4e-6 + broad(u, v) * 1e-6,
  )
  const surface = paint('steel-surface', size, size, 'data', (u, v) => [
    1,
    0.36 + lines(u, v) * 0.05 + fine(u, v) * 0.03 + cloud(u, v) * 0.012,
    1,
  ])
  return { normal: normalMap('steel-normal', relief, STEEL_TILE), surface }
}
