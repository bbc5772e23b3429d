import { type Quaternion, Vector3 } from 'three'
import { clamp } from '../fit/clamp'

const GRAVITY = 9.81
/** Seconds between frames beyond which nothing is known of the motion between. */
const LONGEST = 0.25
/** Of one step of the integration. */
const STEP = 1 / 240
/** Damping ratio: an earring brushes the skin and comes to rest within two or three swings. */
const DAMPING = 0.16
/** Seconds over which the hook's speed is averaged: landmarks tremble, and their second derivative more. */
const CALM = 0.06
/** Metres a second squared beyond which a jump of the tracker, not a head, must be the cause. */
const MOST_PUSH = 30

const hang = new Vector3()
const DOWN = new Vector3(0, -1, 0)
const velocity = new Vector3()

/**
 * A damped pendulum whose hook moves with the head. Small angles: swing towards +X and +Z of the camera's space, in which down is the picture's down.
 */
export class EarringPendulum {
  /** Radians, from hanging straight down. */
  x = 0
  z = 0
  #speedX = 0
  #speedZ = 0
  readonly #hook = new Vector3()
  readonly #velocity = new Vector3()
  #known = false

  /**
   * @param hook where it hangs now, camera space, metres
   * @param length of the pendulum, metres
   * @param limit radians
   * @param seconds since the frame before
   */
  advance(hook: Vector3, length: number, limit: number, seconds: number): void {
    if (!this.#known || seconds <= 0 || seconds > LONGEST) {
      this.reset(hook)
      return
    }
    velocity.subVectors(hook, this.#hook).divideScalar(seconds)
    const share = 1 - Math.exp(-seconds / CALM)
    const pushX = clamp(((velocity.x - this.#velocity.x) * share) / seconds, -MOST_PUSH, MOST_PUSH)
    const pushZ = clamp(((velocity.z - this.#velocity.z) * share) / seconds, -MOST_PUSH, MOST_PUSH)
    this.#velocity.lerp(velocity, share)
    this.#hook.copy(hook)
    const own = Math.sqrt(GRAVITY / length)
    for (let left = seconds; left > 1e-6; left -= STEP) {
      const dt = Math.min(STEP, left)
      this.#speedX += (-own * own * Math.sin(this.x) - 2 * DAMPING * own * this.#speedX - pushX / length) * dt
      this.#speedZ += (-own * own * Math.sin(this.z) - 2 * DAMPING * own * this.#speedZ - pushZ / length) * dt
      this.x += this.#speedX * dt
      this.z += this.#speedZ * dt
      this.#stop(limit)
    }
  }

  /** Hangs still. */
  reset(hook: Vector3): void {
    this.#hook.copy(hook)
    this.#velocity.set(0, 0, 0)
    this.#known = true
    this.x = 0
    this.z = 0
    this.#speedX = 0
    this.#speedZ = 0
  }

  /** How it hangs: turns straight down (camera space) to where the pendulum points. */
  orient(out: Quaternion): void {
    hang.set(Math.tan(this.x), -1, Math.tan(this.z)).normalize()
    out.setFromUnitVectors(DOWN, hang)
  }

  #stop(limit: number): void {
    const far = Math.hypot(this.x, this.z)
    if (far <= limit) return
    this.x *= limit / far
    this.z *= limit / far
    // It strikes the cheek or its own wire and loses what speed it had.
    this.#speedX *= 0.3
    this.#speedZ *= 0.3
  }
}
