import type { Pair, Point3, Side } from './head-fit'
import type { Intrinsics } from './intrinsics'

const SIDES: readonly Side[] = ['left', 'right']
const SIZE = 6
/**
 * How far lobes lie from where a face lets expect them, one standard deviation outwards, up and forwards, metres: people held out from the regression
 * (docs/tryon-fit.md), a little wider, for they were modelled.
 */
const SPREAD = [0.003, 0.008, 0.007] as const
/** What of it a person's two ears have in common, as a correlation: most of it. */
const ALIKE = 0.9
/** What an ear found in one frame adds to its own doubt, metres: frames that follow each other err alike, so that each says little. */
const FRAME = 0.004
/** By how much lobes may seem to wander while a head turns by a radian, metres: errors of pose and of finding change with the view. */
const WANDER = 0.006
/** Radians; a head that turned less did not turn. */
const STIR = 0.02
/** An ear further than this many deviations from where it must be is none. */
const FAR = 3

/**
 * Where ears are pierced: what a face lets expect, corrected by where ears were found in the picture. One view fixes two of a lobe's three coordinates; as the head
 * turns, the views together fix the third (a Kalman filter on the six coordinates of both lobes, which errs with the view and not with time, so that it is calm while
 * nobody moves).
 */
export class Lobes {
  /** Metres, the head's frame. */
  readonly places: Pair<Point3> = { left: [0, 0, 0], right: [0, 0, 0] }
  readonly #expected = new Float64Array(SIZE)
  /** By how much they lie elsewhere, metres; left, then right. */
  readonly #departs = new Float64Array(SIZE)
  readonly #covariance = new Float64Array(SIZE * SIZE)
  readonly #view = new Float64Array(3)
  readonly #row = new Float64Array(2 * SIZE)
  readonly #gain = new Float64Array(2 * SIZE)

  constructor() {
    for (let i = 0; i < SIZE; i++) {
      const own = SPREAD[i % 3] as number
      this.#covariance[i * SIZE + i] = own * own
      // Outwards is the other way on the other side.
      const mirrored = i % 3 === 0 ? -1 : 1
      this.#covariance[i * SIZE + ((i + 3) % SIZE)] = mirrored * ALIKE * own * own
    }
  }

  /** What the face lets expect of the left lobe; the right one is its mirror image. Metres. */
  expect(x: number, y: number, z: number): void {
    const e = this.#expected
    e[0] = x
    e[3] = -x
    e[1] = y
    e[4] = y
    e[2] = z
    e[5] = z
    this.#write()
  }

  /**
   * @param seen 2 × (x, y, deviation), pixels: left, right; a deviation that is not above 0 means not found
   * @param rotation row-major 3 × 3 of the head, camera space
   * @param position of the head, metres
   */
  see(
    seen: ArrayLike<number>,
    rotation: Float64Array,
    position: ArrayLike<number>,
    camera: Intrinsics,
  ): void {
    let looked = false
    for (let side = 0; side < 2; side++) {
      if (!((seen[3 * side + 2] as number) > 0)) continue
      if (!looked) this.#turn(rotation)
      looked = true
      this.#correct(side, seen, rotation, position, camera)
    }
    if (looked) this.#write()
  }

  /** Opens by how far the head turned since ears were last seen. */
  #turn(rotation: Float64Array): void {
    const view = this.#view
    let cos = 0
    for (let k = 0; k < 3; k++) cos += (rotation[6 + k] as number) * (view[k] as number)
    const angle = Math.acos(Math.min(1, Math.max(-1, cos)))
    // Less is the noise of a pose.
    if (angle < STIR) return
    for (let k = 0; k < 3; k++) view[k] = rotation[6 + k] as number
    const variance = Math.min(angle, 0.5) * WANDER * WANDER
    for (let i = 0; i < SIZE; i++) {
      const at = i * SIZE + i
      const own = SPREAD[i % 3] as number
      this.#covariance[at] = Math.min((this.#covariance[at] as number) + variance, own * own)
    }
  }

  #correct(
    side: number,
    seen: ArrayLike<number>,
    r: Float64Array,
    p: ArrayLike<number>,
    { focal, centreX, centreY }: Intrinsics,
  ): void {
    const at = 3 * side
    const x = (this.#expected[at] as number) + (this.#departs[at] as number)
    const y = (this.#expected[at + 1] as number) + (this.#departs[at + 1] as number)
    const z = (this.#expected[at + 2] as number) + (this.#departs[at + 2] as number)
    const cx = (r[0] as number) * x + (r[1] as number) * y + (r[2] as number) * z + (p[0] as number)
    const cy = (r[3] as number) * x + (r[4] as number) * y + (r[5] as number) * z + (p[1] as number)
    const cz = (r[6] as number) * x + (r[7] as number) * y + (r[8] as number) * z + (p[2] as number)
    if (!(cz < -0.05)) return
    // Pixels as metres at the lobe's depth.
    const metre = -cz / focal
    const ex = ((seen[at] as number) - centreX) * metre - cx
    const ey = (centreY - (seen[at + 1] as number)) * metre - cy
    const noise = ((seen[at + 2] as number) * metre) ** 2 + FRAME * FRAME
    // How the two measured numbers follow the lobe, and with it all six.
    const h = this.#row
    const c = this.#covariance
    for (let axis = 0; axis < 2; axis++) {
      const slant = (axis === 0 ? cx : cy) / cz
      for (let j = 0; j < SIZE; j++) {
        let sum = 0
        for (let k = 0; k < 3; k++) {
          const hk = (r[3 * axis + k] as number) - slant * (r[6 + k] as number)
          sum += hk * (c[(at + k) * SIZE + j] as number)
        }
        h[axis * SIZE + j] = sum
      }
    }
    let a = noise
    let b = 0
    let d = noise
    for (let k = 0; k < 3; k++) {
      const hx = (r[k] as number) - (cx / cz) * (r[6 + k] as number)
      const hy = (r[3 + k] as number) - (cy / cz) * (r[6 + k] as number)
      a += hx * (h[at + k] as number)
      b += hy * (h[at + k] as number)
      d += hy * (h[SIZE + at + k] as number)
    }
    const determinant = a * d - b * b
    const far = (d * ex * ex - 2 * b * ex * ey + a * ey * ey) / determinant
    if (!(far < FAR * FAR)) return
    const gain = this.#gain
    for (let j = 0; j < SIZE; j++) {
      const u = h[j] as number
      const v = h[SIZE + j] as number
      gain[j] = (d * u - b * v) / determinant
      gain[SIZE + j] = (a * v - b * u) / determinant
    }
    for (let i = 0; i < SIZE; i++) {
      const g = gain[i] as number
      const q = gain[SIZE + i] as number
      this.#departs[i] = (this.#departs[i] as number) + g * ex + q * ey
      for (let j = 0; j < SIZE; j++) {
        c[i * SIZE + j] = (c[i * SIZE + j] as number) - g * (h[j] as number) - q * (h[SIZE + j] as number)
      }
    }
  }

  #write(): void {
    for (const [side, name] of SIDES.entries()) {
      const out = this.places[name] as [number, number, number]
      for (let k = 0; k < 3; k++) {
        out[k] = (this.#expected[3 * side + k] as number) + (this.#departs[3 * side + k] as number)
      }
    }
  }
}
