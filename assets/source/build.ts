// Makes the products: `npm run assets [-- sku...]`. Posters are a second step, posters.ts, for they need a browser.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProductSource } from './gltf/product-source'
import { publish } from './gltf/publish'
import { writeCatalogue } from './write-catalogue'

const assets = join(import.meta.dirname, '..')
const scripts = join(import.meta.dirname, 'products')
const known = (await readdir(scripts)).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3))

const chosen = process.argv.slice(2)
const unknown = chosen.filter((sku) => !known.includes(sku))
if (unknown.length > 0) {
  console.error(`No such product: ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(1)
}

for (const sku of chosen.length > 0 ? chosen : known) {
  const started = performance.now()
  const { default: make }: { default: () => ProductSource } = await import(`./products/${sku}.ts`)
  const made = await publish(make(), join(assets, 'models'))
  console.log(
    [
      sku.padEnd(18),
      `${(made.bytes / 1000).toFixed(0)} kB`.padStart(8),
      `${made.triangles} triangles`.padStart(16),
      `${made.draws} draws`.padStart(8),
      made.size.map((metres) => metres.toFixed(4)).join(' × '),
      `${((performance.now() - started) / 1000).toFixed(1)} s`,
    ].join('  '),
  )
}
const missing = await writeCatalogue(assets, (path) => existsSync(join(assets, path)))
if (missing.length > 0)
  console.log(`Not in the catalogue, for they have no model or no text yet: ${missing.join(', ')}`)
