/** How a {@link MotionFilter} behaves. Units are those of what is filtered: metres, radians, pixels. */
export interface MotionFilterOptions {
  /** Standard deviation of one measurement at rest. */
  readonly noise: number
  /** Random acceleration at rest, unit per second²: small is calm. */
  readonly unrest: number
  /** How far beyond expectation what innovations have in common may be before the filter opens: square of their normalised running mean, 1 for noise. */
  readonly surprise: number
}

/** Share of the innovations' running mean that the past keeps: noise comes alone and in all directions, motion keeps its own. */
const KEPT = 0.6
/** One frame by itself opens the filter when its square is this many times what a common direction would need: somebody jumped. */
const ALONE = 7

/**
 * A constant-velocity Kalman filter for a few numbers that move together, which opens as soon as what is measured departs from what was predicted
 * (a strong tracking filter, Zhou and Frank 1996): calm at rest, and in motion late only by the noise that it ignored. Works for any frame rate; a gap
 * widens its uncertainty by itself.
 *
 * It knows differences only, so it serves attitudes too: {@link predict} tells how far to move on, {@link correct} takes what was measured minus what was
 * predicted and tells how much of it to believe.
 */
export class MotionFilter {
  readonly #options: MotionFilterOptions
  readonly #velocity: Float64Array
  readonly #change: Float64Array
  readonly #trend: Float64Array
  // The same for all components, for they are measured together: variance of place, of place with velocity, of velocity.
  #place = 0
  #cross = 0
  #speed = 0
  #dt = 0

  constructor(dimension: number, options: MotionFilterOptions) {
    this.#options = options
    this.#velocity = new Float64Array(dimension)
    this.#change = new Float64Array(dimension)
    this.#trend = new Float64Array(dimension)
    this.reset()
  }

  /** Unit per second. */
  get velocity(): Float64Array {
    return this.#velocity
  }

  /** Starts anew at a measurement. */
  reset(): void {
    this.#velocity.fill(0)
    this.#place = this.#options.noise ** 2
    this.#cross = 0
    // A first velocity may be anything a head does in a second.
    this.#speed = (300 * this.#options.noise) ** 2
    this.#trend.fill(0)
  }

  /** Moves on by `dt` seconds; gives the change to apply, in an array that is reused. */
  predict(dt: number): Float64Array {
    const q = this.#options.unrest ** 2
    this.#dt = dt
    this.#place += dt * (2 * this.#cross + dt * this.#speed) + (q * dt ** 4) / 4
    this.#cross += dt * this.#speed + (q * dt ** 3) / 2
    this.#speed += q * dt * dt
    const change = this.#change
    for (let i = 0; i < change.length; i++) change[i] = (this.#velocity[i] as number) * dt
    return change
  }

  /**
   * @param innovation measured minus predicted
   * @param noiseScale how much noisier than usual this measurement is
   * @returns the change to apply, in an array that is reused
   */
  correct(innovation: ArrayLike<number>, noiseScale = 1): Float64Array {
    const { noise, surprise } = this.#options
    const r = (noise * noiseScale) ** 2
    const n = this.#change.length
    const trend = this.#trend
    const expected = Math.sqrt(this.#place + r)
    let square = 0
    let common = 0
    for (let i = 0; i < n; i++) {
      const e = (innovation[i] as number) / expected
      square += e * e
      const t = KEPT * (trend[i] as number) + (1 - KEPT) * e
      trend[i] = t
      common += t * t
    }
    // A running mean of independent noise has (1 - kept) / (1 + kept) of its variance.
    const together = (common * (1 + KEPT)) / (1 - KEPT)
    const excess = Math.max(together, square / ALONE) / n / surprise
    if (excess > 1) {
      // What place and velocity must have been unsure by for this innovation to be expected.
      const wanted = Math.max(this.#place, (excess - 1) * (this.#place + r) + this.#place)
      const grow = wanted - this.#place
      this.#place = wanted
      const dt = Math.max(this.#dt, 1e-3)
      this.#cross += (0.5 * grow) / dt
      this.#speed += (0.5 * grow) / (dt * dt)
    }
    const s = this.#place + r
    const gain = this.#place / s
    const gainSpeed = this.#cross / s
    const change = this.#change
    for (let i = 0; i < n; i++) {
      const e = innovation[i] as number
      change[i] = gain * e
      this.#velocity[i] = (this.#velocity[i] as number) + gainSpeed * e
    }
    this.#speed = Math.max(1e-12, this.#speed - gainSpeed * this.#cross)
    this.#cross *= 1 - gain
    this.#place *= 1 - gain
    return change
  }
}
