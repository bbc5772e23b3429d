import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '../../src/core/catalogue'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import type { Product, Variant } from '../../src/core/product'

/** A product as its merchant describes it: what files there are follows from its SKU. */
interface Described extends Omit<Product, 'sku' | 'model' | 'variants'> {
  readonly variants: readonly Omit<Variant, 'materialVariant' | 'poster' | 'usdz' | 'sceneViewerGlb'>[]
}

interface DescribedShop extends Omit<Catalogue, 'products'> {
  readonly products: readonly string[]
}

/**
 * Gathers `source/catalogue/*.json` into `catalogue.json`, in the order of `shop.json`.
 *
 * @returns SKUs that are listed and have no model or no text yet
 * @throws when the result is no catalogue, with every fault
 */
export async function writeCatalogue(assets: string, exists: (path: string) => boolean): Promise<string[]> {
  const home = join(assets, 'source', 'catalogue')
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(home, name), 'utf8'))
  const { products: order, ...shop } = await read<DescribedShop>('shop.json')
  const products: Product[] = []
  const missing: string[] = []
  for (const sku of order) {
    const glb = `models/${sku}/${sku}.glb`
    if (!exists(glb) || !exists(`source/catalogue/${sku}.json`)) {
      missing.push(sku)
      continue
    }
    const { variants, facts, dimensions, situation, name, summary, kind } = await read<Described>(
      `${sku}.json`,
    )
    products.push({
      sku,
      name,
      summary,
      kind,
      situation,
      dimensions,
      model: { glb, bytes: (await stat(join(assets, glb))).size },
      variants: variants.map((variant) => ({
        id: variant.id,
        name: variant.name,
        materialVariant: variant.id,
        swatch: variant.swatch,
        price: variant.price,
        poster: `models/${sku}/${variant.id}.webp`,
        usdz: `models/${sku}/${variant.id}.usdz`,
        sceneViewerGlb: `models/${sku}/${variant.id}.glb`,
      })),
      facts,
    })
  }
  const catalogue: Catalogue = { ...shop, products }
  const parsed = parseCatalogue(catalogue)
  if (!parsed.ok) throw new Error(`assets/catalogue: ${JSON.stringify(parsed.faults, null, 2)}`)
  await writeFile(join(assets, 'catalogue.json'), `${JSON.stringify(catalogue, null, 2)}\n`)
  return missing
}
