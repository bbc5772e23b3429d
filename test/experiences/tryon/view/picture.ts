import type { GlassLook } from '../../../../src/engine/glass'
import type { ModelHandle } from '../../../../src/engine/model-cache'
import { ModelCache } from '../../../../src/engine/model-cache'

/** A picture of some RGB a pixel. */
export async function pictureOf(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Promise<ImageBitmap> {
  const data = new ImageData(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.data.set([...colour(x, y), 255], (y * width + x) * 4)
  }
  return createImageBitmap(data, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
}

/** Grain that repeats: every value of every channel occurs. */
export function grain(x: number, y: number): readonly [number, number, number] {
  const seed = Math.imul(x * 7919 + y * 104729 + 1, 2654435761) >>> 0
  return [seed & 255, (seed >> 8) & 255, (seed >> 16) & 255]
}

/** Pixels of a PNG. */
export async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' })
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

/** Largest difference of a channel between two pictures at a pixel. */
export function differenceAt(a: ImageData, b: ImageData, x: number, y: number): number {
  const at = (Math.round(y) * a.width + Math.round(x)) * 4
  let most = 0
  for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)))
  return most
}

/** Models of the shop, as the test server has them. */
export class Shelf {
  readonly cache: ModelCache

  /** @param glass as the shop's tier has it: what is worn looks the same */
  constructor(glass: GlassLook = 'plain') {
    this.cache = new ModelCache({ glass })
  }

  async take(sku: string): Promise<ModelHandle> {
    const got = await this.cache.acquire(`/models/${sku}/${sku}.glb`)
    if (!got.ok) throw new Error(`${sku}: ${JSON.stringify(got)}`)
    return got.model
  }
}
