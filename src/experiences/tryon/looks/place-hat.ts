import { Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import { clamp } from '../fit/clamp'
import type { HeadMarks } from '../fit/head-fit'
import type { FitNote } from './fit-note'

/** Where a hat sits, in the head's frame. */
export interface HatPlacement {
  readonly position: Vector3
  readonly rotation: Quaternion
  note: FitNote | undefined
}

/** A hat can be pulled down or perched only so far. Down is little: its front would cover the eyes, and a wide one is drawn in by its strap or a cord. */
const MOST_DOWN = 0.006
const MOST_UP = 0.03

const X = new Vector3(1, 0, 0)
const up = new Vector3()

export function hatPlacement(): HatPlacement {
  return { position: new Vector3(), rotation: new Quaternion(), note: undefined }
}

/**
 * A head narrows towards its crown, so a smaller hat sits higher and a larger one lower, until its crown rests on the head: the hat is never scaled.
 * The height is where the skull's own circumference is the hat's; a hat that is outside what it is sold for says so.
 */
export function placeHat(wear: WearOf<'hat'>, marks: HeadMarks, out: HatPlacement): void {
  const { skull } = marks
  const lean = (wear.tilt + skull.bandTilt) / 2
  up.set(0, Math.cos(lean), -Math.sin(lean))
  const ry = skull.radii[1]
  const band = clamp((skull.band[1] - skull.centre[1]) / ry, -0.95, 0.95)
  // Circumference of an ellipsoid's slice falls with the square root of 1 - h².
  const widest = skull.circumference / Math.sqrt(1 - band * band)
  const share = wear.circumference / widest
  const fitting = share < 1 ? Math.sqrt(1 - share * share) * ry : -Infinity
  const onCrown = ry - wear.crownDepth
  const height = Math.max(fitting, onCrown)
  const rise = clamp(height - band * ry, -MOST_DOWN, MOST_UP)
  out.position.set(skull.band[0], skull.band[1], skull.band[2]).addScaledVector(up, rise)
  out.rotation.setFromAxisAngle(X, -lean)
  const [least, most] = wear.fits
  out.note = skull.circumference > most ? 'hat-small' : skull.circumference < least ? 'hat-large' : undefined
}
