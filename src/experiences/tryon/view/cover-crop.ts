import { type PerspectiveCamera, WebGLCoordinateSystem } from 'three'
import type { Intrinsics } from '../fit/intrinsics'

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

/** The largest part of a frame's middle that has the shape of a pane: the pane is filled, nothing is stretched. */
export function coverCrop(
  frameWidth: number,
  frameHeight: number,
  paneWidth: number,
  paneHeight: number,
  out: Crop,
): void {
  const scale = Math.max(paneWidth / frameWidth, paneHeight / frameHeight)
  out.width = Math.min(frameWidth, paneWidth / scale)
  out.height = Math.min(frameHeight, paneHeight / scale)
  out.x = (frameWidth - out.width) / 2
  out.y = (frameHeight - out.height) / 2
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
