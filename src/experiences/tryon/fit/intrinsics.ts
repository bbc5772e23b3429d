/** A pinhole camera with square pixels. Pixels of the unmirrored frame, origin at its top left corner. */
export interface Intrinsics {
  readonly width: number
  readonly height: number
  /** Focal length in pixels. */
  readonly focal: number
  readonly centreX: number
  readonly centreY: number
}
