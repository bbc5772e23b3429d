import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, random } from './noise'

/** Metres one tile covers. */
export const POTTING_TILE: readonly [number, number] = [0.1, 0.1]

/** Crumbs and grains for the top of a pot, pale and neutral: the surface's colour says whether it is soil or pumice. */
export function pottingGrain(): { colour: Image; normal: Image } {
  const size = 256
  const next = random(2501)
  const height = new HeightField(size, size)
  const tone = new HeightField(size, size)
  for (let n = 0; n < 1500; n++) {
    const [cx, cy] = [next() * size, next() * size]
    const radius = 2.5 + next() ** 2 * 7
    const [shade, squash] = [next(), 0.7 + next() * 0.6]
    const reach = Math.ceil(radius)
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        const d2 = ((x * squash) ** 2 + (y / squash) ** 2) / (radius * radius)
        if (d2 >= 1) continue
        const [px, py] = [Math.floor(cx + x), Math.floor(cy + y)]
        const lie = Math.sqrt(1 - d2) * radius
        if (lie <= height.get(px, py)) continue
        height.set(px, py, lie)
        tone.set(px, py, shade)
      }
    }
  }
  const grit = fractalNoise(2502, 60, 60, 2)
  const colour = paint('potting-colour', size, size, 'colour', (u, v, x, y) => {
    const open = Math.min(1, height.get(x, y) / 5)
    const light = 0.52 + 0.22 * open + (tone.get(x, y) - 0.5) * 0.3 + grit(u, v) * 0.08
    return [light, light * 0.97, light * 0.93]
  })
  const relief = new HeightField(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      relief.set(x, y, height.get(x, y) * 2.6e-4 + grit(x / size, y / size) * 1.2e-4)
    }
  }
  return { colour, normal: normalMap('potting-normal', relief, POTTING_TILE) }
}
