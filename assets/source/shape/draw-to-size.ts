import { Vector3 } from 'three'
import type { Dimensions } from '../../../src/core/dimensions'
import { at, type Mesh } from './mesh'

/**
 * Draws parts to the declared size exactly. Modelling lands within a per cent of it; more than two means the model is wrong.
 *
 * @param origin what lies at the origin: the middle of the box's underside, of its back, or of its top, or the anchor a worn thing was
 * modelled about, which stays where it is
 */
export function drawToSize(
  meshes: readonly Mesh[],
  size: Dimensions,
  origin: 'underside' | 'back' | 'top' | 'anchor' = 'underside',
): void {
  const low = new Vector3(Infinity, Infinity, Infinity)
  const high = new Vector3(-Infinity, -Infinity, -Infinity)
  const point = new Vector3()
  for (const mesh of meshes) {
    for (let i = 0; i < mesh.vertexCount; i++) {
      point.fromArray(mesh.positions, i * 3)
      low.min(point)
      high.max(point)
    }
  }
  const wanted = new Vector3(size.width, size.height, size.depth)
  const scale = wanted.clone().divide(high.clone().sub(low))
  for (const factor of scale.toArray()) {
    if (Math.abs(factor - 1) > 0.02)
      throw new Error(`assets/far-from-size: scale ${scale.toArray().join(', ')}`)
  }
  const anchor = low.clone().add(high).multiplyScalar(0.5)
  if (origin === 'underside') anchor.y = low.y
  else if (origin === 'back') anchor.z = low.z
  else if (origin === 'top') anchor.y = high.y
  else anchor.set(0, 0, 0)
  for (const mesh of meshes) {
    for (let i = 0; i < mesh.vertexCount * 3; i += 3) {
      mesh.positions[i] = (at(mesh.positions, i) - anchor.x) * scale.x
      mesh.positions[i + 1] = (at(mesh.positions, i + 1) - anchor.y) * scale.y
      mesh.positions[i + 2] = (at(mesh.positions, i + 2) - anchor.z) * scale.z
    }
  }
}
