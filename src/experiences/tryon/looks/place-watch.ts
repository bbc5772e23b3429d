import { Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import type { Side } from '../fit/head-fit'
import { rotationOfAxes } from './axes-rotation'
import type { FitNote } from './fit-note'

/** Where a watch sits in the wrist's frame (X to the hand, Z out of the back of the hand), metres. */
export interface WatchPlacement {
  readonly position: Vector3
  readonly rotation: Quaternion
  /** Half axes of what hides the far side of the strap: the wrist, or less where the strap is too small for it. */
  halfWidth: number
  halfThickness: number
  /** Half of the strap's inside as it is closed on this wrist. */
  strapWidth: number
  strapHeight: number
  note: FitNote | undefined
}

/** A strap has some 4 mm of skin and play to give, to either side, round a wrist (watchmakers ask for a finger's width). */
const PLAY = 0.006
/** By how much holes and links let a strap's inside be closed and opened, from side to side: 12 mm narrower and 6 mm wider are some 40 and 20 mm of its length. */
const CLOSES = 0.012
const OPENS = 0.006
/** A loose watch is drawn down onto the back of the wrist by its weight, so far at most. */
const MOST_SAG = 0.004
/** Skin stays this far inside the strap, or the two would fight for the same pixels. */
const CLEAR = 0.0006

export function watchPlacement(): WatchPlacement {
  return {
    position: new Vector3(),
    rotation: new Quaternion(),
    halfWidth: 0,
    halfThickness: 0,
    strapWidth: 0,
    strapHeight: 0,
    note: undefined,
  }
}

/**
 * Dial on the back of the wrist, crown as its wearer has it: twelve o'clock points away from the body on either arm, so on the right arm the watch is turned round.
 * Its case is never scaled. Its strap is closed as far as a strap can be: one that is then still too long hangs, one that is too short is said.
 */
export function placeWatch(
  wear: WearOf<'watch'>,
  wrist: { readonly side: Side; readonly width: number; readonly thickness: number },
  out: WatchPlacement,
): void {
  rotationOfAxes(wear.axis, wear.dial, wrist.side === 'left' ? LEFT : RIGHT, DIAL, out.rotation)
  const wide = wear.innerWidth - wrist.width
  const deep = wear.innerHeight - wrist.thickness
  const width = closed(wear.innerWidth, wrist.width)
  const height = closed(wear.innerHeight, wrist.thickness)
  const loose = Math.max(0, height - 2 * CLEAR - wrist.thickness)
  // The case's back comes to rest on the wrist.
  out.position.set(0, 0, (height - wear.innerHeight) / 2 - Math.min(MOST_SAG, loose / 2))
  out.halfWidth = Math.min(wrist.width, width - 2 * CLEAR) / 2
  out.halfThickness = Math.min(wrist.thickness, height - 2 * CLEAR) / 2
  out.strapWidth = width / 2
  out.strapHeight = height / 2
  const mean = (wide + deep) / 2
  out.note = mean < -PLAY ? 'watch-small' : mean > 2 * PLAY ? 'watch-large' : undefined
}

/** A strap's inside round a limb, as near as it can be closed. */
function closed(inner: number, limb: number): number {
  return Math.min(inner + OPENS, Math.max(inner - CLOSES, limb + 2 * CLEAR))
}

const LEFT = [1, 0, 0] as const
const RIGHT = [-1, 0, 0] as const
const DIAL = [0, 0, 1] as const
