/** Horizontal diameter of the visible iris, metres: 11.7 ± 0.5 over adults (white-to-white 11.71 ± 0.42, Rüfer et al., Cornea 2005; the wider figure adds how it is seen). */
export const IRIS_DIAMETER = 0.0117
const IRIS_SPREAD = 0.0005

/** Heads against the average adult's, one standard deviation as a share: wider than adults' 5-6 % (Dodgson 2004: pupils 63.4 ± 3.8 mm), since children shop too. */
const HEAD_SPREAD = 0.08
/** By how much the limbus as found differs from head to head, as a share, however long one looks (17 modelled heads, docs/tryon-fit.md); and in one frame. */
const TRACKER_SPREAD = 0.008
const FRAME_NOISE = 0.03
/** Frames that say something new; after these the noise of single frames is gone and only what people differ by remains. */
const ENOUGH = 60
/** Frames' worth that is kept of somebody who was away. */
const KEPT = 3

/**
 * How much larger a person's head is than the average head, from how large the average head's irises would have to be to look as they do. People's irises are alike,
 * their heads are less so; both are weighed by their spread.
 */
export class HeadScale {
  #mean = 1
  #weight = 0

  /** Share of the average head; 1 before anything was seen. */
  get value(): number {
    const iris = this.#irisVariance()
    const head = HEAD_SPREAD ** 2
    return this.#weight === 0 ? 1 : Math.exp((Math.log(this.#mean) * head) / (head + iris))
  }

  /** One standard deviation, as a share of {@link value}. */
  get uncertainty(): number {
    if (this.#weight === 0) return HEAD_SPREAD
    const iris = this.#irisVariance()
    const head = HEAD_SPREAD ** 2
    return Math.sqrt((iris * head) / (iris + head))
  }

  /**
   * @param diameter of an iris from side to side, metres, as if the head had average size
   * @param weight 0..1, how well it was seen
   */
  see(diameter: number, weight: number): void {
    const ratio = IRIS_DIAMETER / diameter
    if (!(ratio > 0.7 && ratio < 1.4) || weight <= 0) return
    // Far from what was seen so far: a blink, or glare.
    const far = this.#weight > 10 ? Math.abs(ratio / this.#mean - 1) / (3 * FRAME_NOISE) : 0
    const trusted = far > 1 ? weight / (far * far) : weight
    this.#weight = Math.min(this.#weight + trusted, ENOUGH * 8)
    this.#mean += ((ratio - this.#mean) * trusted) / this.#weight
  }

  /** Whoever was seen was away, and somebody else may have come in their place. */
  loosen(): void {
    this.#weight = Math.min(this.#weight, KEPT)
  }

  #irisVariance(): number {
    const person = (IRIS_SPREAD / IRIS_DIAMETER) ** 2 + TRACKER_SPREAD ** 2
    return person + FRAME_NOISE ** 2 / Math.max(1, Math.min(this.#weight, ENOUGH))
  }
}
