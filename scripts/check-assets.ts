// npm run check -- assets: every product's model against the house's budgets, as a table; ends with 1 when one is broken.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatBytes, formatCount, formatShare } from '../src/cli/amounts'
import { loadNodeTools } from '../src/cli/node-tools'
import { styleOf } from '../src/cli/style'
import { table } from '../src/cli/table'
import { AXES } from '../src/core/dimensions'
import { parseCatalogue } from '../src/core/parse-catalogue'
import type { Product } from '../src/core/product'
import type { BudgetFigure } from '../src/pipeline/budgets'
import { inspect } from '../src/pipeline/inspect'

/** How far a model's size may be from the declared one. */
const SIZE_TOLERANCE = 0.005

const assets = join(import.meta.dirname, '..', 'assets')
const style = styleOf(process.stdout, process.env)
const tools = await loadNodeTools()

/** A row of the table, and whether something in it is broken. */
async function rowOf(product: Product): Promise<{ cells: string[]; broken: boolean }> {
  const path = join(assets, product.model.glb)
  if (!existsSync(path)) return { cells: [product.sku, style.bad('no file')], broken: true }
  const budget = 'worn' in product.situation ? 'wearable' : 'house'
  const result = await inspect(readFileSync(path), { budgets: [budget], declared: product.dimensions }, tools)
  if (!result.ok) return { cells: [product.sku, style.bad(result.fault.code)], broken: true }
  const { bytes, geometry, textures, textureGpuBytes, validation, dimensions, variants, verdicts } =
    result.inspection

  let broken = false
  const held = (text: string, fault: boolean) => {
    broken ||= fault
    return fault ? style.bad(text) : text
  }
  const within = (figure: BudgetFigure, text: string) => {
    const verdict = verdicts.find((one) => one.figure === figure)?.verdict
    return verdict === 'tolerated' ? style.careful(text) : held(text, verdict === 'over')
  }
  const sizeError = Math.max(
    ...AXES.map((axis) => Math.abs((dimensions?.[axis] ?? 0) / product.dimensions[axis] - 1)),
  )
  const largest = textures.reduce((edge, { width, height }) => Math.max(edge, width, height), 0)
  const faults = (validation?.errors ?? 1) + (validation?.warnings ?? 0)
  const promised = product.variants.every(({ materialVariant }) => variants.includes(materialVariant))
  const cells = [
    product.sku,
    within('triangles', formatCount(geometry.triangles, 'en')),
    within('bytes', formatBytes(bytes, 'en')),
    within('draws', formatCount(geometry.draws, 'en')),
    formatCount(textures.length, 'en'),
    within('textureEdge', formatCount(largest, 'en')),
    formatBytes(textureGpuBytes, 'en'),
    held(formatCount(faults, 'en'), faults > 0),
    held(formatShare(sizeError, 'en'), sizeError > SIZE_TOLERANCE),
    held(formatCount(variants.length, 'en'), !promised),
  ]
  return { cells, broken }
}

const parsed = parseCatalogue(JSON.parse(readFileSync(join(assets, 'catalogue.json'), 'utf8')))
if (!parsed.ok) {
  console.error(`assets/catalogue.json: ${JSON.stringify(parsed.faults, null, 2)}`)
  process.exit(1)
}
const heading = [
  'product',
  'triangles',
  'bytes',
  'draws',
  'textures',
  'largest',
  'on GPU',
  'faults',
  'size off',
  'variants',
]
const rows: string[][] = [heading.map(style.faint)]
const broken: string[] = []
for (const product of parsed.catalogue.products) {
  const row = await rowOf(product)
  rows.push(row.cells)
  if (row.broken) broken.push(product.sku)
}
console.log(table(rows, [1, 2, 3, 4, 5, 6, 7, 8, 9]))
console.log(
  broken.length > 0
    ? `\n${style.bad(`${broken.length} of ${rows.length - 1} break a budget: ${broken.join(', ')}`)}. npx vitrine inspect assets/models/SKU/SKU.glb says more.`
    : `\n${rows.length - 1} products, all within their budgets.`,
)
process.exitCode = broken.length > 0 ? 1 : 0
