import sharp from 'sharp'
import type { PixelPatch, PixelReader } from '../../../src/experiences/tryon/tracker/pixel-reader'

/** A picture's file as a tracker's refinements read frames, outside of a browser: bilinear, as a canvas. */
export class StillPixels implements PixelReader {
  private constructor(
    /** Red, green, blue: may be painted over. */
    readonly data: Uint8Array,
    readonly width: number,
    readonly height: number,
  ) {}

  static async open(file: string): Promise<StillPixels> {
    const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return new StillPixels(data, info.width, info.height)
  }

  read(x: number, y: number, w: number, h: number, outW: number, outH: number): PixelPatch {
    const out = new Uint8ClampedArray(4 * outW * outH)
    for (let j = 0; j < outH; j++) {
      const py = y + ((j + 0.5) * h) / outH - 0.5
      for (let i = 0; i < outW; i++) {
        const px = x + ((i + 0.5) * w) / outW - 0.5
        if (px < -0.5 || py < -0.5 || px > this.width - 0.5 || py > this.height - 0.5) continue
        const at = 4 * (j * outW + i)
        for (let k = 0; k < 3; k++) out[at + k] = this.#value(px, py, k)
        out[at + 3] = 255
      }
    }
    return { width: outW, height: outH, data: out }
  }

  #value(x: number, y: number, channel: number): number {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const u = x - ix
    const v = y - iy
    const at = (i: number, j: number) => {
      const column = Math.min(this.width - 1, Math.max(0, i))
      const row = Math.min(this.height - 1, Math.max(0, j))
      return this.data[3 * (row * this.width + column) + channel] ?? 0
    }
    return (
      (at(ix, iy) * (1 - u) + at(ix + 1, iy) * u) * (1 - v) +
      (at(ix, iy + 1) * (1 - u) + at(ix + 1, iy + 1) * u) * v
    )
  }
}
