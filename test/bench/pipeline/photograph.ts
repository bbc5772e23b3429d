import { join } from 'node:path'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { createServer } from 'vite'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../../scripts/browser.mjs'
import type { Shot } from '../../../src/studio/photo-booth/photo-booth'
import { ROOT } from '../../architecture/source-files'

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

/** Opens the photo booth's page. @param edge of the pictures, pixels */
export async function openPhotographer(edge = 512): Promise<Photographer> {
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    cacheDir: join(ROOT, '.cache', 'vite-bench-booth'),
    server: { port: 0, strictPort: false, hmr: false, watch: null },
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: BROWSER_ARGS,
    env: BROWSER_ENV as Record<string, string>,
  })
  const page = await browser.newPage({ viewport: { width: edge, height: edge } })
  // A software GL unpacks a block of ETC2 anew for every texel it samples: minutes a picture. Unpacked by Basis the pixels are the same.
  await page.addInitScript(() => {
    const original = WebGL2RenderingContext.prototype.getExtension
    WebGL2RenderingContext.prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
      return /compressed_texture|texture_compression/.test(name)
        ? null
        : Reflect.apply(original, this, [name])
    } as typeof original
  })
  page.on('pageerror', (error) => console.error(String(error)))
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}src/studio/photo-booth/index.html`, {
    timeout: 180_000,
  })
  await page.waitForFunction('globalThis.takePicture !== undefined', undefined, { timeout: 180_000 })
  return {
    async photograph(glb) {
      const source = await page.evaluate(async (base64) => {
        const bytes = await (await fetch(`data:model/gltf-binary;base64,${base64}`)).arrayBuffer()
        return URL.createObjectURL(new Blob([bytes]))
      }, Buffer.from(glb).toString('base64'))
      const pictures: Picture[] = []
      for (const shot of VIEWS) {
        const url = await page.evaluate(([from, how]) => globalThis.takePicture?.(from, how), [
          source,
          shot,
        ] as const)
        const png = Buffer.from((url ?? '').split(',')[1] ?? '', 'base64')
        pictures.push({ png, data: await sharp(png).ensureAlpha().raw().toBuffer() })
      }
      return pictures
    },
    async close() {
      await browser.close()
      await server.close()
    },
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
