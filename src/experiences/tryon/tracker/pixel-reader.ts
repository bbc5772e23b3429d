/** A part of the frame, scaled. Reused: gone with the next read of the same size. */
export interface PixelPatch {
  readonly width: number
  readonly height: number
  /** Row by row, red, green, blue, alpha: display-referred sRGB, 0..255. */
  readonly data: Uint8ClampedArray
}

/** Reads pixels of the frame that is being looked at. Exists where the tracker works, in its worker. */
export interface PixelReader {
  /**
   * The rectangle from (x, y), w × h pixels of the unmirrored frame, scaled to outW × outH. What lies beyond the frame is transparent black (alpha 0).
   * The centre of the patch's pixel (i, j) lies at x + (i + 0.5) · w / outW, y + (j + 0.5) · h / outH of the frame, where a landmark of the frame is
   * counted from its top left corner.
   *
   * @returns undefined when the rectangle does not touch the frame or has no size
   */
  read(x: number, y: number, w: number, h: number, outW: number, outH: number): PixelPatch | undefined
}
