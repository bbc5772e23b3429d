import { Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import { rotationOfAxes } from './axes-rotation'
import type { FitNote } from './fit-note'

/** Where a ring sits in its seat's frame (Z to the fingertip, Y out of the back of the hand), metres. */
export interface RingPlacement {
  readonly position: Vector3
  readonly rotation: Quaternion
  /** Of what hides the far half of the ring. */
  radius: number
  note: FitNote | undefined
}

/** Three ring sizes (ISO 8653: a size is 1 mm of circumference, 0.32 mm of diameter), the doubt of a radius seen by a camera included. */
const TOO_TIGHT = 0.0022
const TOO_LOOSE = 0.0028
const CLEAR = 0.00025

export function ringPlacement(): RingPlacement {
  return { position: new Vector3(), rotation: new Quaternion(), radius: 0, note: undefined }
}

/** Centred on the finger in its own size, stone up; a loose ring rests on the finger's back, where its stone's side is open to view. */
export function placeRing(wear: WearOf<'ring'>, radius: number, out: RingPlacement): void {
  rotationOfAxes(wear.axis, wear.face, ALONG, FACE, out.rotation)
  const play = wear.innerDiameter - 2 * radius
  out.position.set(0, -Math.min(0.0008, Math.max(0, play / 2)), 0)
  out.radius = Math.min(radius, wear.innerDiameter / 2 - CLEAR)
  out.note = play < -TOO_TIGHT ? 'ring-small' : play > TOO_LOOSE ? 'ring-large' : undefined
}

const ALONG = [0, 0, 1] as const
const FACE = [0, 1, 0] as const
