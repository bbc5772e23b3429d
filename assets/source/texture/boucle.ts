import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** Metres one tile covers. */
export const BOUCLE_TILE: readonly [number, number] = [0.165, 0.165]

export interface ClothTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
}

const SIZE = 512

/**
 * Bouclé: loops of curled yarn thrown over a ground, each yarn a small hill with its own shade. The colour is a pale
 * neutral; the variant's factor dyes it. Loops wrap round the tile.
 */
export function boucle(): ClothTextures {
  const next = random(4211)
  const height = new HeightField(SIZE, SIZE)
  const shade = new HeightField(SIZE, SIZE)
  const curl = gradientNoise(4212, 11, 11)
  // A ground of flat yarn first, so that no hole shows; then curls, ever fewer and higher.
  for (const { count, lift, arch } of [
    { count: 1700, lift: 0.0002, arch: 0.0002 },
    { count: 1500, lift: 0.0004, arch: 0.0005 },
    { count: 800, lift: 0.0007, arch: 0.0008 },
  ]) {
    for (let n = 0; n < count; n++) {
      let x = next() * SIZE
      let y = next() * SIZE
      let heading = next() * Math.PI * 2
      const turn = (next() < 0.5 ? -1 : 1) * (0.1 + next() * 0.13)
      const steps = 16 + Math.floor(next() * 22)
      const radius = 3.8 + next() * 1.7
      const base = lift + next() * 0.0003
      const tone = next()
      for (let k = 0; k < steps; k++) {
        const rise = Math.sin(((k + 0.5) / steps) * Math.PI)
        stamp(height, shade, x, y, radius, base + rise * arch, tone)
        heading += turn + curl(x / SIZE, y / SIZE) * 0.1
        x += Math.cos(heading) * 1.5
        y += Math.sin(heading) * 1.5
      }
    }
  }
  const undulate = fractalNoise(4213, 3, 3, 2)
  const fuzz = fractalNoise(4214, 110, 110, 2)
  const relief = new HeightField(SIZE, SIZE)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const u = x / SIZE
      const v = y / SIZE
      relief.set(x, y, soften(height.get(x, y)) * 1.35 + undulate(u, v) * 0.0004 + fuzz(u, v) * 0.00005)
    }
  }
  // How high a yarn lies: the deep ones are in the shade of the others.
  const open = (x: number, y: number) => smoothstep(0.0002, 0.0021, soften(height.get(x, y)))
  const colour = paint('boucle-colour', SIZE, SIZE, 'colour', (u, v, x, y) => {
    const light = 0.785 + 0.15 * open(x, y) + 0.05 * (shade.get(x, y) - 0.5) + fuzz(u, v) * 0.03
    const warm = (shade.get(x, y) * 7.31) % 1
    return [light, light * (0.993 + warm * 0.01), light * (0.975 + warm * 0.025)]
  })
  const surface = paint('boucle-surface', SIZE / 2, SIZE / 2, 'data', (_u, _v, x, y) => [
    0.7 + 0.3 * open(x * 2, y * 2),
    0.94,
    0,
  ])
  return { colour, normal: normalMap('boucle-normal', relief, BOUCLE_TILE), surface }
}

/** Gaps between loops show yarn below, not a hole: what lies deep is lifted towards the rest. */
function soften(height: number): number {
  const floor = 0.0009
  return height < floor ? floor - (floor - height) * 0.35 : height
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
      const h = lift + Math.sqrt(1 - d2) * radius * 0.00018
      if (h > height.get(x, y)) {
        height.set(x, y, h)
        shade.set(x, y, tone)
      }
    }
  }
}
