import { join } from 'node:path'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import type { Shot } from '../../src/studio/photo-booth/photo-booth'

/** A photo booth that stands open: takes pictures of models under `assets/` until it is closed. */
export interface OpenPhotoBooth {
  /** @param glb path below assets/ @returns a PNG, transparent */
  take(glb: string, shot: Shot): Promise<Buffer>
  close(): Promise<void>
}

/** Opens the booth in a browser without a window. `edge` is the picture's in CSS pixels, drawn at `density` device pixels each. */
export async function openPhotoBooth(edge: number, density = 1): Promise<OpenPhotoBooth> {
  const root = join(import.meta.dirname, '..', '..')
  const server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    cacheDir: join(root, '.cache', 'vite-booth'),
    server: { port: 0, strictPort: false, hmr: false, watch: null },
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: BROWSER_ARGS,
    env: BROWSER_ENV as Record<string, string>,
  })
  const page = await browser.newPage({ viewport: { width: edge, height: edge }, deviceScaleFactor: density })
  page.on('pageerror', (error) => console.error(String(error)))
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}src/studio/photo-booth/index.html`)
  await page.waitForFunction('globalThis.takePicture !== undefined')
  return {
    async take(glb, shot) {
      const url = await page.evaluate(([path, how]) => globalThis.takePicture?.(path, how), [
        `/${glb}`,
        shot,
      ] as const)
      return Buffer.from((url ?? '').split(',')[1] ?? '', 'base64')
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
