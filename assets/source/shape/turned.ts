import { lathe } from './lathe'
import type { Mesh } from './mesh'
import { type Corner, outline } from './profile'

/** A part turned from corners with fillets, as [radius, height, fillet] from the underside outwards and up. Metres. */
export function turned(
  corners: readonly (readonly [number, number, number?])[],
  segments: number,
  { arc = 4, girth = 0, crease = 50 } = {},
): Mesh {
  const points = corners.map(([x, y, fillet]): Corner => ({ x, y, ...(fillet ? { fillet } : {}) }))
  return lathe(outline(points, false, arc), segments, girth, crease)
}
