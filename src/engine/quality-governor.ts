import type { TierLimits } from './tier'

/** Frames looked at before the pixel ratio changes. */
const WINDOW = 8
/** Seconds a frame may take: slower than 42 a second is felt in a turn. */
const SLOW_SECONDS = 1 / 42
const STEP = 0.82

/**
 * Chooses the pixel ratio: full at rest; while something moves, less as long as frames come slowly. What was learnt
 * is kept for the next movement, which tries one step more if this one was smooth: a display's own rhythm hides how
 * much time is left, so it cannot be found by raising in mid-turn without stutter.
 */
export class QualityGovernor {
  readonly #limits: TierLimits
  readonly #times = new Float32Array(WINDOW)
  #count = 0
  #scale = 1
  #slowed = false

  constructor(limits: TierLimits) {
    this.#limits = limits
  }

  /** Pixel ratio at rest for a screen. */
  still(devicePixelRatio: number): number {
    return Math.min(devicePixelRatio, this.#limits.maxPixelRatio)
  }

  /** Pixel ratio while moving. */
  moving(devicePixelRatio: number): number {
    const still = this.still(devicePixelRatio)
    return Math.max(Math.min(still, this.#limits.minPixelRatio), still * this.#scale)
  }

  /** Notes the time between two frames of a movement. Returns whether the moving ratio changed. */
  note(seconds: number, devicePixelRatio: number): boolean {
    this.#times[this.#count % WINDOW] = seconds
    this.#count += 1
    if (this.#count < WINDOW) return false
    let sum = 0
    for (let i = 0; i < WINDOW; i++) sum += this.#times[i] ?? 0
    this.#count = 0
    if (sum / WINDOW <= SLOW_SECONDS) return false
    const before = this.moving(devicePixelRatio)
    this.#slowed = true
    this.#scale = Math.max(0.3, this.#scale * STEP)
    return this.moving(devicePixelRatio) !== before
  }

  /** A movement ended. */
  rest(): void {
    this.#count = 0
    if (!this.#slowed) this.#scale = Math.min(1, this.#scale / STEP)
    this.#slowed = false
  }
}
