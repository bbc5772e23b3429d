import sharp from 'sharp'
import { openPhotoBooth } from '../../../scripts/photo-booth/open'
import type { Shot } from '../../../src/core/shot'

/** The four views two files are compared in. */
export const VIEWS: readonly Shot[] = [
  { yaw: 0, pitch: 0.1 },
  { yaw: Math.PI / 2, pitch: 0.35 },
  { yaw: Math.PI, pitch: 0.1 },
  { yaw: -Math.PI / 4, pitch: 0.7 },
]

/** A picture as RGBA of 8 bits. */
export interface Picture {
  readonly data: Uint8Array
  readonly png: Buffer
}

/** Photographs GLBs with the engine, until it is closed. */
export interface Photographer {
  /** One picture for each of {@link VIEWS}. */
  photograph(glb: Uint8Array): Promise<Picture[]>
  close(): Promise<void>
}

/** Opens the photo booth. @param edge of the pictures, pixels */
export async function openPhotographer(edge = 512): Promise<Photographer> {
  const opened = await openPhotoBooth({ edge, density: 1 })
  if (!opened.ok) throw new Error(`photo-booth/${opened.fault.code}`)
  const { booth } = opened
  return {
    async photograph(glb) {
      const pictures: Picture[] = []
      for (const shot of VIEWS) {
        const taken = await booth.take(glb, shot)
        if (!taken.ok) throw new Error(`photo-booth/${taken.fault.code}`)
        const png = Buffer.from(taken.png)
        pictures.push({ png, data: await sharp(png).ensureAlpha().raw().toBuffer() })
      }
      return pictures
    },
    close: () => booth.close(),
  }
}

/**
 * Peak signal to noise, decibels, over the pixels that either picture covers: what is empty in both would flatter. Over all views
 * together.
 */
export function psnr(before: readonly Picture[], after: readonly Picture[]): number {
  let sum = 0
  let count = 0
  for (const [view, { data: a }] of before.entries()) {
    const b = after[view]?.data
    if (!b || b.length !== a.length) throw new Error('pictures of different size')
    for (let i = 0; i < a.length; i += 4) {
      const [alphaA, alphaB] = [(a[i + 3] ?? 0) / 255, (b[i + 3] ?? 0) / 255]
      if (alphaA === 0 && alphaB === 0) continue
      for (let c = 0; c < 3; c++) {
        // On white, as a page shows it.
        const over = (value: number, alpha: number) => value * alpha + 255 * (1 - alpha)
        sum += (over(a[i + c] ?? 0, alphaA) - over(b[i + c] ?? 0, alphaB)) ** 2
      }
      count += 3
    }
  }
  return sum === 0 ? 99 : 10 * Math.log10(255 ** 2 / (sum / count))
}
