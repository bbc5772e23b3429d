import { AVERAGE_HEAD, LANDMARKS } from './head-shape'
import type { Intrinsics } from './intrinsics'

/** How a point's place on the face is filtered. Metres. */
const NOISE = 0.0006
/** Share of a new frame that is taken at rest, at 30 frames a second. */
const CALM = 0.12
/** Share of a new frame in the running mean of surprises, and what is left of their noise in it. */
const RECENT = 0.3
const LEFT = RECENT / (2 - RECENT)
/** Squared surprises, as a multiple of what is usual, beyond which a point moves: of one frame, and of the running mean. */
const SUDDEN = 4
const STEADY = 2

/**
 * This frame's face in the head's frame: each landmark as it is seen, at the depth of the head there. What moves here is expression and the tracker's noise only, since the
 * head's own motion is in the pose: so it can be filtered hard at rest without ever lagging behind the head. Opens at once where something moves: lips, lids, brows;
 * and stays open until the last of the way is gone.
 */
export class FaceSurface {
  /** 478 × (x, y, z), metres, in the head's frame of an average-sized head. */
  readonly points = new Float64Array(3 * LANDMARKS)
  #fresh = true
  // Slow mean of each point's squared surprise: noisy points are not taken for moving ones.
  readonly #unrest = new Float64Array(LANDMARKS).fill(NOISE * NOISE)
  // Running mean of each point's surprise: noise cancels, what lags behind a motion goes on in its direction.
  readonly #behind = new Float64Array(3 * LANDMARKS)

  reset(): void {
    this.#fresh = true
    this.#behind.fill(0)
  }

  /**
   * @param seen 478 × (x, y, z), pixels
   * @param rotation of the head in camera space as measured in this frame, row-major
   * @param position of the head
   * @param depths 478: z of each landmark in the head's frame
   */
  see(
    seen: Float32Array,
    camera: Intrinsics,
    rotation: Float64Array,
    position: Float64Array,
    depths: Float64Array,
    dt: number,
  ): void {
    const r0 = rotation[0] as number
    const r1 = rotation[1] as number
    const r2 = rotation[2] as number
    const r3 = rotation[3] as number
    const r4 = rotation[4] as number
    const r5 = rotation[5] as number
    const r6 = rotation[6] as number
    const r7 = rotation[7] as number
    const r8 = rotation[8] as number
    const tx = position[0] as number
    const ty = position[1] as number
    const tz = position[2] as number
    const { focal, centreX, centreY } = camera
    const points = this.points
    const calm = 1 - (1 - CALM) ** Math.min(10, Math.max(0.2, dt * 30))
    for (let i = 0; i < LANDMARKS; i++) {
      // Depth of the model's landmark; the first two coordinates matter little to it.
      const mx = AVERAGE_HEAD[3 * i] as number
      const my = AVERAGE_HEAD[3 * i + 1] as number
      const mz = depths[i] as number
      const z = r6 * mx + r7 * my + r8 * mz + tz
      const x = (((seen[3 * i] as number) - centreX) / focal) * -z - tx
      const y = (-((seen[3 * i + 1] as number) - centreY) / focal) * -z - ty
      const d = z - tz
      const hx = r0 * x + r3 * y + r6 * d
      const hy = r1 * x + r4 * y + r7 * d
      const hz = r2 * x + r5 * y + r8 * d
      if (this.#fresh) {
        points[3 * i] = hx
        points[3 * i + 1] = hy
        points[3 * i + 2] = hz
        continue
      }
      const ex = hx - (points[3 * i] as number)
      const ey = hy - (points[3 * i + 1] as number)
      const ez = hz - (points[3 * i + 2] as number)
      const square = ex * ex + ey * ey + ez * ez
      const usual = this.#unrest[i] as number
      const behind = this.#lag(i, ex, ey, ez)
      const surprise = Math.max(square / SUDDEN, behind / (STEADY * LEFT)) / usual
      const gain = surprise > 1 ? Math.min(1, calm + (1 - calm) * (1 - 1 / surprise)) : calm
      this.#unrest[i] = usual + 0.02 * (Math.min(square, 9 * usual) - usual) + 1e-11
      points[3 * i] = (points[3 * i] as number) + gain * ex
      points[3 * i + 1] = (points[3 * i + 1] as number) + gain * ey
      points[3 * i + 2] = (points[3 * i + 2] as number) + gain * ez
      for (let k = 3 * i; k < 3 * i + 3; k++) this.#behind[k] = (this.#behind[k] as number) * (1 - gain)
    }
    this.#fresh = false
  }

  /** Takes a point's surprise into its running mean; the square of that. */
  #lag(i: number, x: number, y: number, z: number): number {
    const m = this.#behind
    const mx = (m[3 * i] as number) + RECENT * (x - (m[3 * i] as number))
    const my = (m[3 * i + 1] as number) + RECENT * (y - (m[3 * i + 1] as number))
    const mz = (m[3 * i + 2] as number) + RECENT * (z - (m[3 * i + 2] as number))
    m[3 * i] = mx
    m[3 * i + 1] = my
    m[3 * i + 2] = mz
    return mx * mx + my * my + mz * mz
  }
}
