import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Shot } from '../../src/core/shot'
import type { OpenBooth, PhotoBooth } from '../../src/pipeline/photo-booth'
// The page's own global, by its type.
import type {} from '../../src/studio/photo-booth/photo-booth'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../browser.mjs'
import { buildBooth } from '../build-booth'
import { serveBooth } from './serve'

const root = join(import.meta.dirname, '..', '..')
/** How long the page may take to open, milliseconds: a busy machine without a GPU is slow. */
const PATIENCE = 120_000
const PAGE = '/src/studio/photo-booth/index.html'

const BOOTH = {
  name: 'photo-booth',
  sources: ['src/core', 'src/platform', 'src/engine', 'src/studio/photo-booth'],
} as const

/** Opens the photo booth: the engine's viewer in a browser without a window. It stands open until it is closed. */
export const openPhotoBooth: OpenBooth = async ({ edge, density }) => {
  const executablePath = findBrowser()
  if (!executablePath) return { ok: false, fault: { code: 'no-browser' } }
  const server = await serveBooth(root, await buildBooth(root, BOOTH))
  const browser = await chromium
    .launch({ executablePath, args: BROWSER_ARGS, env: BROWSER_ENV, handleSIGINT: false })
    .catch((error: unknown) => String(error))
  if (typeof browser === 'string') {
    await server.close()
    return { ok: false, fault: { code: 'no-booth', detail: { reason: browser.split('\n')[0] ?? '' } } }
  }
  const close = async () => {
    await browser.close()
    await server.close()
  }
  try {
    const page = await browser.newPage({
      viewport: { width: edge, height: edge },
      deviceScaleFactor: density,
    })
    await page.addInitScript(withoutBlockTextures)
    await page.goto(server.origin + PAGE, { timeout: PATIENCE })
    await page.waitForFunction('globalThis.takePicture !== undefined', undefined, { timeout: PATIENCE })
    const take: PhotoBooth['take'] = async (model, shot) => {
      const taken = await page.evaluate(([address, how]) => globalThis.takePicture?.(address, how), [
        server.offer(model),
        shot,
      ] as [string, Shot])
      if (!taken) throw new Error('photo-booth/not-open')
      if ('fault' in taken) return { ok: false, fault: taken.fault }
      return { ok: true, png: Buffer.from(taken.picture.split(',')[1] ?? '', 'base64') }
    }
    return { ok: true, booth: { density, take, close } }
  } catch (error) {
    await close()
    return {
      ok: false,
      fault: { code: 'no-booth', detail: { reason: error instanceof Error ? error.message : String(error) } },
    }
  }
}

/**
 * Runs in the page. A software GL unpacks a block of ETC2 anew for every texel it samples: minutes a picture. Unpacked by Basis
 * the pixels are the same.
 */
function withoutBlockTextures(): void {
  const original = WebGL2RenderingContext.prototype.getExtension
  WebGL2RenderingContext.prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
    return /compressed_texture|texture_compression/.test(name) ? null : Reflect.apply(original, this, [name])
  } as typeof original
}
