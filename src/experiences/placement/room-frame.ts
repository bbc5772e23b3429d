import type { Pose } from '../../core/room'
import { wrapAngle } from './surface'

/**
 * A pose given relative to `origin`, in the frame that `origin` itself is given in.
 * The room's origin is the pose of its first product.
 */
export function fromRoom(origin: Pose, pose: Pose): Pose {
  const cos = Math.cos(origin.yaw)
  const sin = Math.sin(origin.yaw)
  return {
    x: origin.x + pose.x * cos + pose.z * sin,
    y: origin.y + pose.y,
    z: origin.z - pose.x * sin + pose.z * cos,
    yaw: wrapAngle(origin.yaw + pose.yaw),
  }
}

/** The inverse of {@link fromRoom}: a pose as seen from `origin`. */
export function toRoom(origin: Pose, pose: Pose): Pose {
  const cos = Math.cos(origin.yaw)
  const sin = Math.sin(origin.yaw)
  const dx = pose.x - origin.x
  const dz = pose.z - origin.z
  return {
    x: dx * cos - dz * sin,
    y: pose.y - origin.y,
    z: dx * sin + dz * cos,
    yaw: wrapAngle(pose.yaw - origin.yaw),
  }
}

/** The frame of a room in which nothing stands yet. */
export const NO_ORIGIN: Pose = Object.freeze({ x: 0, y: 0, z: 0, yaw: 0 })
