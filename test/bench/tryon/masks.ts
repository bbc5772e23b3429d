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

/**
 * Where a change is more than half of what it is in the middle of where it should be. What make-up changes depends on the skin below, so half is told by
 * the change itself.
 */
export function halfMask(change: Float32Array, truth: Float32Array): Float32Array {
  const inside: number[] = []
  for (let i = 0; i < change.length; i++) if ((truth[i] ?? 0) > 0.99) inside.push(change[i] ?? 0)
  inside.sort((a, b) => a - b)
  const half = (inside[inside.length >> 1] ?? 1) / 2
  return change.map((value) => (value > half ? 1 : 0))
}

/** Intersection over union of two masks, each cut at one half. */
export function hardIoU(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let both = 0
  let either = 0
  for (let i = 0; i < a.length; i++) {
    const one = (a[i] ?? 0) > 0.5
    const two = (b[i] ?? 0) > 0.5
    if (one && two) both += 1
    if (one || two) either += 1
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
