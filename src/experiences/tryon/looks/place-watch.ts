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
  note: FitNote | undefined
}

/** A strap has some 4 mm of skin and play to give, to either side, round a wrist (watchmakers ask for a finger's width). */
const PLAY = 0.006
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
    note: undefined,
  }
}

/**
 * Dial on the back of the wrist, crown as its wearer has it: twelve o'clock points away from the body on either arm, so on the right arm the watch is turned round.
 * Its size is its own; a strap that is too long hangs, one that is too short is said.
 */
export function placeWatch(
  wear: WearOf<'watch'>,
  wrist: { readonly side: Side; readonly width: number; readonly thickness: number },
  out: WatchPlacement,
): void {
  rotationOfAxes(wear.axis, wear.dial, wrist.side === 'left' ? LEFT : RIGHT, DIAL, out.rotation)
  const wide = wear.innerWidth - wrist.width
  const deep = wear.innerHeight - wrist.thickness
  out.position.set(0, 0, -Math.min(MOST_SAG, Math.max(0, deep / 2)))
  out.halfWidth = Math.min(wrist.width, wear.innerWidth - 2 * CLEAR) / 2
  out.halfThickness = Math.min(wrist.thickness, wear.innerHeight - 2 * CLEAR) / 2
  const mean = (wide + deep) / 2
  out.note = mean < -PLAY ? 'watch-small' : mean > 2 * PLAY ? 'watch-large' : undefined
}

const LEFT = [1, 0, 0] as const
const RIGHT = [-1, 0, 0] as const
const DIAL = [0, 0, 1] as const
