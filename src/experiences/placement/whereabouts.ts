import type { Vector3 } from 'three'
import { wrapAngle } from '../../core/room-frame'
import { headingOf } from './surface'

/** Where something is as seen by someone who stands and looks: for sentences read aloud. */
export interface Whereabouts {
  /** Along the floor, metres. */
  readonly distance: number
  readonly direction: 'front' | 'left' | 'right' | 'behind'
}

export function whereabouts(
  thing: Readonly<Vector3>,
  viewer: Readonly<Vector3>,
  gaze: Readonly<Vector3>,
): Whereabouts {
  const dx = thing.x - viewer.x
  const dz = thing.z - viewer.z
  const distance = Math.hypot(dx, dz)
  // Someone who looks at the floor at their feet still has a front: that of the last heading, here -Z.
  const facing = Math.hypot(gaze.x, gaze.z) < 1e-3 ? Math.PI : headingOf(gaze)
  const angle = wrapAngle(Math.atan2(dx, dz) - facing)
  if (Math.abs(angle) <= Math.PI / 4) return { distance, direction: 'front' }
  if (Math.abs(angle) >= (3 * Math.PI) / 4) return { distance, direction: 'behind' }
  return { distance, direction: angle > 0 ? 'left' : 'right' }
}
