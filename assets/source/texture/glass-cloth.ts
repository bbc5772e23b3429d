import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise } from './noise'

/** Metres one tile covers. */
export const GLASS_CLOTH_TILE: readonly [number, number] = [0.016, 0.016]
/** Rovings across a tile. */
const ROVINGS = 8

/** Glass-fibre cloth in a 2/2 twill: flat rovings of 2 mm that pass over two and under two. */
export function glassCloth(): { readonly colour: Image; readonly normal: Image } {
  const fibre = fractalNoise(851, 64, 64, 2)
  const place = (u: number, v: number) => {
    const [x, y] = [u * ROVINGS, v * ROVINGS]
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const warp = (((i + j) % 4) + 4) % 4 < 2
    const [across, along, step] = warp ? [x - i, y, i] : [y - j, x, -j]
    // Height swings up in the middle of the float of two.
    const phase = along + step
    const float = Math.sin(((((phase % 4) + 4) % 4) / 2) * Math.PI)
    const round = Math.sqrt(Math.max(0, 1 - (2 * across - 1) ** 2))
    return { warp, round, lift: 0.5 + 0.5 * Math.abs(float) }
  }
  const colour = paint('glass-cloth-colour', 256, 256, 'colour', (u, v) => {
    const { warp, round, lift } = place(u, v)
    const tone = (warp ? 0.92 : 0.74) * (0.55 + 0.45 * round ** 0.7) * (0.8 + 0.2 * lift) + fibre(u, v) * 0.03
    return [tone, tone * 0.99, tone * 0.97]
  })
  const relief = new HeightField(256, 256).fill((u, v) => {
    const { round, lift } = place(u, v)
    return round * 1.6e-4 + lift * 1.2e-4 + fibre(u, v) * 8e-6
  })
  return { colour, normal: normalMap('glass-cloth-normal', relief, GLASS_CLOTH_TILE) }
}
