/**
 * A room's own frame, and the way between it and an AR session's.
 *
 * A session's axes mean nothing after it ends: its origin is wherever the phone happened to wake. A room is therefore
 * kept in a frame of its own, so that it can be put down again in another session, or another house:
 *
 *   - the origin lies on the floor where the first product was placed (straight below it, for a lamp on a table or a
 *     picture on a wall);
 *   - +Z is where that product faces, +Y is up, metres.
 *
 * The origin is itself a {@link Pose} in the session: its `yaw` turns room axes into session axes. All functions are
 * pure and allocate one object; in a frame callback use the session's own matrices instead.
 */
import type { Pose } from './room'

/** The pose that changes nothing. */
export const ORIGIN: Pose = { x: 0, y: 0, z: 0, yaw: 0 }

/** An angle brought into (-π, π], radians. */
export function wrapAngle(radians: number): number {
  const turn = 2 * Math.PI
  const wrapped = ((radians % turn) + turn) % turn
  return wrapped > Math.PI ? wrapped - turn : wrapped
}

/** A pose in a room, in the axes of the session in which the room's origin is at `origin`. */
export function toSessionPose(origin: Pose, pose: Pose): Pose {
  const cos = Math.cos(origin.yaw)
  const sin = Math.sin(origin.yaw)
  return {
    x: origin.x + cos * pose.x + sin * pose.z,
    y: origin.y + pose.y,
    z: origin.z - sin * pose.x + cos * pose.z,
    yaw: wrapAngle(origin.yaw + pose.yaw),
  }
}

/** A pose in a session, in the axes of the room whose origin is at `origin` in that session. */
export function toRoomPose(origin: Pose, pose: Pose): Pose {
  const cos = Math.cos(origin.yaw)
  const sin = Math.sin(origin.yaw)
  const x = pose.x - origin.x
  const z = pose.z - origin.z
  return {
    x: cos * x - sin * z,
    y: pose.y - origin.y,
    z: sin * x + cos * z,
    yaw: wrapAngle(pose.yaw - origin.yaw),
  }
}

/**
 * Where a room's origin must be in a session for one of its products to stand at a given place there: the shopper
 * puts the first product of a shared room down, and the others follow.
 *
 * @param inRoom the product's pose in the room
 * @param inSession where it was put, in the session
 * @param floorY the session's floor, metres, where it is known. A picture is rarely hung twice at one height, and
 *   the floor must not move with it; without it the product's height in the room is trusted.
 */
export function originFor(inRoom: Pose, inSession: Pose, floorY?: number): Pose {
  const yaw = wrapAngle(inSession.yaw - inRoom.yaw)
  const turned = toSessionPose({ x: 0, y: 0, z: 0, yaw }, inRoom)
  return {
    x: inSession.x - turned.x,
    y: floorY ?? inSession.y - inRoom.y,
    z: inSession.z - turned.z,
    yaw,
  }
}
