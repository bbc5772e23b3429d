/**
 * A frame in camera space: x right, y up, the camera looks along -z (three's convention). Metres.
 * The unmirrored picture is meant: the wearer's right is at its left.
 */
export interface Rigid {
  readonly position: Float64Array
  /** x, y, z, w */
  readonly quaternion: Float64Array
}
