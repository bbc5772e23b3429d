import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise } from './noise'

/** Metres one tile covers. */
export const MOUNT_TILE: readonly [number, number] = [0.2, 0.2]

/** Cotton mount board: off-white, a felt-like tooth. */
export function mountBoard(): { colour: Image; normal: Image } {
  const size = 256
  const tooth = fractalNoise(1101, 42, 42, 3)
  const cloud = fractalNoise(1102, 4, 4, 2)
  const colour = paint('mount-colour', size, size, 'colour', (u, v) => {
    const light = 0.92 + cloud(u, v) * 0.008 + tooth(u, v) * 0.01
    return [light, light * 0.988, light * 0.962]
  })
  const relief = new HeightField(size, size).fill((u, v) => tooth(u, v) * 9e-5)
  return { colour, normal: normalMap('mount-normal', relief, MOUNT_TILE) }
}
