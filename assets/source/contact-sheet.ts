// Lays every product out on one sheet, docs/contact-sheet.webp: `npx tsx assets/source/contact-sheet.ts`, after the posters, which the engine took.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import type { Catalogue } from '../../src/core/catalogue'
import { formatDimensions } from '../../src/core/length'
import type { Product } from '../../src/core/product'

const WIDTH = 2000
const root = join(import.meta.dirname, '..', '..')
const assets = join(root, 'assets')
const FONT = 'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2'

const catalogue = JSON.parse(await readFile(join(assets, 'catalogue.json'), 'utf8')) as Catalogue

/** A file as a `data:` address: the page is nowhere and may fetch nothing. */
async function inline(path: string, type: string): Promise<string> {
  return `data:${type};base64,${(await readFile(path)).toString('base64')}`
}

/** A poster at the size it is shown, so that the page stays light. */
async function picture(path: string, edge: number): Promise<string> {
  const bytes = await sharp(join(assets, path)).resize(edge, edge).webp({ quality: 90 }).toBuffer()
  return `<img src="data:image/webp;base64,${bytes.toString('base64')}" width="${edge}" height="${edge}">`
}

async function cell({ name, dimensions, variants: [first, ...others] }: Product): Promise<string> {
  if (!first) return ''
  const small = await Promise.all(others.map(({ poster }) => picture(poster, 72)))
  return `<figure>${await picture(first.poster, 300)}<div>${small.join('')}</div>
    <figcaption>${name.en}<small>${formatDimensions(dimensions, 'en')}</small></figcaption></figure>`
}

const cells = await Promise.all(catalogue.products.map(cell))
const looks = catalogue.products.reduce((sum, { variants }) => sum + variants.length, 0)
const html = `<!doctype html><meta charset="utf-8"><style>
  @font-face { font-family: Hanken; src: url(${await inline(join(root, FONT), 'font/woff2')}); font-weight: 100 900 }
  body { margin: 0; padding: 56px; box-sizing: border-box; width: ${WIDTH}px; background: #f2efe9; color: #23211e; font: 17px/1.35 Hanken }
  h1 { margin: 0 0 8px; font-size: 44px; font-weight: 600; letter-spacing: -0.02em }
  p { margin: 0 0 40px; color: #6a645c }
  main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 1px }
  figure { margin: 0; padding: 8px 0 20px; text-align: center }
  img { mask: linear-gradient(90deg, transparent, #000 4% 96%, transparent), linear-gradient(transparent, #000 4% 96%, transparent); mask-composite: intersect }
  div { height: 72px }
  figcaption { font-weight: 500 }
  small { display: block; color: #6a645c; font-size: 14px; font-weight: 400 }
</style><h1>${catalogue.name.en}</h1>
<p>${catalogue.products.length} products in ${looks} finishes, drawn by Vitrine’s own engine. Not to one scale.</p>
<main>${cells.join('')}</main>`

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: BROWSER_ARGS,
  env: BROWSER_ENV as Record<string, string>,
})
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1200 } })
  await page.setContent(html)
  await page.evaluate('document.fonts.ready')
  const png = await page.screenshot({ fullPage: true })
  const sheet = await sharp(png).webp({ quality: 82, effort: 6 }).toBuffer()
  await writeFile(join(root, 'docs', 'contact-sheet.webp'), sheet)
  console.log(
    `docs/contact-sheet.webp  ${catalogue.products.length} products  ${(sheet.length / 1000).toFixed(0)} kB`,
  )
} finally {
  await browser.close()
}
