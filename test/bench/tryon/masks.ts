import type { Picture } from './markers'

/** Where two pictures differ, 0..1 a pixel, by the greatest of the channels against `full`. */
export function changeMask(a: Picture, b: Picture, full: number): Float32Array {
  const mask = new Float32Array(a.width * a.height)
  for (let i = 0, p = 0; i < mask.length; i++, p += 4) {
    let most = 0
    for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs((a.data[p + c] ?? 0) - (b.data[p + c] ?? 0)))
    mask[i] = Math.min(1, most / full)
  }
  return mask
}

/** Intersection over union of two soft masks: a pixel counts by its share in both. */
export function softIoU(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let both = 0
  let either = 0
  for (let i = 0; i < a.length; i++) {
    const [one = 0, two = 0] = [a[i], b[i]]
    both += Math.min(one, two)
    either += Math.max(one, two)
  }
  return either === 0 ? 1 : both / either
}

/** Greatest change, in steps of 255, further than `margin` pixels from anything that `mask` holds. */
export function greatestOutside(
  change: Float32Array,
  mask: Float32Array,
  width: number,
  margin: number,
): number {
  const height = change.length / width
  // Distance by rows, then by columns: a square neighbourhood, which is wider than the round one asked for.
  const near = new Uint8Array(change.length)
  const rows = new Uint8Array(change.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((mask[y * width + x] ?? 0) <= 0.01) continue
      for (let d = -margin; d <= margin; d++) if (x + d >= 0 && x + d < width) rows[y * width + x + d] = 1
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!rows[y * width + x]) continue
      for (let d = -margin; d <= margin; d++) if (y + d >= 0 && y + d < height) near[(y + d) * width + x] = 1
    }
  }
  let most = 0
  for (let i = 0; i < change.length; i++) if (!near[i]) most = Math.max(most, change[i] ?? 0)
  return Math.round(most * 255)
}
