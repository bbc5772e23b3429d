import { Vector3 } from 'three'
import { wrapAngle } from '../../../core/room-frame'
import { headingOf } from '../surface'

/** Metres in front of the shopper: within reach of a bent arm. */
const AHEAD = 0.55
/** Radians to the left of where they look, so that the product in front stays in sight. */
const ASIDE = 0.55
/** Metres below the eyes. */
const BELOW = 0.26
/** Metres walked and radians turned away after which the panel comes along. */
const TOO_FAR = 1.05
const TOO_TURNED = 1.25
/** Seconds of being away: a glance aside does not move it. */
const PATIENCE = 0.7
/** Speed of coming along: the rest of the way halves in 0.12 s. */
const HALF_LIFE = 0.12

const wanted = new Vector3()

/** Where the panel is: it stays in the room until the shopper has gone from it, then comes along. */
export class PanelSeat {
  readonly position = new Vector3()
  yaw = 0
  /** Leans back so that it faces the eyes above it. */
  readonly tilt = -0.42
  private readonly goal = new Vector3()
  private goalYaw = 0
  private away = 0
  private seated = false

  update(viewer: Readonly<Vector3>, gaze: Readonly<Vector3>, seconds: number): void {
    if (!this.seated) {
      if (gaze.x === 0 && gaze.z === 0) return
      this.take(viewer, gaze)
      this.position.copy(this.goal)
      this.yaw = this.goalYaw
      this.seated = true
      return
    }
    const distance = Math.hypot(this.goal.x - viewer.x, this.goal.z - viewer.z)
    const direction = Math.atan2(this.goal.x - viewer.x, this.goal.z - viewer.z)
    const turned = Math.abs(wrapAngle(direction - headingOf(gaze)))
    const gone = distance > TOO_FAR || turned > TOO_TURNED
    this.away = gone ? this.away + seconds : 0
    if (this.away > PATIENCE) {
      this.take(viewer, gaze)
      this.away = 0
    }
    const rest = 0.5 ** (seconds / HALF_LIFE)
    this.position.lerp(this.goal, 1 - rest)
    this.yaw += wrapAngle(this.goalYaw - this.yaw) * (1 - rest)
  }

  private take(viewer: Readonly<Vector3>, gaze: Readonly<Vector3>): void {
    const heading = headingOf(gaze) + ASIDE
    wanted.set(Math.sin(heading) * AHEAD, -BELOW, Math.cos(heading) * AHEAD)
    this.goal.copy(viewer as Vector3).add(wanted)
    // Its front (+Z) looks back at the shopper.
    this.goalYaw = wrapAngle(heading + Math.PI)
  }
}
