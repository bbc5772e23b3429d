import type { ClothTextures } from './boucle'
import { HeightField, normalMap, paint } from './image'
import { fractalNoise, random } from './noise'

/** Metres one tile covers. */
export const FELT_TILE: readonly [number, number] = [0.06, 0.06]

const SIZE = 512

/** Wool felt: short fibres matted every way, no thread and no direction. Pale; dyed by the variant's colour factor. */
export function felt(): ClothTextures {
  const next = random(3701)
  const fibres = new HeightField(SIZE, SIZE)
  for (let n = 0; n < 9000; n++) {
    let x = next() * SIZE
    let y = next() * SIZE
    let heading = next() * Math.PI * 2
    const turn = (next() - 0.5) * 0.16
    const lift = next()
    for (let k = 0; k < 14 + next() * 16; k++) {
      heading += turn
      x += Math.cos(heading)
      y += Math.sin(heading)
      const px = Math.floor(x)
      const py = Math.floor(y)
      fibres.set(px, py, Math.max(fibres.get(px, py) * 0.85, lift))
    }
  }
  const mat = fractalNoise(3702, 18, 18, 3)
  const cloud = fractalNoise(3703, 3, 3, 3)
  const relief = new HeightField(SIZE, SIZE).fill((u, v) => {
    const x = Math.floor(u * SIZE)
    const y = Math.floor(v * SIZE)
    const soft = (fibres.get(x, y) * 2 + fibres.get(x + 1, y) + fibres.get(x, y + 1)) / 4
    return soft * 2.2e-5 + mat(u, v) * 7e-5
  })
  const colour = paint('felt-colour', SIZE, SIZE, 'colour', (u, v, x, y) => {
    const light = 0.84 + (fibres.get(x, y) - 0.5) * 0.06 + mat(u, v) * 0.03 + cloud(u, v) * 0.025
    return [light, light * 0.995, light * 0.985]
  })
  const surface = paint('felt-surface', SIZE / 4, SIZE / 4, 'data', (u, v) => [
    0.95 + mat(u, v) * 0.05,
    0.93,
    0,
  ])
  return { colour, normal: normalMap('felt-normal', relief, FELT_TILE), surface }
}
