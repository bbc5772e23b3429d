import type { PixelPatch } from '../../tracker/pixel-reader'

/** Colours between the two passes. */
let rows = new Float32Array(0)

/**
 * Smooths a patch by 1 2 1 along both axes, which halves a camera's noise and moves no edge. Beyond the frame (alpha 0) a patch stays as empty as it was.
 *
 * @param into of the same size: written
 */
export function softenPatch({ width, height, data }: PixelPatch, into: PixelPatch): void {
  if (rows.length < data.length) rows = new Float32Array(data.length)
  const stride = 4 * width
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + 4 * x
      const left = x > 0 ? at - 4 : at
      const right = x < width - 1 ? at + 4 : at
      for (let c = 0; c < 4; c++) {
        rows[at + c] =
          ((data[left + c] as number) + 2 * (data[at + c] as number) + (data[right + c] as number)) / 4
      }
    }
  }
  const out = into.data
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? -stride : 0
    const below = y < height - 1 ? stride : 0
    for (let at = y * stride; at < (y + 1) * stride; at++) {
      out[at] = ((rows[at + above] as number) + 2 * (rows[at] as number) + (rows[at + below] as number)) / 4
    }
  }
}
