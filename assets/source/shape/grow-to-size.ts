import { smoothstep } from '../texture/noise'
import { at, type Mesh } from './mesh'

export interface GrowthSize {
  readonly width: number
  readonly depth: number
  readonly top: number
  /** Height of the soil, where nothing moves. */
  readonly from: number
}

/**
 * Draws what grows out of a pot to a plan of `width` × `depth` about the axis and up to `top`. A plant has no exact size of its own; its
 * pot has. Metres.
 */
export function growToSize(meshes: readonly Mesh[], size: GrowthSize): void {
  // The pull grows with height, so the widest leaf may not be the one that moves most: a few rounds settle it.
  for (let round = 0; round < 5; round++) pull(meshes, size)
}

function pull(meshes: readonly Mesh[], { width, depth, top, from }: GrowthSize): void {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (const { positions } of meshes) {
    positions.forEach((value, i) => {
      low[i % 3] = Math.min(at(low, i % 3), value)
      high[i % 3] = Math.max(at(high, i % 3), value)
    })
  }
  const spread = (axis: 0 | 2, size: number) => size / (at(high, axis) - at(low, axis))
  const [sx, sz] = [spread(0, width), spread(2, depth)]
  const [cx, cz] = [(at(low, 0) + at(high, 0)) / 2, (at(low, 2) + at(high, 2)) / 2]
  const tall = at(high, 1) - from
  const rise = (top - from) / tall
  for (const mesh of meshes) {
    mesh.deform((p) => {
      // The foot stays in the middle of the pot; the crown is brought over it.
      const over = smoothstep(0, 0.6, (p.y - from) / tall)
      p.x = (p.x - cx * over) * (1 + (sx - 1) * over)
      p.z = (p.z - cz * over) * (1 + (sz - 1) * over)
      if (p.y > from) p.y = from + (p.y - from) * rise
    })
  }
}
