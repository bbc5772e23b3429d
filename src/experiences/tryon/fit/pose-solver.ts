import type { Intrinsics } from './intrinsics'
import type { Rigid } from './rigid'
import { matrixOf, multiply, normalise, turnBy } from './rotation'
import { solveCholesky } from './solve-cholesky'

/** Points to be laid upon each other: a rigid body's and where they are seen. */
export interface PosePoints {
  /** count × (x, y, z), metres, in the body's frame. */
  readonly model: Float64Array
  /** count × (x, y), pixels. */
  readonly pixels: Float64Array
  /** count × how far each is trusted; 0 leaves one out. */
  readonly weights: Float64Array
  readonly count: number
}

/** Residuals beyond this many robust deviations count less and less (Huber; 1.345 keeps 95 % efficiency for normal noise, Huber 1964). */
const HUBER = 1.345

/**
 * Perspective-n-point by Levenberg-Marquardt with Huber weights, from a start that is near: the frame before, or a guess. Camera space as in {@link Rigid}.
 * Solved in left perturbations (camera space), so that it has no singular attitude. Keeps its arrays: nothing is allocated by {@link solve}.
 */
export class PoseSolver {
  readonly #turn = new Float64Array(4)
  readonly #trial = new Float64Array(4)
  readonly #matrix = new Float64Array(9)
  readonly #hessian = new Float64Array(36)
  readonly #gradient = new Float64Array(6)
  readonly #damped = new Float64Array(36)
  readonly #step = new Float64Array(6)
  /** A residual's six derivatives, itself and its weight. */
  readonly #row = new Float64Array(8)
  readonly #before = new Float64Array(7)
  #scale = 1
  #rms = 0
  /** Robust deviation of the residuals, and how many points had weight. */
  #spread = 0
  #seen = 0

  /**
   * Moves `pose` to where the points fit best.
   *
   * @returns root mean square of the weighted residuals, pixels; infinite when the points do not fix a pose
   */
  solve(points: PosePoints, camera: Intrinsics, pose: Rigid, iterations = 8): number {
    const { position, quaternion } = pose
    this.#scale = Number.POSITIVE_INFINITY
    let cost = this.#linearise(points, camera, position, quaternion)
    if (this.#seen < 4) return Number.POSITIVE_INFINITY
    // The first look weighs all alike; from its residuals comes the scale by which outliers are known.
    this.#scale = Math.max(0.05, this.#spread)
    cost = this.#linearise(points, camera, position, quaternion)
    let damping = 1e-4
    for (let i = 0; i < iterations; i++) {
      if (!this.#solveStep(damping)) return Number.POSITIVE_INFINITY
      this.#remember(position, quaternion)
      const size = this.#move(position, quaternion)
      const scale = this.#scale
      const next = this.#linearise(points, camera, position, quaternion)
      if (next <= cost) {
        const gain = cost - next
        cost = next
        damping = Math.max(damping / 8, 1e-9)
        this.#scale = Math.max(0.05, this.#spread)
        if (Math.abs(this.#scale - scale) > 0.02 * scale) {
          cost = this.#linearise(points, camera, position, quaternion)
        } else if (size < 1e-9 || gain < 1e-7 * cost) break
      } else {
        this.#restore(position, quaternion)
        damping *= 16
        if (damping > 1e6) break
        cost = this.#linearise(points, camera, position, quaternion)
      }
    }
    return Number.isFinite(cost) ? this.#rms : Number.POSITIVE_INFINITY
  }

  /** Normal equations at a pose; gives the robust cost. */
  #linearise(
    { model, pixels, weights, count }: PosePoints,
    camera: Intrinsics,
    position: Float64Array,
    quaternion: Float64Array,
  ): number {
    const r = matrixOf(this.#matrix, quaternion)
    const r0 = r[0] as number
    const r1 = r[1] as number
    const r2 = r[2] as number
    const r3 = r[3] as number
    const r4 = r[4] as number
    const r5 = r[5] as number
    const r6 = r[6] as number
    const r7 = r[7] as number
    const r8 = r[8] as number
    const tx = position[0] as number
    const ty = position[1] as number
    const tz = position[2] as number
    const { focal, centreX, centreY } = camera
    const limit = HUBER * this.#scale
    const H = this.#hessian.fill(0)
    const g = this.#gradient.fill(0)
    const J = this.#row
    let cost = 0
    let square = 0
    let total = 0
    let spread = 0
    let seen = 0
    const scale = this.#scale
    for (let i = 0; i < count; i++) {
      const trust = weights[i] as number
      if (trust === 0) continue
      const mx = model[3 * i] as number
      const my = model[3 * i + 1] as number
      const mz = model[3 * i + 2] as number
      const px = r0 * mx + r1 * my + r2 * mz
      const py = r3 * mx + r4 * my + r5 * mz
      const pz = r6 * mx + r7 * my + r8 * mz
      const z = pz + tz
      if (z > -1e-3) {
        // Behind the camera: no picture shows it.
        cost += 1e9
        continue
      }
      const inverse = -1 / z
      const a = (px + tx) * inverse
      const b = (py + ty) * inverse
      const ru = (pixels[2 * i] as number) - (centreX + focal * a)
      const rv = (pixels[2 * i + 1] as number) - (centreY - focal * b)
      const distance = Math.sqrt(ru * ru + rv * rv)
      const calm = distance <= limit
      const weight = calm ? trust : (trust * limit) / distance
      cost += calm ? trust * distance * distance : trust * limit * (2 * distance - limit)
      square += trust * Math.min(distance, 3 * limit) ** 2
      total += trust
      // Huber's second proposal: what lies beyond two deviations counts as two.
      spread += Number.isFinite(scale) ? trust * Math.min(distance, 2 * scale) ** 2 : trust * distance
      seen += 1
      // d(u, v) / d(X, Y, Z), then by the turn and the shift.
      const k = focal * inverse
      const uz = k * a
      const vz = -k * b
      const u0 = uz * py
      const u1 = k * pz - uz * px
      const u2 = -k * py
      const v0 = k * pz + vz * py
      const v1 = -vz * px
      const v2 = -k * px
      J[0] = u0
      J[1] = u1
      J[2] = u2
      J[3] = k
      J[4] = 0
      J[5] = uz
      J[6] = ru
      J[7] = weight
      accumulate(H, g, J)
      J[0] = v0
      J[1] = v1
      J[2] = v2
      J[3] = 0
      J[4] = -k
      J[5] = vz
      J[6] = rv
      accumulate(H, g, J)
    }
    this.#rms = Math.sqrt(square / Math.max(total, 1e-9))
    const mean = spread / Math.max(total, 1e-9)
    this.#spread = Number.isFinite(scale) ? 0.9 * Math.sqrt(mean) : 0.8 * mean
    this.#seen = seen
    return cost
  }

  /** Cholesky of the damped normal equations; false where they are singular. */
  #solveStep(damping: number): boolean {
    const A = this.#damped
    const x = this.#step
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j <= i; j++) A[6 * i + j] = this.#hessian[6 * i + j] as number
      A[7 * i] = (A[7 * i] as number) * (1 + damping) + 1e-12
      x[i] = this.#gradient[i] as number
    }
    return solveCholesky(A, x, 6)
  }

  #move(position: Float64Array, quaternion: Float64Array): number {
    const s = this.#step
    const x = s[0] as number
    const y = s[1] as number
    const z = s[2] as number
    turnBy(this.#turn, x, y, z)
    multiply(this.#trial, this.#turn, quaternion)
    quaternion.set(normalise(this.#trial))
    let size = x * x + y * y + z * z
    for (let i = 0; i < 3; i++) {
      const d = s[3 + i] as number
      position[i] = (position[i] as number) + d
      size += d * d
    }
    return size
  }

  #remember(position: Float64Array, quaternion: Float64Array): void {
    this.#before.set(position, 0)
    this.#before.set(quaternion, 3)
  }

  #restore(position: Float64Array, quaternion: Float64Array): void {
    for (let i = 0; i < 3; i++) position[i] = this.#before[i] as number
    for (let i = 0; i < 4; i++) quaternion[i] = this.#before[3 + i] as number
  }
}

/**
 * Adds one residual to the lower triangle. Handed over in an array: numbers handed one by one to a function that the engine does not inline are each put on the heap, which
 * came to 0.9 MB a frame.
 */
function accumulate(H: Float64Array, g: Float64Array, J: Float64Array): void {
  const w = J[7] as number
  const r = J[6] as number
  for (let i = 0; i < 6; i++) {
    const wi = w * (J[i] as number)
    if (wi === 0) continue
    for (let j = 0; j <= i; j++) H[6 * i + j] = (H[6 * i + j] as number) + wi * (J[j] as number)
    g[i] = (g[i] as number) + wi * r
  }
}
