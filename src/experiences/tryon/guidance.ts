import type { Wear } from '../../core/wear'
import type { HandFit } from './fit/hand-fit'
import type { HeadFit } from './fit/head-fit'
import { subjectOf } from './subject'
import type { HandLandmarks, Observation } from './tracker/tracker'
import type { Guidance } from './try-on-state'

/** Metres from a usual camera beyond which a face is too small to fit well, and within which it leaves the picture. */
const FACE_FAR = 1.1
const FACE_NEAR = 0.2
/** The same for a hand. */
const HAND_FAR = 0.9
const HAND_NEAR = 0.18
/** Mean luminance, display-referred, below which landmarks grow unsteady. */
const DARK = 0.16
/** Degrees beyond which half of a face is guessed. */
const FAR_TURNED = 50

/** Facing of a hand, -1..1, below which it shows its palm and hides what is worn. */
const PALM = -0.35

/** How far behind the tracker’s wrist a watch ends, in lengths of the palm: its middle is at 0.42 (`fit/wrist-frame.ts`). */
const WATCH = 0.5

/**
 * What to ask of the shopper, the most pressing first; undefined when all is well.
 *
 * @param zoom how many times as long as a usual one the camera's lens is: a long lens brings near what is far
 */
export function guidanceOf(
  kind: Wear['kind'],
  observation: Observation,
  heads: readonly HeadFit[],
  hands: readonly HandFit[],
  zoom = 1,
): Guidance | undefined {
  const dark = (observation.light?.luminance ?? 1) < DARK
  if (subjectOf(kind) === 'face') {
    const [head] = heads
    if (!head) return dark ? 'more-light' : 'no-face'
    const distance = -(head.pose.position[2] ?? 0)
    if (isSmall(head, zoom)) return 'come-closer'
    if (distance < FACE_NEAR) return 'go-back'
    if (dark) return 'more-light'
    if (Math.abs(head.yaw) > FAR_TURNED) return 'turn-to-camera'
    // Everybody wears it; measures and words are of the first alone.
    return heads.length > 1 ? 'one-face' : undefined
  }
  const [hand] = hands
  if (!hand) return dark ? 'more-light' : 'no-hand'
  const distance = -(hand.wrist.position[2] ?? 0)
  if (distance > HAND_FAR * Math.max(1, zoom)) return 'come-closer'
  if (distance < HAND_NEAR) return 'go-back'
  if (dark) return 'more-light'
  if (hand.facing < PALM) return 'show-back-of-hand'
  return kind === 'watch' && !observation.hands.some((one) => hasWrist(one, observation))
    ? 'show-wrist'
    : undefined
}

/** Whether a face has too few pixels to be measured well; `zoom` as in {@link guidanceOf}. */
export function isSmall(head: HeadFit, zoom: number): boolean {
  return -(head.pose.position[2] ?? 0) > FACE_FAR * Math.max(1, zoom)
}

/** Whether the picture shows where a watch would be: it is worn beyond a hand's own landmarks, so the picture may end before it. */
function hasWrist({ points }: HandLandmarks, { width, height }: Observation): boolean {
  const wx = points[0] as number
  const wy = points[1] as number
  const x = wx + WATCH * (wx - (points[27] as number))
  const y = wy + WATCH * (wy - (points[28] as number))
  return x >= 0 && x <= width && y >= 0 && y <= height
}

/**
 * Holds a sentence back until it has been true for a while, and keeps it long enough to be read: words that flicker help nobody.
 */
export class SteadyGuidance {
  #shown: Guidance | undefined
  #candidate: Guidance | undefined
  #since = 0
  #shownAt = 0

  /** @param delay seconds before something is said @param hold seconds it stays at least */
  constructor(
    readonly delay = 0.7,
    readonly hold = 1.5,
  ) {}

  /** @param now seconds @returns what to say now */
  next(wanted: Guidance | undefined, now: number): Guidance | undefined {
    if (wanted !== this.#candidate) {
      this.#candidate = wanted
      this.#since = now
    }
    const settled = now - this.#since >= this.delay
    const read = this.#shown === undefined || now - this.#shownAt >= this.hold
    if (wanted !== this.#shown && settled && read) {
      this.#shown = wanted
      this.#shownAt = now
    }
    return this.#shown
  }

  reset(): void {
    this.#shown = undefined
    this.#candidate = undefined
  }
}
