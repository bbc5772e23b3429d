import type { PupillaryDistance } from './head-fit'

/** From the eyeball's centre of rotation to the pupil, metres (entrance pupil about 3 mm behind the cornea, the centre of rotation 13.5 mm: Atchison and Smith, Optics of the Human Eye). */
const ROTATION_TO_PUPIL = 0.0105
/** Beyond this yaw one eye is seen too much from the side. */
const FURTHEST = (25 * Math.PI) / 180
/** Frames after which the value hardly moves. */
const ENOUGH = 240
/** Frames' worth that is kept of somebody who was away: enough to go on with, too little to outlast a second of somebody else. */
const KEPT = 3

/**
 * The distance between the pupils of somebody looking far away, from frames in which they look at the camera. Robust over frames; the doubt about how
 * large this person's irises are stays, however long one looks.
 */
export class Pupils {
  #mean = 0
  #variance = 0
  #weight = 0
  readonly #told = { value: 0, uncertainty: 0 }

  /**
   * @param distance between the pupils, on the average-sized head, metres
   * @param depth from the camera, same size of head, metres
   * @param yaw radians
   */
  see(distance: number, depth: number, yaw: number): void {
    const turned = Math.abs(yaw) / FURTHEST
    if (turned >= 1 || !(distance > 0.04 && distance < 0.09)) return
    // Eyes that look at the camera converge: both pupils stand further in than when looking far away.
    const far = distance * (1 + ROTATION_TO_PUPIL / Math.max(depth, 0.15))
    const deviation = far - this.#mean
    const usual = Math.sqrt(this.#variance) + 0.0005
    let w = (1 - turned * turned) ** 2
    if (this.#weight > 10 && Math.abs(deviation) > 2.5 * usual)
      w *= ((2.5 * usual) / Math.abs(deviation)) ** 2
    this.#weight = Math.min(this.#weight + w, ENOUGH)
    const share = w / this.#weight
    this.#mean += share * deviation
    this.#variance = (1 - share) * (this.#variance + share * deviation * deviation)
  }

  /** Whoever was seen was away, and somebody else may have come in their place. */
  loosen(): void {
    this.#weight = Math.min(this.#weight, KEPT)
  }

  /**
   * @param scale of the head against the average
   * @param scaleUncertainty as a share
   * @returns undefined until it was seen well enough; reused
   */
  tell(scale: number, scaleUncertainty: number): PupillaryDistance | undefined {
    if (this.#weight < KEPT) return undefined
    this.#told.value = this.#mean * scale
    // Frames that follow each other err alike: a tenth of them counts.
    const own = Math.sqrt(this.#variance / Math.max(1, this.#weight / 10)) * scale
    this.#told.uncertainty = Math.hypot(own, scaleUncertainty * this.#told.value)
    return this.#told
  }
}
