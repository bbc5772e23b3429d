import { Quaternion, Vector3 } from 'three'
import canonical from '../../../../assets/try-on/canonical-face.json'
import type { Finger, HandFit } from '../../../../src/experiences/tryon/fit/hand-fit'
import type { HeadFit, HeadMarks } from '../../../../src/experiences/tryon/fit/head-fit'
import type { Intrinsics } from '../../../../src/experiences/tryon/fit/intrinsics'
import type { FaceTopology } from '../../../../src/experiences/tryon/looks/face-topology'

export const FACE: FaceTopology = canonical

/** Midway between the eyeballs' centres in the canonical face's own frame. */
const EYES = new Vector3(0, 0.0262, 0.0235)

export interface BodyPose {
  readonly x?: number
  readonly y?: number
  readonly z?: number
  /** Degrees. */
  readonly yaw?: number
  readonly roll?: number
}

/** An adult's marks on the canonical face. */
export const MARKS: HeadMarks = {
  noseRidge: [
    { point: [0, 0.0065, 0.0285], halfWidth: 0.0075, flankDepth: 0.006 },
    { point: [0, -0.0015, 0.0342], halfWidth: 0.0092, flankDepth: 0.006 },
    { point: [0, -0.009, 0.0395], halfWidth: 0.0112, flankDepth: 0.006 },
    { point: [0, -0.0156, 0.0442], halfWidth: 0.013, flankDepth: 0.006 },
    { point: [0, -0.0226, 0.0489], halfWidth: 0.0145, flankDepth: 0.006 },
  ],
  earTop: { left: [0.0735, 0.007, -0.078], right: [-0.0735, 0.007, -0.078] },
  lobe: { left: [0.0765, -0.04, -0.075], right: [-0.0765, -0.04, -0.075] },
  skull: {
    centre: [0, 0.035, -0.078],
    radii: [0.074, 0.085, 0.098],
    circumference: 0.57,
    band: [0, 0.045, -0.076],
    bandTilt: 0.1,
  },
  faceWidth: 0.142,
}

export function intrinsicsOf(width: number, height: number, focal = width * 1.2): Intrinsics {
  return { width, height, focal, centreX: width / 2, centreY: height / 2 }
}

/**
 * The canonical face at a pose, as an ideal fit. The mouth is open by some metres at its middle.
 */
export function headAt(
  intrinsics: Intrinsics,
  pose: BodyPose = {},
  { id = 1, open = 0 }: { readonly id?: number; readonly open?: number } = {},
): HeadFit {
  const position = new Vector3(pose.x ?? 0, pose.y ?? 0, pose.z ?? -0.5)
  const quaternion = rotationOf(pose)
  const surface = new Float32Array(478 * 3)
  const points = new Float32Array(478 * 2)
  const point = new Vector3()
  for (let i = 0; i < 478; i++) {
    point.fromArray(canonical.positions, Math.min(i, 467) * 3).sub(EYES)
    if (LOWER_LIP.has(i)) point.y -= open * Math.max(0, 1 - (point.x / 0.024) ** 2)
    point.toArray(surface, i * 3)
    project(point.applyQuaternion(quaternion).add(position), intrinsics, points, i)
  }
  return {
    id,
    pose: rigid(position, quaternion),
    points,
    surface,
    marks: MARKS,
    pd: undefined,
    yaw: pose.yaw ?? 0,
    pitch: 0,
    roll: pose.roll ?? 0,
    residual: 0,
  }
}

const LOWER_LIP = new Set([
  95, 88, 178, 87, 14, 317, 402, 318, 324, 146, 91, 181, 84, 17, 314, 405, 321, 375, 61, 291,
])

const FINGERS: readonly Finger[] = ['thumb', 'index', 'middle', 'ring', 'little']

/** A flat hand whose fingers point up in the picture, its back to the camera; `yaw` turns it about its length. */
export function handAt(
  pose: BodyPose = {},
  side: 'left' | 'right' = 'right',
  fingerRadius = 0.0083,
): HandFit {
  const position = new Vector3(pose.x ?? 0, pose.y ?? 0, pose.z ?? -0.4)
  const turn = rotationOf(pose)
  const place = (x: number, y: number) => new Vector3(x, y, 0).applyQuaternion(turn).add(position)
  // Wrist: X to the hand (up), Z to the camera.
  const wrist = turn.clone().multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), Math.PI / 2))
  // Finger: Z to the tip (up), Y out of the back (to the camera).
  const finger = turn.clone().multiply(new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), -Math.PI / 2))
  finger.multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), Math.PI))
  const joints = new Float32Array(63)
  place(0, 0.02).toArray(joints, 0)
  const rings = Object.fromEntries(
    FINGERS.map((name, i) => {
      const x = (i - 2) * (side === 'right' ? 0.021 : -0.021)
      for (let j = 0; j < 4; j++) place(x, 0.11 + j * 0.026).toArray(joints, (1 + i * 4 + j) * 3)
      return [name, { frame: rigid(place(x, 0.122), finger), radius: fingerRadius }]
    }),
  ) as Record<Finger, HandFit['rings'][Finger]>
  return {
    id: 1,
    side,
    wrist: rigid(position, wrist),
    wristWidth: 0.056,
    wristThickness: 0.041,
    rings,
    joints,
    palmLength: 0.09,
    facing: 1,
  }
}

function rotationOf({ yaw = 0, roll = 0 }: BodyPose): Quaternion {
  return new Quaternion()
    .setFromAxisAngle(new Vector3(0, 1, 0), (yaw * Math.PI) / 180)
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), (roll * Math.PI) / 180))
}

function rigid(position: Vector3, quaternion: Quaternion) {
  return {
    position: Float64Array.from(position.toArray()),
    quaternion: Float64Array.from(quaternion.toArray()),
  }
}

/** Camera space to pixels of the frame. */
export function project(
  point: Vector3,
  { focal, centreX, centreY }: Intrinsics,
  into: Float32Array,
  i: number,
): void {
  into[i * 2] = centreX - (point.x / point.z) * focal
  into[i * 2 + 1] = centreY + (point.y / point.z) * focal
}
