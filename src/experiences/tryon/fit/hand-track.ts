import type { HandLandmarks } from '../tracker/tracker'
import type { HandFit, RingSeat } from './hand-fit'
import { HandJoints } from './hand-joints'
import type { Side } from './head-fit'
import type { Intrinsics } from './intrinsics'
import { PoseFilter } from './pose-filter'
import { FINGERS, seatRing } from './ring-seats'
import { WristFrame } from './wrist-frame'

/** A gap after which it starts anew, seconds. */
const STALE = 0.5
/** What a filter assumes of a wrist; hands are seen less well than faces and move more. */
const WRIST_FILTER = {
  across: { noise: 0.0015, unrest: 0.02, surprise: 2.5 },
  depth: { noise: 0.006, unrest: 0.05, surprise: 3 },
  turn: { noise: 0.012, unrest: 0.15, surprise: 2.5 },
  patience: STALE,
} as const

/** One hand while it is seen. */
export class HandTrack {
  readonly fit: HandFit
  /** Middle of the hand and its size in the last frame, pixels. */
  x = 0
  y = 0
  size = 1
  time = Number.NaN
  readonly #joints = new HandJoints()
  readonly #wrist = new WristFrame()
  readonly #wristFilter = new PoseFilter(WRIST_FILTER)
  /** Which side the tracker said, as a mean: it errs in single frames. -1 left, 1 right. */
  #sides = 0

  constructor(id: number) {
    this.fit = {
      id,
      side: 'right',
      wrist: { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) },
      wristWidth: 0,
      wristThickness: 0,
      rings: { thumb: seat(), index: seat(), middle: seat(), ring: seat(), little: seat() },
      joints: this.#joints.shown,
      palmLength: 0,
      facing: 0,
    }
  }

  get side(): Side {
    return this.#sides < 0 ? 'left' : 'right'
  }

  /** Takes the hand of one frame. */
  update(hand: HandLandmarks, time: number, camera: Intrinsics): void {
    const dt = time - this.time
    const warm = dt >= 0 && dt < STALE
    this.time = time
    const before = this.side
    const said = (hand.side === 'left' ? -1 : 1) * Math.max(0.1, hand.confidence)
    this.#sides = warm ? this.#sides + 0.15 * (said - this.#sides) : said
    const { points } = hand
    this.x = ((points[0] as number) + (points[27] as number)) / 2
    this.y = ((points[1] as number) + (points[28] as number)) / 2
    this.size = Math.hypot(
      (points[27] as number) - (points[0] as number),
      (points[28] as number) - (points[1] as number),
    )
    this.#joints.see(hand, this.side, camera, warm ? dt : Number.NaN)
    if (!warm) this.#wristFilter.reset()
    const fit = this.fit as { -readonly [Key in keyof HandFit]: HandFit[Key] }
    fit.side = this.side
    fit.palmLength = this.#joints.palmLength
    const wrist = this.#wrist
    // From this frame's own joints: the wrist has a filter of its own, and two in a row would lag.
    const since = warm && before === this.side ? dt : Number.NaN
    wrist.measure(this.#joints.now, this.#joints.palm, fit.palmLength, fit.side, hand.forearm, camera, since)
    this.#wristFilter.update(wrist.frame, time, fit.wrist)
    fit.facing = wrist.facing
    fit.wristWidth = wrist.width
    fit.wristThickness = wrist.thickness
    for (const finger of FINGERS)
      seatRing(fit.rings[finger], finger, this.#joints.shown, fit.palmLength, fit.side)
  }
}

function seat(): RingSeat {
  return {
    frame: { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) },
    radius: 0,
  }
}
