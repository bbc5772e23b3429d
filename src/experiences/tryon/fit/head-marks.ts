import type { HeadMarks } from './head-fit'
import { FEATURE_MEANS, MARK_MEANS, MARK_SLOPES } from './head-marks-model'
import { AVERAGE_HEAD } from './head-shape'
import { Lobes } from './lobes'

const UNIT = 1e-5
/** Points kept of the ridge, from between the brows to the tip, and how far behind it the nose's width is told. */
const RIDGE = 8
const FLANK_DEPTH = 0.006
/** Places in {@link MARK_MEANS}. */
const EAR = 0
const LOBE = 3
const BAND = 6
const TILT = 8
const CIRCUMFERENCE = 9
const SKULL_WIDTH = 10
const SKULL_DEPTH = 11
const CROWN = 12
const CHEEKBONE = 13
const CORNERS = 14
const NOSE = 16
const FEATURES = FEATURE_MEANS.length
/** Frames that a mean of features spans once it is settled. */
const SPAN = 150

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** How the average head of the tracker measures: what is regressed is how a person departs from it. */
const AVERAGE = featuresOf(AVERAGE_HEAD, new Float64Array(FEATURES + 2))

/**
 * Where things rest on a head, regressed from what the tracker sees of it (assets/source/try-on/learn-head-marks.ts): ears and skull have no landmarks. The
 * coefficients come from a population of modelled adults and know how badly each feature is seen, so that they shrink to the average where little is known.
 */
export class HeadMarksEstimate {
  readonly marks: HeadMarks
  /** To be told where ears were found. */
  readonly lobes = new Lobes()
  readonly #features = Float64Array.from(AVERAGE)
  readonly #now = new Float64Array(FEATURES + 2)
  readonly #values = new Float64Array(MARK_MEANS.length)
  #weight = 0
  #frames = 0

  constructor() {
    const point = (): [number, number, number] => [0, 0, 0]
    this.marks = {
      noseRidge: Array.from({ length: RIDGE }, () => ({
        point: point(),
        halfWidth: 0,
        flankDepth: FLANK_DEPTH,
      })),
      earTop: { left: point(), right: point() },
      lobe: this.lobes.places,
      skull: { centre: point(), radii: point(), circumference: 0, band: point(), bandTilt: 0 },
      faceWidth: 0,
    }
    this.#write(1)
  }

  /**
   * @param surface 478 × (x, y, z), metres, of the head as if it had average size
   * @param scale of the head against the average
   * @param facing cosine of the angle between face and camera
   */
  update(surface: Float64Array, scale: number, facing: number): void {
    // Widths and heights show from the front only.
    const weight = facing > 0.93 ? 1 : facing > 0.8 ? 0.1 : 0
    if (weight > 0) {
      featuresOf(surface, this.#now)
      this.#weight = Math.min(this.#weight + weight, SPAN)
      for (let i = 0; i < this.#features.length; i++) {
        const old = this.#features[i] as number
        this.#features[i] = old + (weight / this.#weight) * ((this.#now[i] as number) - old)
      }
    }
    this.#frames += 1
    if (this.#frames < 30 || this.#frames % 8 === 0) this.#write(scale)
  }

  #write(scale: number): void {
    const v = this.#values
    for (let k = 0; k < v.length; k++) {
      let sum = (MARK_MEANS[k] as number) * UNIT
      for (let i = 0; i < FEATURES; i++) {
        // Both sides in metres of this person: the size is part of how they depart.
        const departs = scale * (this.#features[i] as number) - (AVERAGE[i] as number)
        sum += (departs * ((MARK_SLOPES[i] as readonly number[])[k] as number)) / 1000
      }
      v[k] = sum
    }
    // Marks are told from the eyeballs' centres; the fitted frame knows these by the lids' corners.
    const dy = scale * (this.#features[FEATURES] as number) - (v[CORNERS] as number)
    const dz = scale * (this.#features[FEATURES + 1] as number) - (v[CORNERS + 1] as number)
    const { noseRidge, earTop, skull } = this.marks
    for (let i = 0; i < RIDGE; i++) {
      const rib = noseRidge[i] as Writable<HeadMarks['noseRidge'][number]>
      put(rib.point, 0, (v[NOSE + 3 * i] as number) + dy, (v[NOSE + 3 * i + 1] as number) + dz)
      rib.halfWidth = Math.max(0.002, v[NOSE + 3 * i + 2] as number)
    }
    const earY = (v[EAR + 1] as number) + dy
    const earZ = (v[EAR + 2] as number) + dz
    put(earTop.left, v[EAR] as number, earY, earZ)
    put(earTop.right, -(v[EAR] as number), earY, earZ)
    this.lobes.expect(v[LOBE] as number, (v[LOBE + 1] as number) + dy, (v[LOBE + 2] as number) + dz)
    const held = skull as Writable<HeadMarks['skull']>
    const bandY = (v[BAND] as number) + dy
    const bandZ = (v[BAND + 1] as number) + dz
    put(held.band, 0, bandY, bandZ)
    put(held.centre, 0, bandY, bandZ)
    const radii = held.radii as Writable<typeof held.radii>
    radii[0] = (v[SKULL_WIDTH] as number) / 2
    radii[1] = (v[CROWN] as number) + dy - bandY
    radii[2] = (v[SKULL_DEPTH] as number) / 2
    held.circumference = v[CIRCUMFERENCE] as number
    held.bandTilt = v[TILT] as number
    const marks = this.marks as Writable<HeadMarks>
    marks.faceWidth = 2 * (v[CHEEKBONE] as number)
  }
}

function put(point: readonly [number, number, number], x: number, y: number, z: number): void {
  const out = point as [number, number, number]
  out[0] = x
  out[1] = y
  out[2] = z
}

/** What of a face marks follow from, metres, in the order of learn-head-marks.ts; then height and depth of the lids' corners. */
function featuresOf(p: ArrayLike<number>, out: Float64Array): Float64Array {
  const x = (i: number) => p[3 * i] as number
  const y = (i: number) => p[3 * i + 1] as number
  const z = (i: number) => p[3 * i + 2] as number
  const eyeY = (y(33) + y(133) + y(362) + y(263)) / 4
  const eyeZ = (z(33) + z(133) + z(362) + z(263)) / 4
  out[0] = (x(263) - x(33)) / 2
  out[1] = (x(473) - x(468)) / 2
  out[2] = (x(454) - x(234)) / 2
  out[3] = y(4) - eyeY
  out[4] = z(4) - eyeZ
  out[5] = z(168) - eyeZ
  out[6] = y(152) - eyeY
  out[7] = (y(61) + y(291)) / 2 - eyeY
  out[8] = (x(294) - x(64)) / 2
  out[9] = (x(397) - x(172)) / 2
  out[FEATURES] = eyeY
  out[FEATURES + 1] = eyeZ
  return out
}
