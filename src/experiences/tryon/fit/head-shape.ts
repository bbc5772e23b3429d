import { DRIFT, MIRROR, POSITIONS, RIGID, TRUST } from './head-model'
import { solveCholesky } from './pose-solver'

/** Landmarks with irises. */
export const LANDMARKS = 478
/** How many of them a pose is solved from. */
export const RIGID_COUNT = RIGID.length

const UNIT = 1e-5
const TERMS = 5

/** 478 × (x, y, z), metres: the average head. */
export const AVERAGE_HEAD = Float64Array.from(POSITIONS, (value) => value * UNIT)

const DRIFT_METRES = Float64Array.from(DRIFT, (value) => value * UNIT)
const PLACE_OF = new Map(RIGID.map((landmark, place) => [landmark, place]))
/** For each rigid landmark the place in the list of the one on the other side. */
const MIRROR_PLACE = Int32Array.from(RIGID, (landmark) => PLACE_OF.get(MIRROR[landmark] ?? landmark) ?? 0)

/** How far people differ from the average head at a landmark, metres: about the spread of facial measures between adults (3-4 mm), less what size explains. */
const SPREAD = 0.0025
/** Yaw by pitch, from which a face may be seen; a direction is heard once, however long it is looked at. */
const YAWS = 9
const PITCHES = 5
const STEP = (10 * Math.PI) / 180
/** Frames of one direction that count in full. */
const HEARD = 12

/**
 * The shape of one person's head as the tracker sees it: the average, and by how much this person differs from it. Learns from every direction
 * that the head is seen from; both sides are taken to be alike, so that no turn can hide in the shape. What was learned is frozen by its own weight:
 * directions already seen say ever less. {@link reopen} loosens it.
 */
export class HeadShape {
  /** Of the rigid landmarks, as they are expected in the direction given to {@link expect}: count × (x, y, z), metres. */
  readonly expected = new Float64Array(3 * RIGID_COUNT)
  /** For each rigid landmark, how far to trust it in that direction. */
  readonly trust = new Float64Array(RIGID_COUNT)
  /** By how much this person differs: count × (x, y, z), metres. */
  readonly difference = new Float64Array(3 * RIGID_COUNT)
  // Information about each difference: upper triangle of 3 × 3, and its product with the difference.
  readonly #information = new Float64Array(6 * RIGID_COUNT)
  readonly #evidence = new Float64Array(3 * RIGID_COUNT)
  readonly #heard = new Float64Array(YAWS * PITCHES)
  readonly #matrix = new Float64Array(9)
  readonly #vector = new Float64Array(3)
  readonly #gauge = new Float64Array(16)
  readonly #gaugeVector = new Float64Array(4)

  /** What the tracker should see of this head from a direction, radians: how far it is turned from the ray to the camera. */
  expect(yaw: number, pitch: number): void {
    const y = clamp(yaw, -1, 1)
    const p = clamp(pitch, -0.6, 0.6)
    const sine = Math.sin(yaw)
    const cosine = Math.cos(yaw)
    const pitchSine = Math.sin(pitch)
    for (let i = 0; i < RIGID_COUNT; i++) {
      const landmark = RIGID[i] as number
      for (let k = 0; k < 3; k++) {
        const d = 3 * TERMS * i + k
        this.expected[3 * i + k] =
          (AVERAGE_HEAD[3 * landmark + k] as number) +
          (this.difference[3 * i + k] as number) +
          y * (DRIFT_METRES[d] as number) +
          y * y * (DRIFT_METRES[d + 3] as number) +
          p * (DRIFT_METRES[d + 6] as number) +
          y * p * (DRIFT_METRES[d + 9] as number) +
          p * p * (DRIFT_METRES[d + 12] as number)
      }
      // The skin's direction there, roughly: away from the middle of the head. Skin turned away is guessed at by the tracker.
      const nx = AVERAGE_HEAD[3 * landmark] as number
      const ny = (AVERAGE_HEAD[3 * landmark + 1] as number) + 0.01
      const nz = (AVERAGE_HEAD[3 * landmark + 2] as number) + 0.07
      const facing = (-nx * sine - ny * pitchSine + nz * cosine) / Math.hypot(nx, ny, nz)
      this.trust[i] = ((TRUST[i] as number) / 100) * clamp((facing - 0.05) / 0.4, 0.04, 1)
    }
  }

  /** How much a view from this direction would still say, 0..1. */
  novelty(yaw: number, pitch: number): number {
    const n = this.#heard[cell(yaw, pitch)] as number
    return n < HEARD ? 1 : HEARD / n
  }

  /**
   * Learns from one fitted view.
   *
   * @param rotation of the head in camera space, row-major 3 × 3
   * @param residuals count × (right, down), pixels: seen minus expected
   * @param metresPerPixel at the head's distance
   * @param noise of one residual, metres
   */
  learn(
    yaw: number,
    pitch: number,
    rotation: Float64Array,
    residuals: Float64Array,
    metresPerPixel: number,
    noise: number,
  ): void {
    const share = this.novelty(yaw, pitch)
    const at = cell(yaw, pitch)
    this.#heard[at] = (this.#heard[at] as number) + 1
    if (share < 0.05) return
    const weight = share / (HEARD * noise * noise)
    const r = rotation
    for (let i = 0; i < RIGID_COUNT; i++) {
      const w = weight * Math.min(1, this.trust[i] as number)
      const other = MIRROR_PLACE[i] as number
      // The picture's axes in the head's frame are the rotation's first two rows.
      const u = (residuals[2 * i] as number) * metresPerPixel
      const v = -(residuals[2 * i + 1] as number) * metresPerPixel
      const size = Math.hypot(u, v)
      const robust = size > 0.008 ? (0.008 / size) * w : w
      this.#hear(i, r, 1, robust, u, v)
      if (other !== i) this.#hear(other, r, -1, robust, u, v)
    }
    this.#settle()
  }

  /** Believes less of what it learned: the person changed, or was seen badly. */
  reopen(): void {
    for (let i = 0; i < this.#information.length; i++)
      this.#information[i] = (this.#information[i] as number) * 0.3
    for (let i = 0; i < this.#evidence.length; i++) this.#evidence[i] = (this.#evidence[i] as number) * 0.3
    this.#heard.fill(0)
  }

  #hear(i: number, r: Float64Array, side: 1 | -1, w: number, u: number, v: number): void {
    const a0 = side * (r[0] as number)
    const a1 = r[1] as number
    const a2 = r[2] as number
    const b0 = side * (r[3] as number)
    const b1 = r[4] as number
    const b2 = r[5] as number
    const d = this.difference
    const dx = d[3 * i] as number
    const dy = d[3 * i + 1] as number
    const dz = d[3 * i + 2] as number
    // The residual is what is left after the difference so far.
    const su = u + a0 * dx + a1 * dy + a2 * dz
    const sv = v + b0 * dx + b1 * dy + b2 * dz
    const I = this.#information
    const e = this.#evidence
    I[6 * i] = (I[6 * i] as number) + w * (a0 * a0 + b0 * b0)
    I[6 * i + 1] = (I[6 * i + 1] as number) + w * (a0 * a1 + b0 * b1)
    I[6 * i + 2] = (I[6 * i + 2] as number) + w * (a0 * a2 + b0 * b2)
    I[6 * i + 3] = (I[6 * i + 3] as number) + w * (a1 * a1 + b1 * b1)
    I[6 * i + 4] = (I[6 * i + 4] as number) + w * (a1 * a2 + b1 * b2)
    I[6 * i + 5] = (I[6 * i + 5] as number) + w * (a2 * a2 + b2 * b2)
    e[3 * i] = (e[3 * i] as number) + w * (a0 * su + b0 * sv)
    e[3 * i + 1] = (e[3 * i + 1] as number) + w * (a1 * su + b1 * sv)
    e[3 * i + 2] = (e[3 * i + 2] as number) + w * (a2 * su + b2 * sv)
  }

  #settle(): void {
    const prior = 1 / (SPREAD * SPREAD)
    const A = this.#matrix
    const b = this.#vector
    for (let i = 0; i < RIGID_COUNT; i++) {
      const I = this.#information
      A[0] = (I[6 * i] as number) + prior
      A[3] = I[6 * i + 1] as number
      A[6] = I[6 * i + 2] as number
      A[4] = (I[6 * i + 3] as number) + prior
      A[7] = I[6 * i + 4] as number
      A[8] = (I[6 * i + 5] as number) + prior
      for (let k = 0; k < 3; k++) b[k] = this.#evidence[3 * i + k] as number
      if (!solveCholesky(A, b, 3)) continue
      for (let k = 0; k < 3; k++) this.difference[3 * i + k] = b[k] as number
    }
    this.#removeGauge()
  }

  /** Takes out of the differences what is a shift, a nod or a size of the whole head: that is the pose's and the scale's to say. */
  #removeGauge(): void {
    const A = this.#gauge.fill(0)
    const b = this.#gaugeVector.fill(0)
    const d = this.difference
    const h = AVERAGE_HEAD
    for (let i = 0; i < RIGID_COUNT; i++) {
      const landmark = RIGID[i] as number
      const w = (TRUST[i] as number) / 100
      const x = h[3 * landmark] as number
      const y = h[3 * landmark + 1] as number
      const z = h[3 * landmark + 2] as number
      const dx = d[3 * i] as number
      const dy = d[3 * i + 1] as number
      const dz = d[3 * i + 2] as number
      // Up, forward, nod (0, -z, y), size (x, y, z); lower triangle.
      A[0] = (A[0] as number) + w
      A[5] = (A[5] as number) + w
      A[8] = (A[8] as number) - w * z
      A[9] = (A[9] as number) + w * y
      A[10] = (A[10] as number) + w * (y * y + z * z)
      A[12] = (A[12] as number) + w * y
      A[13] = (A[13] as number) + w * z
      A[15] = (A[15] as number) + w * (x * x + y * y + z * z)
      b[0] = (b[0] as number) + w * dy
      b[1] = (b[1] as number) + w * dz
      b[2] = (b[2] as number) + w * (y * dz - z * dy)
      b[3] = (b[3] as number) + w * (x * dx + y * dy + z * dz)
    }
    if (!solveCholesky(A, b, 4)) return
    const up = b[0] as number
    const forward = b[1] as number
    const nod = b[2] as number
    const size = b[3] as number
    for (let i = 0; i < RIGID_COUNT; i++) {
      const landmark = RIGID[i] as number
      const x = h[3 * landmark] as number
      const y = h[3 * landmark + 1] as number
      const z = h[3 * landmark + 2] as number
      d[3 * i] = (d[3 * i] as number) - size * x
      d[3 * i + 1] = (d[3 * i + 1] as number) - (up - nod * z + size * y)
      d[3 * i + 2] = (d[3 * i + 2] as number) - (forward + nod * y + size * z)
    }
  }
}

function cell(yaw: number, pitch: number): number {
  const x = clamp(Math.round(yaw / STEP) + (YAWS >> 1), 0, YAWS - 1)
  const y = clamp(Math.round(pitch / STEP) + (PITCHES >> 1), 0, PITCHES - 1)
  return y * YAWS + x
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}
