import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random } from './noise'

/** Metres one tile covers. */
export const BOUCLE_TILE: readonly [number, number] = [0.13, 0.13]

export interface ClothTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

/**
 * Bouclé: loops of curled yarn thrown over a ground, each yarn a small hill with its own shade. The colour is a pale
 * neutral; the variant's factor dyes it. Loops wrap round the tile.
 */
export function boucle(): ClothTextures {
  const size = 512
  const next = random(4211)
  const height = new HeightField(size, size)
  const shade = new HeightField(size, size)
  const curl = gradientNoise(4212, 9, 9)
  height.fill(() => -0.0004)
  for (let n = 0; n < 2300; n++) {
    let x = next() * size
    let y = next() * size
    let heading = next() * Math.PI * 2
    const turn = (next() < 0.5 ? -1 : 1) * (0.1 + next() * 0.2)
    const steps = 14 + Math.floor(next() * 26)
    const radius = 3.1 + next() * 1.9
    const lift = next() * 0.0007
    const tone = next()
    for (let k = 0; k < steps; k++) {
      const arch = Math.sin(((k + 0.5) / steps) * Math.PI)
      stamp(height, shade, x, y, radius, lift + arch * 0.0008, tone)
      heading += turn + curl(x / size, y / size) * 0.12
      x += Math.cos(heading) * 1.6
      y += Math.sin(heading) * 1.6
    }
  }
  const undulate = fractalNoise(4213, 3, 3, 2)
  const fuzz = fractalNoise(4214, 90, 90, 2)
  const relief = new HeightField(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = x / size
      const v = y / size
      relief.set(x, y, height.get(x, y) * 0.9 + undulate(u, v) * 0.0005 + fuzz(u, v) * 0.00006)
    }
  }
  const cavity = (x: number, y: number) => Math.max(0, Math.min(1, (height.get(x, y) + 0.0001) / 0.0015))
  const colour = paint('boucle-colour', size, size, 'colour', (u, v, x, y) => {
    const light = 0.8 + 0.1 * shade.get(x, y) + 0.12 * cavity(x, y) + fuzz(u, v) * 0.03
    return [light, light * 0.995, light * 0.985]
  })
  const surface = paint('boucle-surface', size / 2, size / 2, 'data', (_u, _v, x, y) => [
    0.45 + 0.55 * cavity(x * 2, y * 2),
    0.92,
    0,
  ])
  return { colour, normal: normalMap('boucle-normal', relief, BOUCLE_TILE), surface }
}

/** Presses a round yarn into the field where it lies above what is there. */
function stamp(
  height: HeightField,
  shade: HeightField,
  cx: number,
  cy: number,
  radius: number,
  lift: number,
  tone: number,
): void {
  const x0 = Math.floor(cx - radius)
  const y0 = Math.floor(cy - radius)
  const reach = Math.ceil(radius * 2)
  for (let y = y0; y <= y0 + reach; y++) {
    for (let x = x0; x <= x0 + reach; x++) {
      const d2 = ((x - cx) ** 2 + (y - cy) ** 2) / (radius * radius)
      if (d2 >= 1) continue
      const h = lift + Math.sqrt(1 - d2) * radius * 0.00017
      if (h > height.get(x, y)) {
        height.set(x, y, h)
        shade.set(x, y, tone)
      }
    }
  }
}
