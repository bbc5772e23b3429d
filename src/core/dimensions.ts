/** Size of a bounding box in metres, front facing +Z, Y up. */
export interface Dimensions {
  /** Along X, metres. */
  readonly width: number
  /** Along Y, metres. */
  readonly height: number
  /** Along Z, metres. */
  readonly depth: number
}
