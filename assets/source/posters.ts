// Takes the posters: `npx tsx assets/source/posters.ts [sku...]` after `npm run assets`, with a browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { createServer } from 'vite'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import type { Catalogue } from '../../src/core/catalogue'

/** Edge of a poster in pixels. The stage and the cards are square. */
const EDGE = 800
const LARGEST = 48_000

const assets = join(import.meta.dirname, '..')
const chosen = process.argv.slice(2)
const catalogue = JSON.parse(await readFile(join(assets, 'catalogue.json'), 'utf8')) as Catalogue

const server = await createServer({
  configFile: join(assets, '..', 'vite.config.ts'),
  logLevel: 'error',
  server: { port: 0, strictPort: false, hmr: false, watch: null },
})
await server.listen()
const origin = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: BROWSER_ARGS,
  env: BROWSER_ENV as Record<string, string>,
})
try {
  // Twice as many pixels as are kept: the reduction smooths edges and grain.
  const page = await browser.newPage({ viewport: { width: EDGE, height: EDGE }, deviceScaleFactor: 2 })
  page.on('pageerror', (error) => console.error(String(error)))
  await page.goto(`${origin}assets/source/posters.html`)
  await page.waitForFunction('globalThis.takePoster !== undefined')
  for (const product of catalogue.products) {
    if (chosen.length > 0 && !chosen.includes(product.sku)) continue
    const on = 'on' in product.situation ? product.situation.on : 'floor'
    for (const variant of product.variants) {
      const png = await page.evaluate(([glb, name, stand]) => globalThis.takePoster?.(glb, name, stand), [
        `/${product.model.glb}`,
        variant.materialVariant,
        on,
      ] as const)
      const picture = sharp(Buffer.from((png ?? '').split(',')[1] ?? '', 'base64')).resize(EDGE, EDGE)
      let bytes = Buffer.alloc(0)
      for (const quality of [82, 76, 70, 62, 54, 46, 38, 30]) {
        bytes = await picture
          // A soft shadow is all alpha: quantised, it shows its edge as a contour.
          .webp({ quality, alphaQuality: 100, effort: 6, smartSubsample: true })
          .toBuffer()
        if (bytes.length <= LARGEST) break
      }
      await writeFile(join(assets, variant.poster), bytes)
      console.log(
        `${product.sku.padEnd(15)}  ${variant.id.padEnd(18)}  ${(bytes.length / 1000).toFixed(1)} kB`,
      )
    }
  }
} finally {
  await browser.close()
  await server.close()
}
