import { Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import type { EyewearPlacement } from './place-eyewear'

/** Landmarks that a rim could touch: brows, and cheeks below the eyes, of both sides. */
const TOUCHED = [
  52, 53, 63, 65, 66, 105, 107, 282, 283, 293, 295, 296, 334, 336, 50, 36, 100, 101, 117, 118, 119, 205, 280,
  266, 329, 330, 346, 347, 348, 425,
]
/** Between skin and the backs of the lenses at a rim, metres: opticians keep rims off the cheeks. */
const GAP = 0.0015
/** What a frame may be moved forward from where its bridge would have it. */
const MOST = 0.009

const point = new Vector3()
const back = new Quaternion()
const forward = new Vector3()

/**
 * Moves a frame forward until its rims clear brows and cheeks, as pads are bent by an optician, and as a smile lifts a frame.
 *
 * @param surface this frame's face in the head's frame, 3 numbers a point
 */
export function clearSkin(wear: WearOf<'eyewear'>, surface: Float32Array, placement: EyewearPlacement): void {
  back.copy(placement.rotation).invert()
  const outer = wear.frameWidth / 2
  const inner = wear.bridge / 2
  let deepest = 0
  for (const i of TOUCHED) {
    point
      .fromArray(surface, i * 3)
      .sub(placement.position)
      .applyQuaternion(back)
    const across = Math.abs(point.x)
    // Rims reach over two thirds of the lens's height below the bridge, a third above.
    const within = point.y < wear.lensHeight * 0.4 && point.y > -wear.lensHeight * 0.7
    if (within && across > inner && across < outer) deepest = Math.max(deepest, point.z + GAP)
  }
  forward.set(0, 0, Math.min(MOST, deepest)).applyQuaternion(placement.rotation)
  placement.position.add(forward)
}
