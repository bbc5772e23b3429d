import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise } from './noise'

/** Metres one tile covers. */
export const POWDER_TILE: readonly [number, number] = [0.06, 0.06]

/** Powder-coated metal: the fine orange peel that the melt leaves, gloss that wanders a little. */
export function powderCoat(): { normal: Image; surface: Image } {
  const size = 256
  const peel = fractalNoise(2101, 34, 34, 2)
  const cloud = fractalNoise(2102, 3, 3, 3)
  const relief = new HeightField(size, size).fill((u, v) => peel(u, v) * 1.1e-5)
  const surface = paint('powder-surface', size, size, 'data', (u, v) => [
    1,
    0.5 + cloud(u, v) * 0.03 + peel(u, v) * 0.025,
    0,
  ])
  return { normal: normalMap('powder-normal', relief, POWDER_TILE), surface }
}
