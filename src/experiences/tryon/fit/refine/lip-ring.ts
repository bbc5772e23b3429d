import type { Feelers } from './edge-path'
import { LIP_RINGS, RING_LENGTH } from './lip-contours'

/** Feelers from one landmark to the next. */
const BETWEEN = 3
export const FEELERS = BETWEEN * RING_LENGTH
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
   * Adds what the feelers found to the normal equations of a shape (least squares): the line through the landmarks is to lie on the edges, each by its confidence.
   *
   * @param matrix n × n, row-major, and `right` n: added to, from the landmarks' first row `at` on
   * @param moved by landmark, from `at` on: how far it has moved already, which counts as part of its way
   * @param weight of a feeler that is sure
   */
  gather(
    matrix: Float64Array,
    right: Float64Array,
    n: number,
    at: number,
    moved: Float64Array,
    weight: number,
  ): void {
    for (let s = 0; s < FEELERS; s++) {
      const i = at + Math.floor(s / BETWEEN)
      const next = at + ((i - at + 1) % RING_LENGTH)
      const t = (s % BETWEEN) / BETWEEN
      const c = (weight * (this.confidence[s] as number)) / BETWEEN
      const way = (this.offsets[s] as number) + (1 - t) * (moved[i] as number) + t * (moved[next] as number)
      add(matrix, n * i + i, c * (1 - t) * (1 - t))
      add(matrix, n * next + next, c * t * t)
      add(matrix, n * i + next, c * t * (1 - t))
      add(matrix, n * next + i, c * t * (1 - t))
      add(right, i, c * (1 - t) * way)
      add(right, next, c * t * way)
    }
  }

  /** Landmarks are to move until each has gone its way: from `at` on, as is `moved`, which is brought up to it. */
  moveTo(way: Float64Array, at: number, moved: Float64Array): void {
    for (let i = 0; i < RING_LENGTH; i++) {
      this.#moved[i] = (way[at + i] as number) - (moved[at + i] as number)
      moved[at + i] = way[at + i] as number
    }
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
