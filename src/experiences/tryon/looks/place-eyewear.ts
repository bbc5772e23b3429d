import { Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import { clamp } from '../fit/clamp'
import type { HeadMarks, Point3 } from '../fit/head-fit'

/** Where a frame sits, in the head's frame (metres, radians). */
export interface EyewearPlacement {
  readonly position: Vector3
  readonly rotation: Quaternion
  /** How each temple turns about its hinge: outwards, and up at its end. */
  readonly temples: Readonly<Record<'left' | 'right', { out: number; up: number }>>
  /** From the hinges back to where the temples meet the ears. */
  earDistance: number
}

/**
 * Height of the bridge over the pupils, metres. Lenses hang below their bridge: pupils then look through 2 to 5 mm above the middle of a lens, as
 * opticians want them. A nose's own width would tell it too, if it could be seen: docs/tryon-looks.md.
 */
const HEIGHT = 0.001

/**
 * Backs of the lenses before the centres of the eyeballs. The cornea stands 13 mm before the centre (axial length 24 mm); a frame is fitted
 * 12 to 14 mm before it, 8 to 20 mm occur (BS EN ISO 13666: back vertex distance).
 */
const NEAREST = 0.021
const FARTHEST = 0.033
/** Optical fitting practice: the front leans 0 to 12 degrees; what is left is bent into the temples. */
const MOST_TILT = 0.21
const MOST_ROLL = 0.05
const MOST_BEND = 0.14
const MOST_OUT = 0.16
const MOST_IN = 0.06

const ear = new Vector3()
const back = new Quaternion()
const X = new Vector3(1, 0, 0)
const Z = new Vector3(0, 0, 1)
const turn = new Quaternion()

export function eyewearPlacement(): EyewearPlacement {
  return {
    position: new Vector3(),
    rotation: new Quaternion(),
    temples: { left: { out: 0, up: 0 }, right: { out: 0, up: 0 } },
    earDistance: 0.1,
  }
}

/**
 * Puts a frame on a nose and its temples on the ears (docs/tryon-looks.md has the rule).
 *
 * The bridge rests at the height of the pupils, where its pads touch the nose's flanks, so far behind the ridge as the marks say. The front leans so that the temples reach the tops of the ears; each opens about its hinge to its own ear.
 */
export function placeEyewear(wear: WearOf<'eyewear'>, marks: HeadMarks, out: EyewearPlacement): void {
  rest(marks.noseRidge, out.position)
  const { left, right } = marks.earTop
  const hingeY = (wear.hinges.left[1] + wear.hinges.right[1]) / 2
  const hingeZ = (wear.hinges.left[2] + wear.hinges.right[2]) / 2
  const up = (left[1] + right[1]) / 2 - out.position.y
  const behind = out.position.z - (left[2] + right[2]) / 2
  const tilt = Math.atan2(up, behind) - Math.asin(clamp(hingeY / Math.hypot(up, behind), -1, 1))
  const roll = Math.atan2(left[1] - right[1], left[0] - right[0])
  out.rotation.setFromAxisAngle(Z, clamp(roll, -MOST_ROLL, MOST_ROLL))
  out.rotation.multiply(turn.setFromAxisAngle(X, clamp(tilt, 0, MOST_TILT)))
  out.earDistance = behind + hingeZ
  back.copy(out.rotation).invert()
  reach(left, wear.hinges.left, 1, out.position, out.temples.left)
  reach(right, wear.hinges.right, -1, out.position, out.temples.right)
}

/** The middle of the bridge before the ridge, where the pads meet the flanks. */
function rest(ridge: HeadMarks['noseRidge'], position: Vector3): void {
  if (ridge.length === 0) {
    position.set(0, HEIGHT, NEAREST)
    return
  }
  seek(ridge, HEIGHT)
  const { above, below, part } = at
  const z = mix(above.point[2], below.point[2], part) - mix(above.flankDepth, below.flankDepth, part)
  position.set(mix(above.point[0], below.point[0], part), HEIGHT, clamp(z, NEAREST, FARTHEST))
}

type Rib = HeadMarks['noseRidge'][number]
const NO_RIB: Rib = { point: [0, 0, 0], halfWidth: 0, flankDepth: 0 }
/** Ribs around a height, and how far down from the upper one it lies. */
const at = { above: NO_RIB, below: NO_RIB, part: 0 }

function seek(ridge: HeadMarks['noseRidge'], y: number): void {
  at.above = ridge[0] ?? NO_RIB
  for (const next of ridge) {
    at.below = next
    if (next.point[1] <= y) break
    at.above = next
  }
  const span = at.above.point[1] - at.below.point[1]
  at.part = span > 1e-6 ? clamp((at.above.point[1] - y) / span, 0, 1) : 0
}

function reach(
  [x, y, z]: Point3,
  hinge: readonly [number, number, number],
  side: 1 | -1,
  position: Vector3,
  temple: { out: number; up: number },
): void {
  ear.set(x, y, z).sub(position).applyQuaternion(back)
  const behind = Math.max(0.02, hinge[2] - ear.z)
  temple.out = clamp(Math.atan2((ear.x - hinge[0]) * side, behind), -MOST_IN, MOST_OUT)
  temple.up = clamp(Math.atan2(ear.y - hinge[1], behind), -MOST_BEND, MOST_BEND)
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
