// Takes the posters: `npx tsx assets/source/posters.ts [sku...]` after `npm run assets`, with a browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPhotoBooth } from '../../scripts/photo-booth/open'
import { createSharpCodec } from '../../src/cli/sharp-codec'
import type { Catalogue } from '../../src/core/catalogue'
import { poster } from '../../src/pipeline/poster'

/** Edge of a poster in pixels. The stage and the cards are square. */
const EDGE = 800

const assets = join(import.meta.dirname, '..')
const chosen = process.argv.slice(2)
const catalogue = JSON.parse(await readFile(join(assets, 'catalogue.json'), 'utf8')) as Catalogue

const opened = await openPhotoBooth({ edge: EDGE, density: 2 })
if (!opened.ok) throw new Error(`posters/${opened.fault.code}`)
const deps = { booth: opened.booth, images: createSharpCodec() }
try {
  for (const product of catalogue.products) {
    if (chosen.length > 0 && !chosen.includes(product.sku)) continue
    const on = 'on' in product.situation ? product.situation.on : 'floor'
    const model = await readFile(join(assets, product.model.glb))
    for (const variant of product.variants) {
      const taken = await poster(model, { on, variants: [variant.materialVariant] }, deps)
      if (!taken.ok) throw new Error(`posters/${taken.fault.code}: ${product.sku}`)
      for (const { bytes } of taken.posters) {
        await writeFile(join(assets, variant.poster), bytes)
        console.log(
          `${product.sku.padEnd(18)}  ${variant.id.padEnd(18)}  ${(bytes.length / 1000).toFixed(1)} kB`,
        )
      }
    }
  }
} finally {
  await opened.booth.close()
}
