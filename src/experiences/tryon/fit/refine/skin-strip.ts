import type { PixelPatch } from '../../tracker/pixel-reader'
import { toLinear } from '../../tracker/srgb-curve'

/** Steps along, in lengths of the axis, and across, in half widths; the middle half is read, away from the rounded edges. */
const ALONG = 0.05
const ACROSS = 0.1
const INNER = 0.5
/** How near to skin a pixel must be, and how many at least. */
const SKIN = 0.3
const LEAST = 12
/** Keeps the ratio of two dark skins finite: about the noise of a dark pixel, linear. */
const FLOOR = 0.003

/** Reads how light skin is along the middle of a limb. */
export class SkinStrip {
  readonly #near: Float32Array
  readonly #edge: number

  /** @param near how near to skin each pixel of the patch is, 0..1 @param edge of the square patch, pixels */
  constructor(near: Float32Array, edge: number) {
    this.#near = near
    this.#edge = edge
  }

  /**
   * @param x start of the axis, pixels of the patch; (ax, ay) is the axis with its unit of length, `half` half the limb's width in pixels
   * @param reach from where to where along the axis
   * @returns mean linear luminance 0..1 of the skin there; 0 where too little was seen
   */
  luminance(
    { data }: PixelPatch,
    x: number,
    y: number,
    ax: number,
    ay: number,
    half: number,
    [from, to]: readonly [number, number],
  ): number {
    const edge = this.#edge
    const length = Math.hypot(ax, ay)
    const [sx, sy] = [(ay / length) * half, (-ax / length) * half]
    let sum = 0
    let count = 0
    for (let t = from; t <= to; t += ALONG) {
      for (let c = -INNER; c <= INNER; c += ACROSS) {
        const ix = Math.floor(x + ax * t + sx * c)
        const iy = Math.floor(y + ay * t + sy * c)
        if (ix < 0 || iy < 0 || ix >= edge || iy >= edge) continue
        const at = iy * edge + ix
        if ((this.#near[at] as number) < SKIN) continue
        const r = toLinear(data[4 * at] as number)
        const g = toLinear(data[4 * at + 1] as number)
        const b = toLinear(data[4 * at + 2] as number)
        sum += 0.2126 * r + 0.7152 * g + 0.0722 * b
        count += 1
      }
    }
    return count < LEAST ? 0 : sum / count + FLOOR
  }
}
