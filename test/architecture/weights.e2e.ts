import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import { loadedWith, readBundle } from './bundle'
import { ROOT } from './source-files'

const bundle = readBundle()
const dist = join(ROOT, 'dist')

/** Gzip KB of the scripts that come with some modules, each file once. */
function scriptsOf(...modules: readonly string[]): number {
  const chunks = modules.flatMap((module) => {
    const chunk =
      bundle.find(({ facade }) => facade === module) ?? bundle.find((one) => one.modules.includes(module))
    if (!chunk) throw new Error(`the build has no ${module}`)
    return loadedWith(bundle, chunk.file)
  })
  return [...new Set(chunks)].reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1024
}

const SHOP = ['src/storefront/main.tsx', 'src/storefront/take-over.tsx', 'src/storefront/messages/en.ts']

describe('what a shopper downloads, gzip', () => {
  it.each([
    ['a bare page with the engine', ['demos/engine-viewer/page.ts'], 205],
    ['the catalogue', SHOP, 115],
    // No more than model-viewer 4.4 alone, which is 285.
    ['a product page', [...SHOP, 'src/engine/viewer.ts'], 285],
    [
      'AR on top of a product page',
      [...SHOP, 'src/engine/viewer.ts', 'src/experiences/placement/open-placement.tsx'],
      410,
    ],
  ])('%s: scripts', (_page, modules, budget) => {
    const weight = scriptsOf(...modules)
    expect(weight).toBeGreaterThan(20)
    expect(weight).toBeLessThanOrEqual(budget)
  })

  it('styles of the shop stay under 12 KB', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8')
    const files = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(0)
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    expect(bytes / 1024).toBeLessThan(12)
  })

  it('pages of HTML stay under 15 KB', () => {
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    )
    const heavy = pages.filter((page) => gzipSync(readFileSync(join(dist, page))).length > 15 * 1024)
    expect(heavy).toEqual([])
  })
})

describe('try-on', () => {
  const zipped = (path: string) => gzipSync(readFileSync(join(dist, path))).length
  const worker = readdirSync(join(dist, 'assets')).filter((name) => /^tasks-worker.*\.js$/.test(name))
  const program = zipped('tracker/wasm/vision_wasm_module_internal.wasm') + zipped(`assets/${worker[0]}`)

  it.each(['face', 'hand'])('sees a %s for 7 MB: program, its script and models, gzip', (subject) => {
    expect(worker).toHaveLength(1)
    const weight = program + zipped(`tracker/models/${subject}_landmarker.task`)
    expect(weight).toBeGreaterThan(5e6)
    expect(weight).toBeLessThanOrEqual(7e6)
  })

  it('keeps MediaPipe out of every page', () => {
    expect(bundle.filter(({ modules }) => modules.some((module) => /@mediapipe\//.test(module)))).toEqual([])
  })

  it('says whose the models are, beside them', () => {
    expect(readFileSync(join(dist, 'tracker/models/NOTICE.txt'), 'utf8')).toContain('Apache License')
  })
})

describe('models', () => {
  const parsed = parseCatalogue(JSON.parse(readFileSync(join(dist, 'catalogue.json'), 'utf8')))
  if (!parsed.ok) throw new Error('the catalogue is broken')
  const bytes = (path: string) => statSync(join(dist, path)).size

  it.each(parsed.catalogue.products.map((product) => [product.sku, product] as const))(
    '%s: model <= 1.2 MB and as heavy as declared, posters <= 48 KB, files for phones <= 4 MB',
    (_sku, { model, variants }) => {
      expect(bytes(model.glb)).toBeLessThanOrEqual(1.2e6)
      expect(bytes(model.glb)).toBe(model.bytes)
      for (const { poster, usdz, sceneViewerGlb } of variants) {
        expect(bytes(poster)).toBeLessThanOrEqual(48_000)
        for (const file of [usdz, sceneViewerGlb]) if (file) expect(bytes(file)).toBeLessThanOrEqual(4e6)
      }
    },
  )

  it('the heaviest product page, its scripts included, comes in under 1.5 MB', () => {
    const page = scriptsOf(...SHOP, 'src/engine/viewer.ts') * 1024
    const heaviest = parsed.catalogue.products.map(
      ({ model, variants: [first] }) => bytes(model.glb) + (first ? bytes(first.poster) : 0),
    )
    expect(page + Math.max(...heaviest)).toBeLessThan(1.5e6)
  })
})
