import { MIRROR, RIGID } from '../../../../src/experiences/tryon/fit/head-model'
import { AVERAGE_HEAD, HeadShape, LANDMARKS } from '../../../../src/experiences/tryon/fit/head-shape'
import type { Intrinsics } from '../../../../src/experiences/tryon/fit/intrinsics'
import { matrixOf, multiply, turnBy } from '../../../../src/experiences/tryon/fit/rotation'
import type { FaceLandmarks, Observation } from '../../../../src/experiences/tryon/tracker/tracker'

export const CAMERA: Intrinsics = { width: 640, height: 480, focal: 560, centreX: 320, centreY: 240 }

/** Somebody's head: landmarks in metres in the head's frame. */
export interface Person {
  readonly points: Float64Array
  /** Against the average head. */
  readonly scale: number
}

export interface HeadPose {
  readonly position: readonly [number, number, number]
  /** Radians, as `HeadFit` has them in degrees. */
  readonly yaw: number
  readonly pitch?: number
  readonly roll?: number
}

/** Two numbers, independent and normal. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Somebody whose features lie smoothly elsewhere than the average's, alike on both sides. @param spread metres */
export function person(random: () => number, spread = 0, scale = 1): Person {
  const points = Float64Array.from(AVERAGE_HEAD)
  for (let bump = 0; bump < 12 && spread > 0; bump++) {
    const centre = [0.08 * random(), 0.16 * random() - 0.09, 0.06 * random() - 0.02]
    const push = [normal(random), normal(random), normal(random)].map((value) => value * spread)
    for (let i = 0; i < 468; i++) {
      const right = MIRROR[i] === i ? 0 : Math.sign(points[3 * i] ?? 0)
      const d = Math.hypot(
        Math.abs(points[3 * i] ?? 0) - (centre[0] ?? 0),
        (points[3 * i + 1] ?? 0) - (centre[1] ?? 0),
        (points[3 * i + 2] ?? 0) - (centre[2] ?? 0),
      )
      const share = Math.exp(-((d / 0.035) ** 2))
      points[3 * i] = (points[3 * i] ?? 0) + right * share * (push[0] ?? 0)
      points[3 * i + 1] = (points[3 * i + 1] ?? 0) + share * (push[1] ?? 0)
      points[3 * i + 2] = (points[3 * i + 2] ?? 0) + share * (push[2] ?? 0)
    }
  }
  // Irises do not grow with the head.
  for (const first of [468, 473]) {
    for (let i = first + 1; i < first + 5; i++) {
      for (let k = 0; k < 3; k++) {
        const middle = points[3 * first + k] ?? 0
        points[3 * i + k] = middle + ((points[3 * i + k] ?? 0) - middle) / scale
      }
    }
  }
  return { points: points.map((value) => value * scale), scale }
}

/** The attitude of a pose as a quaternion: roll first, then pitch, then yaw. */
export function attitude({ yaw, pitch = 0, roll = 0 }: HeadPose): Float64Array {
  const q = turnBy(new Float64Array(4), 0, yaw, 0)
  multiply(q, q, turnBy(new Float64Array(4), -pitch, 0, 0))
  return multiply(q, q, turnBy(new Float64Array(4), 0, 0, roll))
}

const average = new HeadShape()
const rigidPlace = new Map(RIGID.map((landmark, place) => [landmark, place]))

/** What the tracker says of somebody, with its slide by direction and its noise. @param noise pixels */
export function seeFace(
  { points, scale }: Person,
  pose: HeadPose,
  random: () => number,
  noise = 0,
  camera = CAMERA,
): FaceLandmarks {
  const r = matrixOf(new Float64Array(9), attitude(pose))
  const [tx, ty, tz] = pose.position
  const length = Math.hypot(tx, ty, tz)
  const toCamera = [0, 1, 2].map(
    (k) => -((r[k] ?? 0) * tx + (r[3 + k] ?? 0) * ty + (r[6 + k] ?? 0) * tz) / length,
  )
  average.expect(Math.atan2(-(toCamera[0] ?? 0), toCamera[2] ?? 1), Math.asin(-(toCamera[1] ?? 0)))
  const out = new Float32Array(3 * LANDMARKS)
  for (let i = 0; i < LANDMARKS; i++) {
    const place = rigidPlace.get(i)
    const p = [0, 1, 2].map((k) => {
      const slide =
        place === undefined ? 0 : (average.expected[3 * place + k] ?? 0) - (AVERAGE_HEAD[3 * i + k] ?? 0)
      return (points[3 * i + k] ?? 0) + scale * slide
    })
    const at = (row: number) =>
      (r[row] ?? 0) * (p[0] ?? 0) + (r[row + 1] ?? 0) * (p[1] ?? 0) + (r[row + 2] ?? 0) * (p[2] ?? 0)
    const z = at(6) + tz
    const k = camera.focal / -z
    out[3 * i] = camera.centreX + k * (at(0) + tx) + noise * normal(random)
    out[3 * i + 1] = camera.centreY - k * (at(3) + ty) + noise * normal(random)
    out[3 * i + 2] = -at(6) * (camera.focal / -tz) + noise * normal(random)
  }
  return { points: out }
}

export function observation(time: number, faces: readonly FaceLandmarks[]): Observation {
  return { time, width: CAMERA.width, height: CAMERA.height, faces, hands: [], detectMs: 0 }
}

/** Degrees between two attitudes. */
export function degreesBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0
  for (let i = 0; i < 4; i++) dot += (a[i] ?? 0) * (b[i] ?? 0)
  return (2 * Math.acos(Math.min(1, Math.abs(dot))) * 180) / Math.PI
}
