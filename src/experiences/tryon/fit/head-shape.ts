import { clamp } from './clamp'
import { DRIFT, POSITIONS, RIGID, TRUST } from './head-model'
import { MODES } from './head-modes'
import { solveCholesky } from './solve-cholesky'

/** Landmarks with irises. */
export const LANDMARKS = 478
/** How many of them a pose is solved from. */
export const RIGID_COUNT = RIGID.length

const UNIT = 1e-5
const TERMS = 5
/** Ways in which people differ. */
const WAYS = MODES.length / (3 * RIGID_COUNT)

/** 478 × (x, y, z), metres: the average head. */
export const AVERAGE_HEAD = Float64Array.from(POSITIONS, (value) => value * UNIT)

const DRIFT_METRES = Float64Array.from(DRIFT, (value) => value * UNIT)
const MODE_METRES = Float64Array.from(MODES, (value) => value * UNIT)

/** What one landmark's place says of the shape, metres, one standard deviation; and as how many independent landmarks all of them count, for they err together. */
const NOISE = 0.001
const INDEPENDENT = 10
/** Yaw by pitch, from which a face may be seen; a direction is heard once, however long it is looked at. */
const YAWS = 9
const PITCHES = 5
const STEP = (10 * Math.PI) / 180
/**
 * Who looks at their picture does not hold their head far up or down: one standard deviation of pitch against the ray to the camera, radians. From the front a face that
 * slopes looks like one that nods, and nothing else in the picture tells them apart (docs/tryon-fit.md).
 */
const NOD = (12 * Math.PI) / 180
/** A view that says less than this is not listened to: the shape is settled for this direction. */
const SETTLED = 0.04

/**
 * The shape of one person's head as the tracker sees it: the average, moved along the ways in which people differ (a principal component model,
 * learn-head-model.py). Learns from every direction that the head is seen from, each view with its pose left open, so that neither a turn nor a nod can hide in
 * the shape; both sides are alike. What was learned is frozen by its own weight: directions already seen say ever less. {@link reopen} loosens it.
 */
export class HeadShape {
  /** Of the rigid landmarks, as they are expected in the direction given to {@link expect}: count × (x, y, z), metres. */
  readonly expected = new Float64Array(3 * RIGID_COUNT)
  /** For each rigid landmark, how far to trust it in that direction. */
  readonly trust = new Float64Array(RIGID_COUNT)
  /** This person's rigid landmarks seen from the front: count × (x, y, z), metres. */
  readonly rest = new Float64Array(3 * RIGID_COUNT)
  /** By how many standard deviations this person departs from the average in each way. */
  readonly departs = new Float64Array(WAYS)
  readonly #information = new Float64Array(WAYS * WAYS)
  readonly #evidence = new Float64Array(WAYS)
  readonly #heard = new Float64Array(YAWS * PITCHES)
  // One view: pose with pose, pose with ways, ways with ways; then the right-hand sides.
  readonly #pp = new Float64Array(36)
  readonly #pa = new Float64Array(6 * WAYS)
  readonly #aa = new Float64Array(WAYS * WAYS)
  readonly #gp = new Float64Array(6)
  readonly #ga = new Float64Array(WAYS)
  readonly #row = new Float64Array(6 + WAYS)
  readonly #factor = new Float64Array(36)
  readonly #column = new Float64Array(6)
  readonly #solved = new Float64Array(6 * (WAYS + 1))
  readonly #matrix = new Float64Array(WAYS * WAYS)

  constructor() {
    this.#shape()
  }

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
          (this.rest[3 * i + k] as number) +
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

  /** How much a view from this direction would still say, 0..1: the harmonic series, whose sum hardly grows. */
  novelty(yaw: number, pitch: number): number {
    return 1 / (1 + (this.#heard[cell(yaw, pitch)] as number))
  }

  /** Whether a view from this direction is still worth learning from. */
  listens(yaw: number, pitch: number): boolean {
    return this.novelty(yaw, pitch) > SETTLED
  }

  /**
   * Learns from one fitted view.
   *
   * @param rotation of the head in camera space, row-major 3 × 3
   * @param position of the head in camera space, metres
   * @param residuals count × (right, up), metres at the landmark's depth: seen minus expected
   */
  learn(
    yaw: number,
    pitch: number,
    rotation: Float64Array,
    position: Float64Array,
    residuals: Float64Array,
  ): void {
    const share = this.novelty(yaw, pitch)
    const at = cell(yaw, pitch)
    this.#heard[at] = (this.#heard[at] as number) + 1
    this.#view(rotation, position, residuals)
    // About the camera's x axis a positive turn looks down.
    this.#pp[0] = (this.#pp[0] as number) + 1 / NOD ** 2
    this.#gp[0] = (this.#gp[0] as number) + pitch / NOD ** 2
    if (!this.#withoutPose()) return
    // In absolute terms: what this view says of the ways, not of the step from here.
    for (let a = 0; a < WAYS; a++) {
      let sum = this.#ga[a] as number
      for (let b = 0; b < WAYS; b++) {
        const value = this.#aa[WAYS * a + b] as number
        sum += value * (this.departs[b] as number)
        this.#information[WAYS * a + b] = (this.#information[WAYS * a + b] as number) + share * value
      }
      this.#evidence[a] = (this.#evidence[a] as number) + share * sum
    }
    this.#settle()
  }

  /** Believes less of what it learned: the person changed, or was seen badly. @param kept 0..1 */
  reopen(kept = 0.3): void {
    for (let i = 0; i < this.#information.length; i++) {
      this.#information[i] = (this.#information[i] as number) * kept
    }
    for (let i = 0; i < WAYS; i++) this.#evidence[i] = (this.#evidence[i] as number) * kept
    this.#heard.fill(0)
  }

  /** Normal equations of one view over pose and ways. */
  #view(r: Float64Array, position: Float64Array, residuals: Float64Array): void {
    const row = this.#row
    this.#pp.fill(0)
    this.#pa.fill(0)
    this.#aa.fill(0)
    this.#gp.fill(0)
    this.#ga.fill(0)
    const weight = INDEPENDENT / RIGID_COUNT / (NOISE * NOISE)
    for (let i = 0; i < RIGID_COUNT; i++) {
      const mx = this.expected[3 * i] as number
      const my = this.expected[3 * i + 1] as number
      const mz = this.expected[3 * i + 2] as number
      const px = (r[0] as number) * mx + (r[1] as number) * my + (r[2] as number) * mz
      const py = (r[3] as number) * mx + (r[4] as number) * my + (r[5] as number) * mz
      const pz = (r[6] as number) * mx + (r[7] as number) * my + (r[8] as number) * mz
      const depth = -(pz + (position[2] as number))
      const e0 = residuals[2 * i] as number
      const e1 = residuals[2 * i + 1] as number
      const size = Math.hypot(e0, e1)
      const w = weight * (this.trust[i] as number) * Math.min(1, (3 * NOISE) / Math.max(size, 1e-9))
      for (let k = 0; k < 2; k++) {
        // Across the ray: one step away from the camera moves a point towards the picture's middle.
        const slant = ((k === 0 ? px : py) + (position[k] as number)) / depth
        const dx = k === 0 ? 1 : 0
        const dy = 1 - dx
        row[0] = -dy * pz + slant * py
        row[1] = dx * pz - slant * px
        row[2] = dy * px - dx * py
        row[3] = dx
        row[4] = dy
        row[5] = slant
        const a0 = (r[3 * k] as number) + slant * (r[6] as number)
        const a1 = (r[3 * k + 1] as number) + slant * (r[7] as number)
        const a2 = (r[3 * k + 2] as number) + slant * (r[8] as number)
        for (let a = 0; a < WAYS; a++) {
          const m = 3 * (RIGID_COUNT * a + i)
          row[6 + a] =
            a0 * (MODE_METRES[m] as number) +
            a1 * (MODE_METRES[m + 1] as number) +
            a2 * (MODE_METRES[m + 2] as number)
        }
        this.#add(w, k === 0 ? e0 : e1)
      }
    }
  }

  #add(w: number, e: number): void {
    const row = this.#row
    for (let a = 0; a < 6; a++) {
      const wa = w * (row[a] as number)
      if (wa === 0) continue
      for (let b = 0; b <= a; b++)
        this.#pp[6 * a + b] = (this.#pp[6 * a + b] as number) + wa * (row[b] as number)
      for (let b = 0; b < WAYS; b++) {
        this.#pa[WAYS * a + b] = (this.#pa[WAYS * a + b] as number) + wa * (row[6 + b] as number)
      }
      this.#gp[a] = (this.#gp[a] as number) + wa * e
    }
    for (let a = 0; a < WAYS; a++) {
      const wa = w * (row[6 + a] as number)
      for (let b = 0; b < WAYS; b++) {
        this.#aa[WAYS * a + b] = (this.#aa[WAYS * a + b] as number) + wa * (row[6 + b] as number)
      }
      this.#ga[a] = (this.#ga[a] as number) + wa * e
    }
  }

  /** Takes the pose out (Schur complement): what is left is said whatever the pose was. */
  #withoutPose(): boolean {
    for (let c = 0; c <= WAYS; c++) {
      this.#factor.set(this.#pp)
      for (let k = 0; k < 6; k++) {
        this.#column[k] = (c < WAYS ? this.#pa[WAYS * k + c] : this.#gp[k]) as number
        this.#factor[7 * k] = (this.#factor[7 * k] as number) * (1 + 1e-9)
      }
      if (!solveCholesky(this.#factor, this.#column, 6)) return false
      for (let k = 0; k < 6; k++) this.#solved[6 * c + k] = this.#column[k] as number
    }
    for (let a = 0; a < WAYS; a++) {
      for (let b = 0; b <= WAYS; b++) {
        let sum = 0
        for (let k = 0; k < 6; k++) {
          sum += (this.#pa[WAYS * k + a] as number) * (this.#solved[6 * b + k] as number)
        }
        if (b < WAYS) this.#aa[WAYS * a + b] = (this.#aa[WAYS * a + b] as number) - sum
        else this.#ga[a] = (this.#ga[a] as number) - sum
      }
    }
    return true
  }

  #settle(): void {
    this.#matrix.set(this.#information)
    // People are what the population is, until they show otherwise.
    for (let a = 0; a < WAYS; a++) {
      this.#matrix[(WAYS + 1) * a] = (this.#matrix[(WAYS + 1) * a] as number) + 1
      this.departs[a] = this.#evidence[a] as number
    }
    if (!solveCholesky(this.#matrix, this.departs, WAYS)) this.departs.fill(0)
    for (let a = 0; a < WAYS; a++) this.departs[a] = clamp(this.departs[a] as number, -4, 4)
    this.#shape()
  }

  #shape(): void {
    for (let i = 0; i < RIGID_COUNT; i++) {
      const landmark = RIGID[i] as number
      for (let k = 0; k < 3; k++) {
        let value = AVERAGE_HEAD[3 * landmark + k] as number
        for (let a = 0; a < WAYS; a++) {
          value += (this.departs[a] as number) * (MODE_METRES[3 * (RIGID_COUNT * a + i) + k] as number)
        }
        this.rest[3 * i + k] = value
      }
    }
  }
}

function cell(yaw: number, pitch: number): number {
  const x = clamp(Math.round(yaw / STEP) + (YAWS >> 1), 0, YAWS - 1)
  const y = clamp(Math.round(pitch / STEP) + (PITCHES >> 1), 0, PITCHES - 1)
  return y * YAWS + x
}
