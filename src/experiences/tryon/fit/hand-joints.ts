import type { HandLandmarks } from '../tracker/tracker'
import type { Side } from './head-fit'
import type { Intrinsics } from './intrinsics'
import { PalmTilt } from './palm-tilt'
import { PoseFilter } from './pose-filter'

export const JOINTS = 21

/**
 * From the tracker's wrist to the middle finger's knuckle on an average adult, metres. On a modelled hand 193 mm long these two are 83 mm apart; hands are 187 ± 12 mm (men and women
 * together, ANSUR II 2012: 193 and 181 mm). A picture of a hand alone does not tell its size: this is a guess, wrong by about 6 % for most.
 */
const PALM = 0.081

const HAND_FILTER = {
  across: { noise: 0.0012, unrest: 0.02, surprise: 2.5 },
  depth: { noise: 0.006, unrest: 0.05, surprise: 3 },
  turn: { noise: 0.012, unrest: 0.15, surprise: 2.5 },
  patience: 0.5,
} as const
/** Of a joint against the hand, metres, and the share of a frame that is taken at rest. */
const JOINT_NOISE = 0.0012
const CALM = 0.18

/**
 * A hand's joints in camera space, each on the ray through its pixel, so that what is worn projects where the finger is seen; how deep each lies along its ray is the tracker's
 * own z, their size from the palm as {@link PalmTilt} lays it. (Its world landmarks would be metric, but are far worse: docs/tryon-fit.md.)
 */
export class HandJoints {
  /** 21 × (x, y, z), metres, camera space: as measured in this frame. */
  readonly now = new Float64Array(3 * JOINTS)
  /** The same, filtered. */
  readonly shown = new Float32Array(3 * JOINTS)
  /** Wrist to the middle finger's knuckle, metres. */
  readonly palmLength = PALM
  readonly palm = new PalmTilt()
  readonly #middle = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #calm = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #filter = new PoseFilter(HAND_FILTER)
  /** Joints against the hand's middle, filtered. */
  readonly #local = new Float64Array(3 * JOINTS)
  #time = 0

  /** @param dt seconds since the frame before; not a number for a start */
  see({ points }: HandLandmarks, side: Side, camera: Intrinsics, dt: number): void {
    const fresh = !(dt >= 0)
    this.#time += fresh ? 10 : dt
    this.#lift(points, side, camera)
    this.#smooth(dt, fresh)
  }

  /** Puts the joints on their rays, at the depth that gives the palm its length. */
  #lift(points: Float32Array, side: Side, camera: Intrinsics): void {
    const { focal, centreX, centreY } = camera
    const now = this.now
    for (let i = 0; i < JOINTS; i++) {
      // As if the wrist were one metre away.
      const depth = 1 + (points[3 * i + 2] as number) / focal
      now[3 * i] = (((points[3 * i] as number) - centreX) / focal) * depth
      now[3 * i + 1] = (-((points[3 * i + 1] as number) - centreY) / focal) * depth
      now[3 * i + 2] = -depth
    }
    this.palm.measure(now, side)
    const scale = this.palmLength / Math.max(this.palm.reach(side), 1e-4)
    const middle = this.#middle.position.fill(0)
    for (let i = 0; i < JOINTS; i++) {
      for (let k = 0; k < 3; k++) {
        const value = (now[3 * i + k] as number) * scale
        now[3 * i + k] = value
        middle[k] = (middle[k] as number) + value / JOINTS
      }
    }
  }

  /** Filters the hand's place as a whole, and the joints against it. */
  #smooth(dt: number, fresh: boolean): void {
    const calm = this.#calm
    if (fresh) this.#filter.reset()
    this.#filter.update(this.#middle, this.#time, calm)
    const share = fresh ? 1 : 1 - (1 - CALM) ** Math.min(10, Math.max(0.2, dt * 30))
    const p = this.#middle.position
    const c = calm.position
    for (let i = 0; i < JOINTS; i++) {
      let far = 0
      for (let k = 0; k < 3; k++) {
        const e = (this.now[3 * i + k] as number) - (p[k] as number) - (this.#local[3 * i + k] as number)
        far += k < 2 ? e * e : 0.25 * e * e
      }
      const surprise = far / (6 * JOINT_NOISE * JOINT_NOISE)
      const gain = surprise > 1 ? Math.min(1, share + (1 - share) * (1 - 1 / surprise)) : share
      for (let k = 0; k < 3; k++) {
        const at = 3 * i + k
        const local = this.#local[at] as number
        const next = local + gain * ((this.now[at] as number) - (p[k] as number) - local)
        this.#local[at] = next
        this.shown[at] = next + (c[k] as number)
      }
    }
  }
}
