import { seeded } from '../../../core/seeded'

/** Gaussian samples that are made once; a frame's noise begins at a place of its own. */
const SAMPLES = 1 << 20

/** Pictures as a camera gives them: the same scene with other noise in every frame. */
export class SensorNoise {
  readonly #pictures = new Map<string, Promise<ImageData>>()
  readonly #samples = gaussian(SAMPLES)

  /** @param sigma steps of 0..255 */
  async frame(
    address: string,
    { sigma, seed }: { readonly sigma: number; readonly seed: number },
  ): Promise<ImageBitmap> {
    const { width, height, data } = await this.#read(address)
    const noisy = new ImageData(width, height)
    let at = Math.imul(seed + 1, 2654435761) >>> 0
    for (let i = 0; i < data.length; i++) {
      if (i % 4 === 3) noisy.data[i] = 255
      else noisy.data[i] = (data[i] ?? 0) + sigma * (this.#samples[at++ & (SAMPLES - 1)] ?? 0)
    }
    return createImageBitmap(noisy)
  }

  /** A grey picture as 0..1. */
  async mask(address: string): Promise<Float32Array> {
    const { data, width, height } = await this.#read(address)
    return Float32Array.from({ length: width * height }, (_, i) => (data[4 * i] ?? 0) / 255)
  }

  #read(address: string): Promise<ImageData> {
    const kept = this.#pictures.get(address)
    if (kept) return kept
    // A clip's pictures come one after the other; all of them would be gigabytes.
    if (this.#pictures.size > 8) this.#pictures.clear()
    const read = fetch(address)
      .then((response) => response.blob())
      .then((blob) => createImageBitmap(blob))
      .then((bitmap) => {
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        const context = canvas.getContext('2d')
        if (!context) throw new Error('no 2d context')
        context.drawImage(bitmap, 0, 0)
        bitmap.close()
        return context.getImageData(0, 0, canvas.width, canvas.height)
      })
    this.#pictures.set(address, read)
    return read
  }
}

/** Normal deviates of a seeded generator (Box and Muller). */
function gaussian(count: number): Float32Array {
  const { random } = seeded(20261124)
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
}
