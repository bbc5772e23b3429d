import { Quaternion, Vector3 } from 'three'
import type { Point3, Side } from '../fit/head-fit'

/** A lobe looks sideways and a little to the front: its outward direction in the head's frame, for the left ear. */
const OUT_X = 0.93
const OUT_Z = 0.37
/** Cosines between that and the direction to the camera over which an earring fades. */
const GONE = -0.06
const SEEN = 0.12

const toCamera = new Vector3()
const head = new Quaternion()
const forward = new Vector3()
const UP = new Vector3(0, 1, 0)

/**
 * How much of an earring can be seen, 0..1: a lobe that is turned away is behind the cheek.
 *
 * @param pose the head's, in camera space
 */
export function lobeSeen(lobe: Point3, side: Side, position: Vector3, rotation: Quaternion): number {
  head.copy(rotation).invert()
  toCamera.copy(position).negate().applyQuaternion(head)
  toCamera.x -= lobe[0]
  toCamera.y -= lobe[1]
  toCamera.z -= lobe[2]
  toCamera.normalize()
  const cos = toCamera.x * (side === 'left' ? OUT_X : -OUT_X) + toCamera.z * OUT_Z
  const t = Math.min(1, Math.max(0, (cos - GONE) / (SEEN - GONE)))
  return t * t * (3 - 2 * t)
}

/** The part of a head's rotation about the picture's upright: an earring turns with the head, but hangs. */
export function headingOf(rotation: Quaternion, out: Quaternion): void {
  forward.set(0, 0, 1).applyQuaternion(rotation)
  out.setFromAxisAngle(UP, Math.atan2(forward.x, forward.z))
}
