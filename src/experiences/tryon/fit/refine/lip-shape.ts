import { solveCholesky } from '../solve-cholesky'
import { RING_LENGTH } from './lip-contours'
import type { LipRing } from './lip-ring'
import { CLOSED_WAYS, OPEN_WAYS, WAY_UNIT } from './lip-shape-model'

/** Both rings. */
const MOST = 2 * RING_LENGTH
/** People's lips err by more than model heads' do, along the same ways: deviations. */
const LOOSE = 1.44
/** Beside the ways that were learned, each landmark may err by this share of the mouth's width, its neighbours in the ring much alike. */
const OWN_OPEN = 0.0236
const OWN_CLOSED = 0.0067
/** Landmarks over which that fades. */
const ALIKE = 0.712
/** And by this much alone: what keeps the matrix well conditioned. */
const ALONE = 0.0015

const openPrecision = precision(MOST, OPEN_WAYS, OWN_OPEN)
const closedPrecision = precision(RING_LENGTH, CLOSED_WAYS, OWN_CLOSED)

/**
 * How a tracker errs about lips: its landmarks do not err each for itself, but in a few ways together (an opening too low, corners too far in, both lips too
 * thin). What edges say of all of them tells how far it went each of these ways, which carries over to where no edge is seen. As a normal distribution about
 * the tracker's own points: with nothing seen they stay. Reused from face to face.
 */
export class LipShape {
  /** Pixels of the patch by which the landmarks of both rings have moved along their normals so far. */
  readonly #moved = new Float64Array(MOST)
  readonly #matrix = new Float64Array(MOST * MOST)
  readonly #right = new Float64Array(MOST)

  /** Another face: nothing has moved. */
  reset(): void {
    this.#moved.fill(0)
  }

  /**
   * Works out how far the landmarks of the rings are to move: the most probable shape, given the edges that feelers found.
   *
   * @param inner of an open mouth; absent, the outer ring alone moves
   * @param outerWeight 1 / pixels²: how much a sure feeler of the outer ring counts, and `innerWeight` of the inner one
   * @param mouth its width, the patch's pixels
   */
  settle(
    outer: LipRing,
    inner: LipRing | undefined,
    outerWeight: number,
    innerWeight: number,
    mouth: number,
  ): void {
    const n = inner ? MOST : RING_LENGTH
    const from = inner ? openPrecision : closedPrecision
    const share = 1 / (mouth * mouth)
    const a = this.#matrix
    for (let i = 0; i < n * n; i++) a[i] = share * (from[i] as number)
    this.#right.fill(0)
    outer.gather(a, this.#right, n, 0, this.#moved, outerWeight)
    inner?.gather(a, this.#right, n, RING_LENGTH, this.#moved, innerWeight)
    if (!solveCholesky(a, this.#right, n)) return
    outer.moveTo(this.#right, 0, this.#moved)
    inner?.moveTo(this.#right, RING_LENGTH, this.#moved)
  }
}

/** The inverse of what is expected to vary: n × n. */
function precision(n: number, ways: readonly (readonly number[])[], own: number): Float64Array {
  const varies = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? ALONE * ALONE : 0
      for (const way of ways) {
        sum += (LOOSE * WAY_UNIT) ** 2 * (way[i] as number) * (way[j] as number)
      }
      if (Math.floor(i / RING_LENGTH) === Math.floor(j / RING_LENGTH)) {
        const ahead = Math.abs(i - j)
        const steps = Math.min(ahead, RING_LENGTH - ahead)
        sum += own * own * Math.exp(-0.5 * (steps / ALIKE) ** 2)
      }
      varies[n * i + j] = sum
    }
  }
  const out = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    column.fill(0)
    column[j] = 1
    solveCholesky(varies.slice(), column, n)
    for (let i = 0; i < n; i++) out[n * i + j] = column[i] as number
  }
  return out
}
