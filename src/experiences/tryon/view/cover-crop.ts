import { type PerspectiveCamera, WebGLCoordinateSystem } from 'three'
import type { Intrinsics } from '../fit/intrinsics'
import type { FocusPoint } from './focus'

/** The part of a frame that is seen, in its pixels. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/** Metres: nearer than any nose to a phone, farther than any room. */
const NEAR = 0.02
const FAR = 20

/**
 * Share of a crop of the whole by which whoever is looked at may stand off its middle before it moves: a mirror does not follow every step. The less
 * of the frame a crop shows, the less of it there is to spare.
 */
const SLACK = 0.14
/** Share of a crop that two may be apart and still be both in it. */
const TOGETHER = 0.55
/** A close look shows no fewer pixels than these. */
const FEWEST = 240

/**
 * The largest part of a frame that has the shape of a pane: the pane is filled, nothing is stretched. It is the frame's middle, or as near to it as whoever
 * is looked at allows.
 *
 * @param focus where they are
 * @param most how many times their own size somebody is shown with at most: who is small in a photo cannot come closer
 */
export function coverCrop(
  frameWidth: number,
  frameHeight: number,
  paneWidth: number,
  paneHeight: number,
  out: Crop,
  focus?: FocusPoint,
  most = Number.POSITIVE_INFINITY,
): void {
  const scale = Math.max(paneWidth / frameWidth, paneHeight / frameHeight)
  out.width = Math.min(frameWidth, paneWidth / scale)
  out.height = Math.min(frameHeight, paneHeight / scale)
  if (focus) {
    const wanted = Math.max(FEWEST, most * focus.size + focus.spread)
    const shrink = Math.min(1, wanted / Math.min(out.width, out.height))
    out.width *= shrink
    out.height *= shrink
  }
  // Where there is no room for all, the first is seen whole.
  const all = focus !== undefined && focus.spread < TOGETHER * out.width
  out.x = startOf(frameWidth, out.width, all ? focus.x : focus?.firstX)
  out.y = startOf(frameHeight, out.height, all ? focus.y : focus?.firstY)
}

function startOf(whole: number, part: number, focus: number | undefined): number {
  const middle = (whole - part) / 2
  if (focus === undefined) return middle
  const ideal = focus - part / 2
  const slack = (SLACK * part * part) / whole
  const wanted = Math.min(ideal + slack, Math.max(ideal - slack, middle))
  return Math.min(whole - part, Math.max(0, wanted))
}

/** The camera that took the frame, of which only the crop is seen. Its principal point may lie anywhere. */
export function cropCamera(intrinsics: Intrinsics, crop: Crop, camera: PerspectiveCamera): void {
  const { focal, centreX, centreY } = intrinsics
  const left = ((crop.x - centreX) / focal) * NEAR
  const right = ((crop.x + crop.width - centreX) / focal) * NEAR
  const top = ((centreY - crop.y) / focal) * NEAR
  const bottom = ((centreY - crop.y - crop.height) / focal) * NEAR
  camera.projectionMatrix.makePerspective(left, right, top, bottom, NEAR, FAR, WebGLCoordinateSystem)
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert()
}
