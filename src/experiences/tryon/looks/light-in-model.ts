import { type Object3D, Quaternion, type Vector3 } from 'three'
import type { PictureLight } from '../tracker/tracker'

const turn = new Quaternion()

/**
 * Towards the picture's light in the space of a model: from the front above when nothing is known, and the more from there the more diffuse it is.
 *
 * @returns how dark a shadow in it is, 0..1
 */
export function lightInModel(light: PictureLight | undefined, model: Object3D, out: Vector3): number {
  out.set(0, 0.45, 0.9)
  const contrast = light?.contrast ?? 0.4
  if (light) {
    const [x, y, z] = light.direction
    const sure = Math.min(1, contrast * 1.5)
    out.set(x * sure, mix(0.45, y, sure), mix(0.9, z, sure))
  }
  out.normalize().applyQuaternion(model.getWorldQuaternion(turn).invert())
  return mix(0.55, 0.95, contrast)
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
