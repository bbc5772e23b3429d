import type { ColourModel } from './colour-model'

/** Where the levels of a gloss are counted: in light, a gloss adds the same to all, but codes stretch the dark. Less than they do (1.2), as what is dark is seldom where light falls. */
const GLOSS_AT = 120
const STRETCH = 0.384
const DARKEST = 15

/**
 * How far colours lie from a set of them, in its own deviations (Mahalanobis). Reused: {@link aim} at a set, then ask.
 */
export class ColourDistance {
  readonly #inverse = new Float64Array(9)
  readonly #mean = new Float64Array(3)

  /**
   * @param floor levels², added to what the set varies: camera noise
   * @param shade by what share the same stuff may be lit more or less than the set happened to show: brightness counts for little then, hue for all
   * @param gloss levels by which the same stuff may shine where it is as bright as {@link GLOSS_AT}, more where it is darker: a surface mirrors light of the light's own colour, near white, on top
   *   of what it is
   */
  aim(model: ColourModel, floor: number, shade = 0, gloss = 0): boolean {
    const m = this.#inverse
    const mean = this.#mean
    m.set(model.covariance)
    mean.set(model.mean)
    for (let i = 0; i < 3; i++) {
      m[4 * i] = (m[4 * i] as number) + floor
      for (let j = 0; j < 3; j++) {
        const lit = shade * shade * (mean[i] as number) * (mean[j] as number)
        const shiny = gloss > 0 ? gloss * gloss * stretch(mean[i] as number) * stretch(mean[j] as number) : 0
        m[3 * i + j] = (m[3 * i + j] as number) + lit + shiny
      }
    }
    const a = m[0] as number
    const b = m[1] as number
    const c = m[2] as number
    const d = m[4] as number
    const e = m[5] as number
    const f = m[8] as number
    const determinant = a * (d * f - e * e) + b * (c * e - b * f) + c * (b * e - c * d)
    if (!(Math.abs(determinant) > 1e-9)) return false
    const k = 1 / determinant
    m[0] = (d * f - e * e) * k
    m[1] = (c * e - b * f) * k
    m[2] = (b * e - c * d) * k
    m[4] = (a * f - c * c) * k
    m[5] = (b * c - a * e) * k
    m[8] = (a * d - b * b) * k
    return true
  }

  of(red: number, green: number, blue: number): number {
    return Math.sqrt(Math.max(0, this.square(red, green, blue)))
  }

  /** The square of {@link of}. */
  square(red: number, green: number, blue: number): number {
    const m = this.#inverse
    const r = red - (this.#mean[0] as number)
    const g = green - (this.#mean[1] as number)
    const b = blue - (this.#mean[2] as number)
    return (
      r * ((m[0] as number) * r + 2 * ((m[1] as number) * g + (m[2] as number) * b)) +
      g * ((m[4] as number) * g + 2 * (m[5] as number) * b) +
      (m[8] as number) * b * b
    )
  }
}

function stretch(code: number): number {
  return (GLOSS_AT / Math.max(code, DARKEST)) ** STRETCH
}
