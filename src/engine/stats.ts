/** What a viewer costs at the moment. Counts are of the last frame drawn, or of what is alive on the GPU. */
export interface Stats {
  readonly draws: number
  readonly triangles: number
  readonly textures: number
  /** Bytes on the GPU, mipmaps and compressed formats counted. */
  readonly textureBytes: number
  readonly geometries: number
  readonly programs: number
  /** JavaScript milliseconds per frame, over the last 240 frames. */
  readonly jsMs: { readonly p50: number; readonly p95: number }
  readonly framesDrawn: number
  /** JavaScript heap in bytes; undefined where the browser does not say. */
  readonly heap: number | undefined
  readonly pixelRatio: number
}

/** Times of the last frames: a ring that is written without allocating. */
export class FrameTimes {
  readonly #ring = new Float32Array(240)
  readonly #sorted = new Float32Array(240)
  #count = 0

  /** @param milliseconds of one frame */
  add(milliseconds: number): void {
    this.#ring[this.#count % this.#ring.length] = milliseconds
    this.#count += 1
  }

  /** Quantile of the ring in milliseconds; 0 before the first frame. */
  quantile(part: number): number {
    const length = Math.min(this.#count, this.#ring.length)
    if (length === 0) return 0
    const sorted = this.#sorted.subarray(0, length)
    sorted.set(this.#ring.subarray(0, length))
    sorted.sort()
    return sorted[Math.min(length - 1, Math.floor(part * length))] ?? 0
  }
}

/** Bytes of the JavaScript heap where the browser says (Chromium). */
export function heapBytes(): number | undefined {
  const { memory }: { memory?: { usedJSHeapSize: number } } = performance as Performance & {
    memory?: { usedJSHeapSize: number }
  }
  return memory?.usedJSHeapSize
}
