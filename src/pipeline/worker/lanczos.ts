import type { Pixels } from '../image-codec'

/** Lobes of the kernel on each side. */
const LOBES = 3

/** For each pixel of the result: the first pixel it draws from, and the weights of that and the following ones. */
interface Taps {
  readonly first: Int32Array
  readonly weights: Float32Array
  readonly reach: number
}

/** Scales a picture down, each channel by itself, alpha among them. The same in every browser, which a canvas is not. */
export function lanczos({ width, height, data }: Pixels, toWidth: number, toHeight: number): Pixels {
  const across = taps(width, toWidth)
  const down = taps(height, toHeight)
  const narrow = new Float32Array(toWidth * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < toWidth; x++) {
      draw(data, narrow, across, x, (y * toWidth + x) * 4, y * width * 4, 4)
    }
  }
  const small = new Float32Array(toWidth * toHeight * 4)
  for (let y = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      draw(narrow, small, down, y, (y * toWidth + x) * 4, x * 4, toWidth * 4)
    }
  }
  // A clamped array rounds, and holds what the kernel overshoots.
  return { width: toWidth, height: toHeight, data: new Uint8Array(Uint8ClampedArray.from(small).buffer) }
}

function draw(
  from: Uint8Array | Float32Array,
  to: Float32Array,
  { first, weights, reach }: Taps,
  pixel: number,
  at: number,
  start: number,
  stride: number,
): void {
  let [r, g, b, a] = [0, 0, 0, 0]
  let source = start + (first[pixel] ?? 0) * stride
  for (let k = 0; k < reach; k++, source += stride) {
    const weight = weights[pixel * reach + k] ?? 0
    if (weight === 0) continue
    r += (from[source] ?? 0) * weight
    g += (from[source + 1] ?? 0) * weight
    b += (from[source + 2] ?? 0) * weight
    a += (from[source + 3] ?? 0) * weight
  }
  to[at] = r
  to[at + 1] = g
  to[at + 2] = b
  to[at + 3] = a
}

function taps(from: number, to: number): Taps {
  const scale = from / to
  const radius = LOBES * Math.max(scale, 1)
  const reach = Math.min(Math.ceil(radius * 2) + 1, from)
  const first = new Int32Array(to)
  const weights = new Float32Array(to * reach)
  for (let pixel = 0; pixel < to; pixel++) {
    const middle = (pixel + 0.5) * scale - 0.5
    const start = Math.min(Math.max(Math.ceil(middle - radius), 0), from - reach)
    first[pixel] = start
    // Beyond an edge its last pixel goes on.
    let sum = 0
    for (let source = Math.ceil(middle - radius); source <= middle + radius; source++) {
      const k = Math.min(Math.max(source, 0), from - 1) - start
      const weight = kernel((source - middle) / Math.max(scale, 1))
      weights[pixel * reach + k] = (weights[pixel * reach + k] ?? 0) + weight
      sum += weight
    }
    for (let k = 0; k < reach; k++) weights[pixel * reach + k] = (weights[pixel * reach + k] ?? 0) / sum
  }
  return { first, weights, reach }
}

function kernel(x: number): number {
  if (x === 0) return 1
  if (Math.abs(x) >= LOBES) return 0
  const angle = Math.PI * x
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle)
}
