import { MotionFilter, type MotionFilterOptions } from './motion-filter'
import type { Rigid } from './rigid'
import { multiply, normalise, turnBetween, turnBy } from './rotation'

export interface PoseFilterOptions {
  /** Across the picture, as a share of the distance to the camera. */
  readonly across: MotionFilterOptions
  /** Along the view, as a share of the distance (its logarithm). */
  readonly depth: MotionFilterOptions
  /** Radians. */
  readonly turn: MotionFilterOptions
  /** Seconds without a measurement after which it starts anew. */
  readonly patience: number
}

/** Filters a pose in camera space. The place is filtered as direction and distance, since a camera measures these with very different accuracy. */
export class PoseFilter {
  readonly #across: MotionFilter
  readonly #depth: MotionFilter
  readonly #turn: MotionFilter
  readonly #patience: number
  readonly #place = new Float64Array(3)
  readonly #attitude = new Float64Array([0, 0, 0, 1])
  readonly #two = new Float64Array(2)
  readonly #one = new Float64Array(1)
  readonly #three = new Float64Array(3)
  readonly #quaternion = new Float64Array(4)
  #time = Number.NaN

  constructor(options: PoseFilterOptions) {
    this.#across = new MotionFilter(2, options.across)
    this.#depth = new MotionFilter(1, options.depth)
    this.#turn = new MotionFilter(3, options.turn)
    this.#patience = options.patience
  }

  reset(): void {
    this.#time = Number.NaN
  }

  /** Takes what was measured at `time` (seconds) and writes the filtered pose into `out`, which may be the same. */
  update(measured: Rigid, time: number, out: Rigid, noiseScale = 1): void {
    const [x, y, z] = [
      measured.position[0] as number,
      measured.position[1] as number,
      measured.position[2] as number,
    ]
    const dt = time - this.#time
    this.#time = time
    const place = this.#place
    if (!(dt > 0 && dt < this.#patience)) {
      if (dt === 0) {
        this.#write(out)
        return
      }
      place[0] = x / -z
      place[1] = y / -z
      place[2] = Math.log(-z)
      this.#attitude.set(measured.quaternion)
      this.#across.reset()
      this.#depth.reset()
      this.#turn.reset()
      this.#write(out)
      return
    }
    const across = this.#across.predict(dt)
    place[0] = (place[0] as number) + (across[0] as number)
    place[1] = (place[1] as number) + (across[1] as number)
    place[2] = (place[2] as number) + (this.#depth.predict(dt)[0] as number)
    this.#apply(this.#turn.predict(dt))

    this.#two[0] = x / -z - (place[0] as number)
    this.#two[1] = y / -z - (place[1] as number)
    this.#one[0] = Math.log(-z) - (place[2] as number)
    const moved = this.#across.correct(this.#two, noiseScale)
    place[0] = (place[0] as number) + (moved[0] as number)
    place[1] = (place[1] as number) + (moved[1] as number)
    place[2] = (place[2] as number) + (this.#depth.correct(this.#one, noiseScale)[0] as number)
    turnBetween(this.#three, this.#attitude, measured.quaternion)
    this.#apply(this.#turn.correct(this.#three, noiseScale))
    this.#write(out)
  }

  #apply(turn: Float64Array): void {
    turnBy(this.#quaternion, turn[0] as number, turn[1] as number, turn[2] as number)
    normalise(multiply(this.#attitude, this.#quaternion, this.#attitude))
  }

  #write(out: Rigid): void {
    const depth = Math.exp(this.#place[2] as number)
    out.position[0] = (this.#place[0] as number) * depth
    out.position[1] = (this.#place[1] as number) * depth
    out.position[2] = -depth
    out.quaternion.set(this.#attitude)
  }
}
