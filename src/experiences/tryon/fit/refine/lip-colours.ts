import type { PixelPatch } from '../../tracker/pixel-reader'
import { ColourDistance } from './colour-distance'
import { ColourModel, discriminant } from './colour-model'
import type { Field } from './field'
import { FEELERS, type LipRing } from './lip-ring'

/** Pixels beyond the outer ring between which skin is learned. */
const SKIN_FROM = 2.16
const SKIN_TO = 4.87
const SKIN_SAMPLES = 8
/** Lips and skin are told apart though either may be darker or lighter by this share. */
const SHADOW = 0.15
/** Shares of the way from the outer to the inner ring between which lips are learned. */
const LIPS_FROM = 0.0593
const LIPS_TO = 0.75
/** The same while the mouth is open: the tracker's inner ring is often beside the lips then. */
const LIPS_TO_OPEN = 0.52
const LIP_SAMPLES = 6
/** Share of an opening at either lip that is left out when the mouth's inside is learned. */
const MOUTH_FROM = 0.25
const MOUTH_SAMPLES = 7
/** Turns in which what is in a mouth is parted into bright and dark. */
const TURNS = 4
/** Flesh may be lit more or less than where it was learned, by this share: a lip lies in its own shade where it meets teeth. */
const FLESH_SHADE = 0.152
/** And it may be wet, by so many levels. */
const FLESH_GLOSS = 21
const FLESH_FLOOR = 3.5
const MOUTH_SHADE = 0.073
const MOUTH_FLOOR = 3.8
/** A colour this many deviations from all that was seen in the mouth may still be of it. */
const STRANGE = 1.71
/** Of log likelihoods: what speaks for flesh when nothing else does, and how steeply one turns into the other. */
const FLESH_BIAS = 0.198
const STEEPNESS = 1.3
/** Beyond this nothing is left of the other. */
const CERTAIN = 6
/** Pixels round an opening in which its border is looked for. */
const ROUND = 12

/** The colours of one mouth in one frame: lips, the skin round them, and what an open mouth shows. Reused from frame to frame. */
export class LipColours {
  readonly #lips = new ColourModel()
  readonly #skin = new ColourModel()
  readonly #bright = new ColourModel()
  readonly #dark = new ColourModel()
  readonly #fromLips = new ColourDistance()
  readonly #fromSkin = new ColourDistance()
  readonly #fromBright = new ColourDistance()
  readonly #fromDark = new ColourDistance()
  readonly #weights = new Float64Array(4)
  #left = 0
  #right = 0
  #top = 0
  #bottom = 0

  /**
   * Learns lips between the rings and skin beyond the outer one.
   *
   * @returns how far both lie apart, in deviations; 0 when too little is seen
   */
  learn(patch: PixelPatch, outer: LipRing, inner: LipRing, open: boolean): number {
    const to = open ? LIPS_TO_OPEN : LIPS_TO
    this.#lips.reset()
    this.#skin.reset()
    for (let s = 0; s < FEELERS; s++) {
      const x = outer.points[2 * s] as number
      const y = outer.points[2 * s + 1] as number
      const ix = (inner.points[2 * s] as number) - x
      const iy = (inner.points[2 * s + 1] as number) - y
      for (let k = 0; k < LIP_SAMPLES; k++) {
        const t = LIPS_FROM + ((to - LIPS_FROM) * k) / (LIP_SAMPLES - 1)
        add(this.#lips, patch, x + t * ix, y + t * iy)
      }
      const nx = outer.normals[2 * s] as number
      const ny = outer.normals[2 * s + 1] as number
      for (let k = 0; k < SKIN_SAMPLES; k++) {
        const t = SKIN_FROM + ((SKIN_TO - SKIN_FROM) * k) / (SKIN_SAMPLES - 1)
        add(this.#skin, patch, x + t * nx, y + t * ny)
      }
    }
    return this.#lips.settle() && this.#skin.settle()
      ? discriminant(this.#weights, this.#skin, this.#lips, SHADOW)
      : 0
  }

  /** Writes the share of lip in each pixel's colour, 0 being the skin's mean and 1 the lips'. After {@link learn}. */
  paintLips({ data }: PixelPatch, field: Field): void {
    const a = this.#weights[0] as number
    const b = this.#weights[1] as number
    const c = this.#weights[2] as number
    const d = this.#weights[3] as number
    const out = field.data
    for (let i = 0; i < out.length; i++) {
      out[i] =
        a * (data[4 * i] as number) + b * (data[4 * i + 1] as number) + c * (data[4 * i + 2] as number) + d
    }
  }

  /**
   * Writes for each pixel round the opening whether it is flesh (1: lips, or skin, which is what a glossy lip looks like) or the inside of an open mouth (0). What is inside is learned between the inner ring's
   * halves, as two sets: teeth, and what is dark. After {@link learn}.
   *
   * @returns false when that cannot be told
   */
  paintFlesh(patch: PixelPatch, inner: LipRing, field: Field): boolean {
    this.#lookInside(patch, inner)
    const bright = this.#bright.settle() && this.#fromBright.aim(this.#bright, MOUTH_FLOOR, MOUTH_SHADE)
    const dark = this.#dark.settle() && this.#fromDark.aim(this.#dark, MOUTH_FLOOR, MOUTH_SHADE)
    if (!bright && !dark) return false
    if (!this.#fromLips.aim(this.#lips, FLESH_FLOOR, FLESH_SHADE, FLESH_GLOSS)) return false
    if (!this.#fromSkin.aim(this.#skin, FLESH_FLOOR, FLESH_SHADE, FLESH_GLOSS)) return false
    const { data, width, height } = patch
    const out = field.data
    this.#frame(inner, width, height)
    for (let y = this.#top; y < this.#bottom; y++) {
      for (let i = y * width + this.#left; i < y * width + this.#right; i++) {
        const r = data[4 * i] as number
        const g = data[4 * i + 1] as number
        const b = data[4 * i + 2] as number
        const flesh = Math.min(this.#fromLips.square(r, g, b), this.#fromSkin.square(r, g, b))
        let mouth = STRANGE * STRANGE
        if (bright) mouth = Math.min(mouth, this.#fromBright.square(r, g, b))
        if (dark) mouth = Math.min(mouth, this.#fromDark.square(r, g, b))
        const likelier = STEEPNESS * (0.5 * (mouth - flesh) + FLESH_BIAS)
        out[i] = likelier > CERTAIN ? 1 : likelier < -CERTAIN ? 0 : 1 / (1 + Math.exp(-likelier))
      }
    }
    return true
  }

  /** The pixels that a search for the ring may read. */
  #frame({ points }: LipRing, width: number, height: number): void {
    let left = width
    let right = 0
    let top = height
    let bottom = 0
    for (let s = 0; s < FEELERS; s++) {
      left = Math.min(left, points[2 * s] as number)
      right = Math.max(right, points[2 * s] as number)
      top = Math.min(top, points[2 * s + 1] as number)
      bottom = Math.max(bottom, points[2 * s + 1] as number)
    }
    this.#left = Math.max(0, Math.floor(left) - ROUND)
    this.#right = Math.min(width, Math.ceil(right) + ROUND)
    this.#top = Math.max(0, Math.floor(top) - ROUND)
    this.#bottom = Math.min(height, Math.ceil(bottom) + ROUND)
  }

  /** Parts what lies in the opening by its green into two sets, each about its own mean (Lloyd). */
  #lookInside(patch: PixelPatch, inner: LipRing): void {
    const { width, height, data } = patch
    let middle = -1
    for (let turn = 0; turn < TURNS; turn++) {
      if (turn > 0) {
        const two = this.#bright.settle() && this.#dark.settle()
        // In the first turn all is bright.
        middle = two
          ? ((this.#bright.mean[1] as number) + (this.#dark.mean[1] as number)) / 2
          : (this.#bright.mean[1] as number)
      }
      this.#bright.reset()
      this.#dark.reset()
      for (let s = 1; 2 * s < FEELERS; s++) {
        const across = FEELERS - s
        for (let k = 0; k < MOUTH_SAMPLES; k++) {
          const t = MOUTH_FROM + ((1 - 2 * MOUTH_FROM) * k) / (MOUTH_SAMPLES - 1)
          const x = Math.floor(
            (1 - t) * (inner.points[2 * s] as number) + t * (inner.points[2 * across] as number),
          )
          const y = Math.floor(
            (1 - t) * (inner.points[2 * s + 1] as number) + t * (inner.points[2 * across + 1] as number),
          )
          if (x < 0 || y < 0 || x >= width || y >= height) continue
          const green = data[4 * (y * width + x) + 1] as number
          add(green > middle ? this.#bright : this.#dark, patch, x, y)
        }
      }
    }
  }
}

/** Adds the pixel at a point, unless it lies beyond the patch or the frame. */
function add(model: ColourModel, { data, width, height }: PixelPatch, x: number, y: number): void {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  if (ix < 0 || iy < 0 || ix >= width || iy >= height) return
  const at = 4 * (iy * width + ix)
  if ((data[at + 3] as number) < 128) return
  model.add(data[at] as number, data[at + 1] as number, data[at + 2] as number)
}
