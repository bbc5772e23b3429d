import type { PixelPatch, PixelReader } from './pixel-reader'
import type { Frame } from './tracker'

/** Reads patches of a frame through one small canvas that is kept. Works in a worker. */
export class FramePixels implements PixelReader {
  readonly #canvas = new OffscreenCanvas(1, 1)
  readonly #context = this.#canvas.getContext('2d', { willReadFrequently: true })
  #frame: Frame | undefined
  #width = 0
  #height = 0

  /** From now on this frame is read; `undefined` lets go of it. */
  open(frame: Frame | undefined, width = 0, height = 0): void {
    this.#frame = frame
    this.#width = width
    this.#height = height
  }

  read(x: number, y: number, w: number, h: number, outW: number, outH: number): PixelPatch | undefined {
    const context = this.#context
    const left = Math.max(0, x)
    const top = Math.max(0, y)
    const right = Math.min(this.#width, x + w)
    const bottom = Math.min(this.#height, y + h)
    if (!this.#frame || !context || !(right > left && bottom > top && outW >= 1 && outH >= 1))
      return undefined
    if (this.#canvas.width < outW) this.#canvas.width = outW
    if (this.#canvas.height < outH) this.#canvas.height = outH
    context.clearRect(0, 0, outW, outH)
    const sx = outW / w
    const sy = outH / h
    context.drawImage(
      this.#frame,
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
