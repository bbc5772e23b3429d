import type { Object3D } from 'three'
import type { Rigid } from '../fit/rigid'

/** Puts an object into a frame of camera space. */
export function applyRigid({ position, quaternion }: Rigid, object: Object3D): void {
  object.position.fromArray(position)
  object.quaternion.fromArray(quaternion)
}
