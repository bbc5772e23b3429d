import type { Feelers } from './edge-path'
import { LIP_RINGS, RING_LENGTH } from './lip-contours'

/** Feelers from one landmark to the next. */
const BETWEEN = 3
export const FEELERS = BETWEEN * RING_LENGTH
const PASSES = 24
/** From corner to corner. */
const HALF = RING_LENGTH / 2

/** One border of the lips, in pixels of a patch: its landmarks, and the smooth line through them as it will be drawn. */
export class LipRing implements Feelers {
  readonly count = FEELERS
  readonly points = new Float64Array(2 * FEELERS)
  readonly normals = new Float64Array(2 * FEELERS)
  readonly reach = new Float64Array(FEELERS)
  readonly inside = new Float64Array(FEELERS)
  readonly outside = new Float64Array(FEELERS)
  readonly offsets = new Float64Array(FEELERS)
  readonly confidence = new Float64Array(FEELERS)
  /** RING_LENGTH × (x, y). */
  readonly marks = new Float64Array(2 * RING_LENGTH)
  readonly #moved = new Float64Array(RING_LENGTH)
  readonly #ids: readonly number[]
  readonly #side: 1 | -1
  readonly #diagonal = new Float64Array(RING_LENGTH)
  readonly #beside = new Float64Array(RING_LENGTH)
  readonly #right = new Float64Array(RING_LENGTH)

  /** @param ring of {@link LIP_RINGS}: the border with the skin (0) or with the mouth (3) */
  constructor(ring: 0 | 3) {
    this.#ids = LIP_RINGS[ring]
    // Clockwise in the picture: outwards, to the skin, is to the left of the way; into the mouth to the right.
    this.#side = ring === 0 ? 1 : -1
  }

  /**
   * Takes the ring as the landmarks have it.
   *
   * @param points 478 × (x, y, z), pixels of the frame
   * @param x of the patch's left in the frame, and `y` of its top
   * @param scale pixels of the frame to one of the patch
   */
  take(points: Float32Array, x: number, y: number, scale: number): void {
    for (let i = 0; i < RING_LENGTH; i++) {
      const id = this.#ids[i] as number
      this.marks[2 * i] = ((points[3 * id] as number) - x) / scale
      this.marks[2 * i + 1] = ((points[3 * id + 1] as number) - y) / scale
    }
    this.#draw()
  }

  /** Nothing is to move. */
  stay(): void {
    this.#moved.fill(0)
  }

  /**
   * Works out how far each landmark is to move so that the line follows the feelers, each by its confidence: least squares.
   *
   * @param stiffness how much neighbours hold together, against feelers that are sure (1)
   * @param anchor how much a landmark keeps to where it is
   * @param share of the way that is gone in the end
   */
  settle(stiffness: number, anchor: number, share: number): void {
    this.#diagonal.fill(anchor)
    this.#beside.fill(0)
    this.#right.fill(0)
    for (let s = 0; s < FEELERS; s++) {
      const i = Math.floor(s / BETWEEN)
      const next = (i + 1) % RING_LENGTH
      const t = (s % BETWEEN) / BETWEEN
      const c = (this.confidence[s] as number) / BETWEEN
      const o = this.offsets[s] as number
      add(this.#diagonal, i, c * (1 - t) * (1 - t))
      add(this.#diagonal, next, c * t * t)
      add(this.#beside, i, c * t * (1 - t))
      add(this.#right, i, c * (1 - t) * o)
      add(this.#right, next, c * t * o)
    }
    const d = this.#moved
    for (let i = 0; i < RING_LENGTH; i++)
      d[i] = (this.#right[i] as number) / ((this.#diagonal[i] as number) + 0.1)
    // Gauss and Seidel.
    for (let pass = 0; pass < PASSES; pass++) {
      for (let i = 0; i < RING_LENGTH; i++) {
        const before = (i + RING_LENGTH - 1) % RING_LENGTH
        const after = (i + 1) % RING_LENGTH
        const sum =
          (this.#right[i] as number) -
          (this.#beside[before] as number) * (d[before] as number) -
          (this.#beside[i] as number) * (d[after] as number) +
          stiffness * 0.5 * ((d[before] as number) + (d[after] as number))
        d[i] = sum / ((this.#diagonal[i] as number) + stiffness)
      }
    }
    for (let i = 0; i < RING_LENGTH; i++) d[i] = (d[i] as number) * share
  }

  /** How far landmark i is to move along x (0) or y (1), the patch's pixels. */
  shift(i: number, axis: number): number {
    return (this.#moved[i] as number) * (this.normals[2 * i * BETWEEN + axis] as number)
  }

  /** The smooth line, as `ContourStrip` draws it (Catmull-Rom), and the normals of it. */
  #draw(): void {
    for (let i = 0; i < RING_LENGTH; i++) {
      for (let axis = 0; axis < 2; axis++) {
        const b = this.#mark(i, axis)
        const c = this.#mark(i + 1, axis)
        // Corners stay corners.
        const a = i % HALF === 0 ? 2 * b - c : this.#mark(i - 1, axis)
        const d = (i + 1) % HALF === 0 ? 2 * c - b : this.#mark(i + 2, axis)
        for (let k = 0; k < BETWEEN; k++) {
          const t = k / BETWEEN
          this.points[2 * (i * BETWEEN + k) + axis] =
            b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        }
      }
    }
    for (let s = 0; s < FEELERS; s++) {
      const before = (s + FEELERS - 1) % FEELERS
      const after = (s + 1) % FEELERS
      const dx = (this.points[2 * after] as number) - (this.points[2 * before] as number)
      const dy = (this.points[2 * after + 1] as number) - (this.points[2 * before + 1] as number)
      const length = Math.max(Math.hypot(dx, dy), 1e-6)
      this.normals[2 * s] = (this.#side * dy) / length
      this.normals[2 * s + 1] = (-this.#side * dx) / length
    }
  }

  #mark(i: number, axis: number): number {
    return this.marks[2 * ((i + RING_LENGTH) % RING_LENGTH) + axis] as number
  }
}

function add(values: Float64Array, i: number, value: number): void {
  values[i] = (values[i] as number) + value
}
