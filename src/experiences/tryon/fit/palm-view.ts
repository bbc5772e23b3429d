import type { Side } from './head-fit'
import { cross, unit } from './vectors'

/** Joints other than the wrist, three numbers each. */
export const PALM_FEATURES = 60
/** Wrist and knuckles: what does not bend. */
const PALM = [0, 5, 9, 13, 17] as const
const UP = [0, 1, 0] as const

/**
 * A hand as it is seen along the ray to its wrist, whoever's, wherever and however large: every joint along the hand, across it (towards the little finger as seen on its back) and in depth, all as a
 * share of the palm's size in the picture. A left hand is seen as the right one it mirrors.
 */
export class PalmView {
  /** 20 × (along, across, depth away from the camera), of joints 1 to 20. */
  readonly features = new Float64Array(PALM_FEATURES)
  /** Camera space, unit: from the wrist to the camera; the hand's own direction as drawn, square to it. */
  readonly towards = new Float64Array(3)
  readonly along = new Float64Array(3)
  /** 21 × (right, up, depth away), from the wrist, at the wrist's distance 1. */
  readonly flat = new Float64Array(63)
  readonly #right = new Float64Array(3)
  readonly #up = new Float64Array(3)

  /** @param joints 21 × (x, y, z), metres, camera space */
  see(joints: ArrayLike<number>, side: Side): void {
    const towards = this.towards
    for (let k = 0; k < 3; k++) towards[k] = -(joints[k] as number)
    unit(towards)
    cross(this.#right, UP, towards)
    unit(this.#right)
    cross(this.#up, towards, this.#right)
    const flat = this.flat
    const far = joints[2] as number
    let squares = 0
    for (let i = 0; i < 21; i++) {
      const z = joints[3 * i + 2] as number
      const across = this.#across(joints, 3 * i)
      flat[3 * i] = this.#share(this.#right, joints, 3 * i) / across
      flat[3 * i + 1] = this.#share(this.#up, joints, 3 * i) / across
      flat[3 * i + 2] = z / far - 1
    }
    for (const i of PALM) squares += (flat[3 * i] as number) ** 2 + (flat[3 * i + 1] as number) ** 2
    const size = Math.max(1e-6, Math.sqrt(squares / 4))
    // Between middle and ring finger, where the wrist's middle points.
    const x = 0.6 * (flat[27] as number) + 0.4 * (flat[39] as number)
    const y = 0.6 * (flat[28] as number) + 0.4 * (flat[40] as number)
    const length = Math.max(1e-9, Math.hypot(x, y))
    const [c, s] = [x / length, y / length]
    const mirror = side === 'left' ? -1 : 1
    for (let k = 0; k < 3; k++) this.along[k] = c * (this.#right[k] as number) + s * (this.#up[k] as number)
    for (let i = 1; i < 21; i++) {
      const u = (flat[3 * i] as number) / size
      const v = (flat[3 * i + 1] as number) / size
      this.features[3 * i - 3] = u * c + v * s
      this.features[3 * i - 2] = mirror * (v * c - u * s)
      this.features[3 * i - 1] = (flat[3 * i + 2] as number) / size
    }
  }

  /** Writes a direction of the picture (y down) into camera space, square to the ray; gives nothing when it has no length. */
  lay(out: Float64Array, x: number, y: number): void {
    const right = this.#right
    const up = this.#up
    const a = x * (right[0] as number) - y * (right[1] as number)
    const b = x * (up[0] as number) - y * (up[1] as number)
    for (let k = 0; k < 3; k++) out[k] = a * (right[k] as number) + b * (up[k] as number)
    unit(out)
  }

  /** Of a direction square to the ray: its share rightwards and upwards. */
  rightOf(direction: ArrayLike<number>): number {
    return this.#share(this.#right, direction, 0)
  }

  upOf(direction: ArrayLike<number>): number {
    return this.#share(this.#up, direction, 0)
  }

  #across(points: ArrayLike<number>, at: number): number {
    return -this.#share(this.towards, points, at)
  }

  #share(axis: Float64Array, points: ArrayLike<number>, at: number): number {
    return (
      (axis[0] as number) * (points[at] as number) +
      (axis[1] as number) * (points[at + 1] as number) +
      (axis[2] as number) * (points[at + 2] as number)
    )
  }
}
