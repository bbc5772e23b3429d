import type { Finger, RingSeat } from './hand-fit'
import type { Side } from './head-fit'
import { quaternionOfAxes } from './rotation'
import { between, cross, dot, square, unit } from './vectors'

export const FINGERS: readonly Finger[] = ['thumb', 'index', 'middle', 'ring', 'little']

/** The knuckle and the joint between which a ring sits. */
const BONE: Readonly<Record<Finger, readonly [from: number, to: number, beyond: number]>> = {
  thumb: [2, 3, 4],
  index: [5, 6, 7],
  middle: [9, 10, 11],
  ring: [13, 14, 15],
  little: [17, 18, 19],
}
/** Where along that bone, as the tracker has its ends: past the web between the fingers (a modelled hand, docs/tryon-fit.md). */
const ALONG: Readonly<Record<Finger, number>> = {
  thumb: 0.5,
  index: 0.48,
  middle: 0.48,
  ring: 0.48,
  little: 0.48,
}
/** A finger's radius there as a share of the palm's length (about 81 mm): rings of 17 to 20 mm across for average hands, as a modelled hand has them. */
const RADIUS: Readonly<Record<Finger, number>> = {
  thumb: 0.117,
  index: 0.113,
  middle: 0.12,
  ring: 0.113,
  little: 0.103,
}

/** Mean over views of a modelled hand, right and left: radians. */
const TURNED = 0.126

const axis = new Float64Array(3)
const dorsal = new Float64Array(3)
const across = new Float64Array(3)
const a = new Float64Array(3)
const b = new Float64Array(3)

/**
 * Which way the back of the hand looks, unit length: out of the plane of wrist and knuckles, which the tracker sees turned about the hand's length
 * by {@link TURNED}.
 */
export function backOfHand(out: Float64Array, joints: ArrayLike<number>, side: Side): Float64Array {
  between(a, joints, 0, 5)
  between(b, joints, 0, 17)
  // Seen on its back with fingers up, a right hand has its index finger at the left.
  if (side === 'right') cross(out, b, a)
  else cross(out, a, b)
  unit(out)
  between(a, joints, 0, 9)
  unit(a)
  cross(b, out, a)
  const k = side === 'right' ? Math.tan(TURNED) : -Math.tan(TURNED)
  for (let i = 0; i < 3; i++) out[i] = (out[i] as number) + k * (b[i] as number)
  unit(out)
  return out
}

/**
 * Where a ring sits on a finger: Z to the tip, Y out of the back.
 *
 * @param joints 21 × (x, y, z), metres, camera space
 */
export function seatRing(
  seat: RingSeat,
  finger: Finger,
  joints: ArrayLike<number>,
  palmLength: number,
  side: Side,
): void {
  const [from, to, beyond] = BONE[finger]
  const share = ALONG[finger]
  const { position, quaternion } = seat.frame
  between(axis, joints, from, to)
  for (let k = 0; k < 3; k++) position[k] = (joints[3 * from + k] as number) + share * (axis[k] as number)
  unit(axis)
  backOfHand(dorsal, joints, side)
  // A bent finger tells its own back: the side away from which it bends. Nearly straight it tells nothing, and the palm does.
  between(a, joints, to, beyond)
  unit(a)
  cross(b, axis, a)
  const bend = Math.hypot(b[0] as number, b[1] as number, b[2] as number)
  cross(across, b, axis)
  const k = finger === 'thumb' ? -1 : -Math.min(1, Math.max(0, (bend - 0.2) / 0.4))
  if (bend > 0.2 || finger === 'thumb') {
    unit(across)
    // Not against the palm's word: fingers do not bend backwards.
    const agrees = dot(across, dorsal) < 0 || finger === 'thumb'
    if (agrees) for (let i = 0; i < 3; i++) dorsal[i] = (dorsal[i] as number) + k * (across[i] as number)
  }
  square(dorsal, axis)
  cross(across, dorsal, axis)
  quaternionOfAxes(quaternion, across, dorsal, axis)
  const out = seat as { -readonly [Key in keyof RingSeat]: RingSeat[Key] }
  out.radius = RADIUS[finger] * palmLength
}
