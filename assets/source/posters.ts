// Takes the posters: `npx tsx assets/source/posters.ts [sku...]` after `npm run assets`, with a browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Catalogue } from '../../src/core/catalogue'
import { openPhotoBooth } from './open-photo-booth'

/** Edge of a poster in pixels. The stage and the cards are square. */
const EDGE = 800
const LARGEST = 48_000

const assets = join(import.meta.dirname, '..')
const chosen = process.argv.slice(2)
const catalogue = JSON.parse(await readFile(join(assets, 'catalogue.json'), 'utf8')) as Catalogue

// Twice as many pixels as are kept: the reduction smooths edges and grain.
const booth = await openPhotoBooth(EDGE, 2)
try {
  for (const product of catalogue.products) {
    if (chosen.length > 0 && !chosen.includes(product.sku)) continue
    const on = 'on' in product.situation ? product.situation.on : 'floor'
    for (const variant of product.variants) {
      const png = await booth.take(product.model.glb, { variant: variant.materialVariant, on })
      const picture = sharp(png).resize(EDGE, EDGE)
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
        `${product.sku.padEnd(18)}  ${variant.id.padEnd(18)}  ${(bytes.length / 1000).toFixed(1)} kB`,
      )
    }
  }
} finally {
  await booth.close()
}
