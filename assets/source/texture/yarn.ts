import { HeightField, type Image, normalMap, paint } from './image'
import { gradientNoise } from './noise'

/** Metres one tile covers: around a strand, along it. */
export const YARN_TILE: readonly [number, number] = [0.011, 0.02]

/** Plied cotton: strands twisted round each other. */
export function twistedYarn(): { normal: Image; surface: Image } {
  const size = 128
  const fuzz = gradientNoise(1601, 30, 30)
  const ply = (u: number, v: number) => Math.abs(Math.sin((u * 2 + v * 4) * Math.PI))
  const relief = new HeightField(size, size).fill((u, v) => ply(u, v) * 5e-4 + fuzz(u, v) * 6e-5)
  const surface = paint('yarn-surface', size, size, 'data', (u, v) => [0.45 + 0.55 * ply(u, v), 0.95, 0])
  return { normal: normalMap('yarn-normal', relief, YARN_TILE), surface }
}
