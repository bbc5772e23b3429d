import { solveCholesky } from '../solve-cholesky'

/** Mean and spread of a set of colours; sRGB as displayed, 0..255. Reused: {@link reset} before each set. */
export class ColourModel {
  readonly mean = new Float64Array(3)
  /** Row-major 3 × 3. */
  readonly covariance = new Float64Array(9)
  count = 0
  readonly #sum = new Float64Array(3)
  readonly #products = new Float64Array(9)

  reset(): void {
    this.count = 0
    this.#sum.fill(0)
    this.#products.fill(0)
  }

  add(r: number, g: number, b: number): void {
    const s = this.#sum
    const p = this.#products
    this.count += 1
    s[0] = (s[0] as number) + r
    s[1] = (s[1] as number) + g
    s[2] = (s[2] as number) + b
    p[0] = (p[0] as number) + r * r
    p[3] = (p[3] as number) + g * r
    p[4] = (p[4] as number) + g * g
    p[6] = (p[6] as number) + b * r
    p[7] = (p[7] as number) + b * g
    p[8] = (p[8] as number) + b * b
  }

  /** Works out mean and covariance of what was added; false with too few. */
  settle(): boolean {
    if (this.count < 12) return false
    const n = this.count
    for (let i = 0; i < 3; i++) this.mean[i] = (this.#sum[i] as number) / n
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j <= i; j++) {
        const value =
          (this.#products[3 * i + j] as number) / n - (this.mean[i] as number) * (this.mean[j] as number)
        this.covariance[3 * i + j] = value
        this.covariance[3 * j + i] = value
      }
    }
    return true
  }
}

/** Noise of a camera's pixel that no set of colours shows, levels². */
const FLOOR = 6
const matrix = new Float64Array(9)

/**
 * Fisher's linear discriminant between two sets of colours: the direction in which they differ most against how much they vary within. Shading varies within
 * both, so it is what the direction avoids: what is left is the difference of the materials, on any skin.
 *
 * @param shade by what share both may be lit more or less than the sets happened to show, beside what they did show: the shadow under a lip is no lip
 * @param out (r, g, b, offset) so that r·R + g·G + b·B + offset is 0 at the mean of `from` and 1 at the mean of `to`
 * @returns how far the means lie apart, in standard deviations
 */
export function discriminant(out: Float64Array, from: ColourModel, to: ColourModel, shade = 0): number {
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const k = 3 * i + j
      const both = ((from.covariance[k] as number) + (to.covariance[k] as number)) / 2
      matrix[k] = both + shade * shade * middle(from, to, i) * middle(from, to, j)
    }
  }
  for (let i = 0; i < 3; i++) {
    matrix[4 * i] = (matrix[4 * i] as number) + FLOOR
    out[i] = (to.mean[i] as number) - (from.mean[i] as number)
  }
  if (!solveCholesky(matrix, out, 3)) return 0
  let apart = 0
  for (let i = 0; i < 3; i++) {
    apart += (out[i] as number) * ((to.mean[i] as number) - (from.mean[i] as number))
  }
  if (!(apart > 1e-6)) return 0
  let offset = 0
  for (let i = 0; i < 3; i++) {
    out[i] = (out[i] as number) / apart
    offset -= (out[i] as number) * (from.mean[i] as number)
  }
  out[3] = offset
  return Math.sqrt(apart)
}

function middle(from: ColourModel, to: ColourModel, channel: number): number {
  return ((from.mean[channel] as number) + (to.mean[channel] as number)) / 2
}
