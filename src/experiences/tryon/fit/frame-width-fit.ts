import type { FrameWidthFit } from '../try-on-state'

/**
 * By how much a frame's front may be narrower or wider than the face and still count as right, metres in all. Opticians want a front about as wide as the face at
 * the temples; 3 mm a side is where temples begin to splay or to stand off. A rule of the trade, not a norm: stated so that a shop can disagree.
 */
const TOLERANCE = 0.006

/**
 * How the width of a frame's front compares with the width of a face. A sizing aid: the face's width comes from the iris and is as uncertain as that.
 *
 * @param frameWidth metres, `eyewear.frameWidth`
 * @param faceWidth metres, across the cheekbones
 */
export function frameWidthFit(frameWidth: number, faceWidth: number): FrameWidthFit {
  const spare = frameWidth - faceWidth
  return spare < -TOLERANCE ? 'narrow' : spare > TOLERANCE ? 'wide' : 'good'
}
