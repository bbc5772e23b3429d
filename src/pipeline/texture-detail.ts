import type { Pixels } from './image-codec'

/** No texture becomes smaller than this, pixels. */
const LEAST_EDGE = 64
/** Every so many rows say enough. */
const ROW_STEP = 4

/**
 * The size at which a picture still holds what it shows: its edges halved as long as the half, scaled up again, differs by a
 * noise of at most `psnr` dB. A plain colour saved at 2048 pixels, or a picture somebody blew up, costs a phone its memory for nothing.
 *
 * @param psnr decibels, of 8 bit channels
 */
export function detailSize(picture: Pixels, psnr: number): { width: number; height: number } {
  const worst = 255 ** 2 / 10 ** (psnr / 10)
  let current = picture
  while (Math.min(current.width, current.height) >= LEAST_EDGE * 2 && isEven(current)) {
    const half = halved(current)
    if (halvingError(current, half) > worst) break
    current = half
  }
  return { width: current.width, height: current.height }
}

const isEven = ({ width, height }: Pixels) => width % 2 === 0 && height % 2 === 0

/** Each pixel the mean of four. */
export function halved({ width, height, data }: Pixels): Pixels {
  const [w, h] = [width / 2, height / 2]
  const out = new Uint8Array(w * h * 4)
  const below = width * 4
  for (let y = 0; y < h; y++) {
    let from = y * 2 * below
    for (let to = y * w * 4, end = to + w * 4; to < end; to++) {
      const sum =
        (data[from] ?? 0) + (data[from + 4] ?? 0) + (data[from + below] ?? 0) + (data[from + below + 4] ?? 0)
      out[to] = (sum + 2) >> 2
      // Four channels on, then over the pixel that was taken along.
      from += (to & 3) === 3 ? 5 : 1
    }
  }
  return { width: w, height: h, data: out }
}

/**
 * Mean square error between a picture and its half as a GPU would show it, of the worst quarter of the rows: a small drawing on a plain
 * ground must not drown in the mean of the ground.
 */
function halvingError({ width, height, data }: Pixels, half: Pixels): number {
  const rows: number[] = []
  const small = half.data
  for (let y = 0; y < height; y += ROW_STEP) {
    // A pixel's middle lies a quarter of the half's pixels away from the nearer of two.
    const near = y >> 1
    const far = Math.min(Math.max(near + (y & 1 ? 1 : -1), 0), half.height - 1)
    const [rowNear, rowFar] = [near * half.width, far * half.width]
    let sum = 0
    for (let x = 0; x < width; x++) {
      const column = x >> 1
      const other = Math.min(Math.max(column + (x & 1 ? 1 : -1), 0), half.width - 1)
      const at = (y * width + x) * 4
      for (let c = 0; c < 4; c++) {
        const shown =
          9 * (small[(rowNear + column) * 4 + c] ?? 0) +
          3 * (small[(rowNear + other) * 4 + c] ?? 0) +
          3 * (small[(rowFar + column) * 4 + c] ?? 0) +
          (small[(rowFar + other) * 4 + c] ?? 0)
        const error = shown / 16 - (data[at + c] ?? 0)
        sum += error * error
      }
    }
    rows.push(sum / (width * 4))
  }
  rows.sort((a, b) => b - a)
  const worst = rows.slice(0, Math.max(1, rows.length >> 2))
  return worst.reduce((sum, error) => sum + error, 0) / worst.length
}
