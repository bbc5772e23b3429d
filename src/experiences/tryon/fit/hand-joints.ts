import type { HandLandmarks } from '../tracker/tracker'
import type { Intrinsics } from './intrinsics'
import { PoseFilter } from './pose-filter'
import type { PoseSolver } from './pose-solver'
import { matrixOf } from './rotation'

export const JOINTS = 21

/**
 * From the wrist to the middle finger's knuckle on an average adult, metres: hand length 0.189 ± 0.012 (men and women together, ANSUR II 2012: 193 and 181 mm), of which the part up to the knuckle's joint is about a half.
 */
const PALM = 0.092
/** People's palms differ by this share; what the tracker says of the size in one frame differs by that share. */
const PALM_SPREAD = 0.065
const FRAME_SPREAD = 0.08
/** Joints whose places on the hand do not move against each other, and the rest, which the tracker's model places less well. */
const TRUST = [1, 0.4, 0.3, 0.3, 0.3, 1, 0.5, 0.4, 0.3, 1, 0.5, 0.4, 0.3, 1, 0.5, 0.4, 0.3, 1, 0.5, 0.4, 0.3]

const HAND_FILTER = {
  across: { noise: 0.0012, unrest: 0.02, surprise: 2.5 },
  depth: { noise: 0.006, unrest: 0.05, surprise: 3 },
  turn: { noise: 0.012, unrest: 0.15, surprise: 2.5 },
  patience: 0.5,
} as const
/** Of a joint against the hand, metres, and the share of a frame that is taken at rest. */
const JOINT_NOISE = 0.0012
const CALM = 0.18

/**
 * A hand's joints in camera space: the tracker's model of the hand (metres, of uncertain size) is laid onto the pixels by our own solver; then each joint is put on the
 * ray through its pixel, at the model's depth, so that what is worn projects where the finger is seen.
 */
export class HandJoints {
  /** 21 × (x, y, z), metres, camera space: as measured in this frame. */
  readonly now = new Float64Array(3 * JOINTS)
  /** The same, filtered. */
  readonly shown = new Float32Array(3 * JOINTS)
  /** Wrist to the middle finger's knuckle, metres, over frames. */
  palmLength = PALM
  readonly #solver: PoseSolver
  readonly #points = {
    model: new Float64Array(3 * JOINTS),
    pixels: new Float64Array(2 * JOINTS),
    weights: Float64Array.from(TRUST),
    count: JOINTS,
  }
  readonly #pose = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #calm = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #filter = new PoseFilter(HAND_FILTER)
  readonly #matrix = new Float64Array(9)
  /** Joints in the frame of the tracker's model, filtered. */
  readonly #local = new Float64Array(3 * JOINTS)
  #sizeSum = 0
  #sizeWeight = 0
  #time = 0

  constructor(solver: PoseSolver) {
    this.#solver = solver
  }

  /** @param dt seconds since the frame before; not a number for a start */
  see({ points, world }: HandLandmarks, camera: Intrinsics, dt: number): void {
    const fresh = !(dt >= 0)
    this.#time += fresh ? 10 : dt
    if (fresh) {
      this.#sizeSum = 0
      this.#sizeWeight = 0
    }
    this.#sizeUp(world)
    // The model's middle is its origin; its axes are the camera's with y and z turned over.
    const said = length(world, 0, 9)
    const scale = this.palmLength / Math.max(said, 0.03)
    const { model, pixels } = this.#points
    for (let i = 0; i < JOINTS; i++) {
      model[3 * i] = scale * (world[3 * i] as number)
      model[3 * i + 1] = -scale * (world[3 * i + 1] as number)
      model[3 * i + 2] = -scale * (world[3 * i + 2] as number)
      pixels[2 * i] = points[3 * i] as number
      pixels[2 * i + 1] = points[3 * i + 1] as number
    }
    // The model is given anew in the camera's axes each frame: so is the start.
    this.#guess(camera)
    this.#solver.solve(this.#points, camera, this.#pose, 12)
    this.#lift(camera)
    this.#smooth(dt, fresh)
  }

  #sizeUp(world: Float32Array): void {
    const said = length(world, 0, 9)
    if (!(said > 0.04 && said < 0.16)) return
    this.#sizeWeight = Math.min(this.#sizeWeight + 1, 60)
    this.#sizeSum += (said - this.#sizeSum) / this.#sizeWeight
    // Frames err alike: their mean is never better than a half of one frame.
    const own = FRAME_SPREAD ** 2 * Math.max(0.25, 1 / this.#sizeWeight)
    const prior = PALM_SPREAD ** 2
    this.palmLength = PALM * (this.#sizeSum / PALM) ** (prior / (prior + own))
  }

  #guess(camera: Intrinsics): void {
    const { model, pixels } = this.#points
    let seen = 0
    let real = 0
    let x = 0
    let y = 0
    for (let i = 0; i < JOINTS; i++) {
      x += (pixels[2 * i] as number) / JOINTS
      y += (pixels[2 * i + 1] as number) / JOINTS
    }
    for (let i = 0; i < JOINTS; i++) {
      seen += Math.hypot((pixels[2 * i] as number) - x, (pixels[2 * i + 1] as number) - y)
      real += Math.hypot(model[3 * i] as number, model[3 * i + 1] as number)
    }
    const depth = (camera.focal * Math.max(real, 0.05)) / Math.max(seen, 1)
    const { position, quaternion } = this.#pose
    position[0] = ((x - camera.centreX) / camera.focal) * depth
    position[1] = (-(y - camera.centreY) / camera.focal) * depth
    position[2] = -depth
    quaternion.fill(0)
    quaternion[3] = 1
  }

  /** Puts each joint on the ray through its pixel. */
  #lift(camera: Intrinsics): void {
    const r = matrixOf(this.#matrix, this.#pose.quaternion)
    const { model, pixels } = this.#points
    const tz = this.#pose.position[2] as number
    for (let i = 0; i < JOINTS; i++) {
      const z =
        (r[6] as number) * (model[3 * i] as number) +
        (r[7] as number) * (model[3 * i + 1] as number) +
        (r[8] as number) * (model[3 * i + 2] as number) +
        tz
      this.now[3 * i] = (((pixels[2 * i] as number) - camera.centreX) / camera.focal) * -z
      this.now[3 * i + 1] = (-((pixels[2 * i + 1] as number) - camera.centreY) / camera.focal) * -z
      this.now[3 * i + 2] = z
    }
  }

  /** Filters the hand's place as a whole, and the joints against it. */
  #smooth(dt: number, fresh: boolean): void {
    const calm = this.#calm
    if (fresh) this.#filter.reset()
    this.#filter.update(this.#pose, this.#time, calm)
    const share = fresh ? 1 : 1 - (1 - CALM) ** Math.min(10, Math.max(0.2, dt * 30))
    const p = this.#pose.position
    const c = calm.position
    // The model's axes are the camera's, so joints are compared as offsets from its middle; turning is in them.
    for (let i = 0; i < JOINTS; i++) {
      let far = 0
      for (let k = 0; k < 3; k++) {
        const e = (this.now[3 * i + k] as number) - (p[k] as number) - (this.#local[3 * i + k] as number)
        far += k < 2 ? e * e : 0.25 * e * e
      }
      const surprise = far / (6 * JOINT_NOISE * JOINT_NOISE)
      const gain = surprise > 1 ? Math.min(1, share + (1 - share) * (1 - 1 / surprise)) : share
      for (let k = 0; k < 3; k++) {
        const at = 3 * i + k
        const local = this.#local[at] as number
        const next = local + gain * ((this.now[at] as number) - (p[k] as number) - local)
        this.#local[at] = next
        this.shown[at] = next + (c[k] as number)
      }
    }
  }
}

function length(points: ArrayLike<number>, a: number, b: number): number {
  const x = (points[3 * a] as number) - (points[3 * b] as number)
  const y = (points[3 * a + 1] as number) - (points[3 * b + 1] as number)
  const z = (points[3 * a + 2] as number) - (points[3 * b + 2] as number)
  return Math.sqrt(x * x + y * y + z * z)
}
