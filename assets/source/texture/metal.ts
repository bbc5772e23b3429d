import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, gradientNoise } from './noise'

/** Metres one tile covers: around the part, along it. */
export const METAL_TILE: readonly [number, number] = [0.12, 0.12]

export interface MetalTextures {
  readonly normal: Image
  readonly surface: Image
}

/** Metal brushed on the lathe: fine scratches around the part, uneven polish from hands. `metallic` 1, roughness about 0.3. */
export function brushedMetal(): MetalTextures {
  const size = 256
  const scratches = gradientNoise(611, 3, 120)
  const fine = gradientNoise(612, 2, 128)
  const hands = fractalNoise(613, 3, 3, 3)
  const relief = new HeightField(size, size).fill((u, v) => scratches(u, v) * 4e-6 + fine(u + 0.3, v) * 3e-6)
  const surface = paint('brushed-surface', size, size, 'data', (u, v) => [
    1,
    0.38 + scratches(u, v) * 0.05 + hands(u, v) * 0.025,
    1,
  ])
  return { normal: normalMap('brushed-normal', relief, METAL_TILE), surface }
}
