import type { PixelPatch, PixelReader } from './pixel-reader'
import type { Frame } from './tracker'

/**
 * A frame's pixels in the worker's own memory, and patches of them. A camera's frame is converted from its video format whenever it is read: here that
 * happens once, for the tracker and for everything that reads after it (docs/tryon-tracking.md). Works in a worker.
 */
export class FramePixels implements PixelReader {
  /** The whole frame, in its own size. */
  readonly sheet = new OffscreenCanvas(1, 1)
  readonly #sheet = this.sheet.getContext('2d', { willReadFrequently: true, alpha: false })
  readonly #patch = new OffscreenCanvas(1, 1)
  readonly #context = this.#patch.getContext('2d', { willReadFrequently: true })

  /** From now on this frame is read; it may be let go of. */
  take(frame: Frame, width: number, height: number): void {
    const { sheet } = this
    if (sheet.width !== width || sheet.height !== height) {
      sheet.width = width
      sheet.height = height
    }
    this.#sheet?.drawImage(frame, 0, 0, width, height)
  }

  read(x: number, y: number, w: number, h: number, outW: number, outH: number): PixelPatch | undefined {
    const context = this.#context
    const { sheet } = this
    const left = Math.max(0, x)
    const top = Math.max(0, y)
    const right = Math.min(sheet.width, x + w)
    const bottom = Math.min(sheet.height, y + h)
    if (!context || !(right > left && bottom > top && outW >= 1 && outH >= 1)) return undefined
    if (this.#patch.width < outW) this.#patch.width = outW
    if (this.#patch.height < outH) this.#patch.height = outH
    context.clearRect(0, 0, outW, outH)
    const sx = outW / w
    const sy = outH / h
    context.drawImage(
      sheet,
      left,
      top,
      right - left,
      bottom - top,
      (left - x) * sx,
      (top - y) * sy,
      (right - left) * sx,
      (bottom - top) * sy,
    )
    return context.getImageData(0, 0, outW, outH)
  }
}
