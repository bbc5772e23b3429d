import type { Side } from './head-fit'
import type { Rigid } from './rigid'

export type Finger = 'thumb' | 'index' | 'middle' | 'ring' | 'little'

/** Where a ring sits: its frame's Z runs along the finger to the tip, Y out of the back of the hand. */
export interface RingSeat {
  readonly frame: Rigid
  /** Of the finger there, metres. */
  readonly radius: number
}

/** One hand, fitted. Reused from frame to frame: copy what you keep. */
export interface HandFit {
  readonly id: number
  readonly side: Side
  /** Centre of the wrist where a watch sits: X along the forearm to the hand, Z out of the back of the hand. */
  readonly wrist: Rigid
  /** Across the forearm there, and from back to palm, metres. */
  readonly wristWidth: number
  readonly wristThickness: number
  readonly rings: Readonly<Record<Finger, RingSeat>>
  /** 21 × (x, y, z), metres in camera space: the joints. */
  readonly joints: Float32Array
  /** Wrist to the middle finger's first knuckle, metres. */
  readonly palmLength: number
  /** -1: the palm faces the camera, 1: the back does. */
  readonly facing: number
}
