import type { PixelPatch, PixelReader } from '../../../../src/experiences/tryon/tracker/pixel-reader'
import { normal } from './synthetic-face'

export type Rgb = readonly [number, number, number]

/**
 * A picture that is drawn where it is read: a colour for every point, with a camera's noise. Eight by eight samples a pixel are not needed: four are.
 *
 * @param gamma in what their mean is taken: 1 of sRGB values, 2.2 about of light, as a camera's pixel takes it
 */
export function drawn(
  colour: (x: number, y: number) => Rgb,
  size: { width: number; height: number },
  random: () => number,
  noise: number,
  gamma = 1,
): PixelReader {
  return {
    read(x, y, w, h, width, height): PixelPatch {
      const data = new Uint8ClampedArray(4 * width * height)
      for (let j = 0; j < height; j++) {
        for (let i = 0; i < width; i++) {
          const at = 4 * (j * width + i)
          const sum = [0, 0, 0]
          let inside = true
          for (const [u, v] of [
            [0.25, 0.25],
            [0.75, 0.25],
            [0.25, 0.75],
            [0.75, 0.75],
          ] as const) {
            const px = x + ((i + u) * w) / width
            const py = y + ((j + v) * h) / height
            if (px < 0 || py < 0 || px > size.width || py > size.height) inside = false
            colour(px, py).forEach((value, k) => {
              sum[k] = (sum[k] ?? 0) + value ** gamma / 4
            })
          }
          for (let k = 0; k < 3; k++) data[at + k] = (sum[k] ?? 0) ** (1 / gamma) + noise * normal(random)
          data[at + 3] = inside ? 255 : 0
        }
      }
      return { width, height, data }
    },
  }
}
