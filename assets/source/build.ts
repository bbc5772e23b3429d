// Makes the products: `npm run assets [-- sku...]`. Posters are a second step, posters.ts, for they need a browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '../../src/core/catalogue'
import type { Stand } from '../../src/core/product'
import { publish } from './gltf/publish'
import { PRODUCTS } from './products'

const assets = join(import.meta.dirname, '..')
const catalogueFile = join(assets, 'catalogue.json')

const chosen = process.argv.slice(2)
const unknown = chosen.filter((sku) => !(sku in PRODUCTS))
if (unknown.length > 0) {
  console.error(`No such product: ${unknown.join(', ')}. There are: ${Object.keys(PRODUCTS).join(', ')}.`)
  process.exit(1)
}

const text = await readFile(catalogueFile, 'utf8')
let updated = text
const catalogue = JSON.parse(text) as Catalogue
for (const [sku, make] of Object.entries(PRODUCTS)) {
  if (chosen.length > 0 && !chosen.includes(sku)) continue
  const started = performance.now()
  const product = catalogue.products.find((entry) => entry.sku === sku)
  const stand: Stand = product && 'on' in product.situation ? product.situation.on : 'floor'
  const made = await publish(make(), stand, join(assets, 'models'))
  // Only the figure changes: the catalogue's own layout stays as its editor left it.
  if (product) updated = replaceBytes(updated, product.model.glb, made.bytes)
  console.log(
    [
      sku.padEnd(15),
      `${(made.bytes / 1000).toFixed(0)} kB`.padStart(8),
      `${made.triangles} triangles`.padStart(16),
      `${made.draws} draws`.padStart(8),
      made.size.map((metres) => metres.toFixed(4)).join(' × '),
      `others ${(made.others / 1e6).toFixed(1)} MB`,
      `${((performance.now() - started) / 1000).toFixed(1)} s`,
    ].join('  '),
  )
}
if (updated !== text) await writeFile(catalogueFile, updated)

function replaceBytes(json: string, glb: string, bytes: number): string {
  const start = json.indexOf(`"glb": "${glb}"`)
  return start < 0
    ? json
    : json.slice(0, start) + json.slice(start).replace(/"bytes": \d+/, `"bytes": ${bytes}`)
}
