import { describe, expect, it } from 'vitest'
import { catalogueFaultText } from '../../src/core/catalogue-fault'
import { parseCatalogue, parseCatalogueText } from '../../src/core/parse-catalogue'
import { sampleCatalogue } from './sample-catalogue'
import { speak } from './speak'

/** The sample with one value changed, at a path such as `products.0.sku`; `undefined` removes the key. */
function withValue(path: string, value: unknown): unknown {
  const json = structuredClone(sampleCatalogue()) as unknown
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let parent = json as Record<string, unknown>
  for (const key of keys) parent = parent[key] as Record<string, unknown>
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return json
}

function sentences(json: unknown): string[] {
  const parsed = parseCatalogue(json)
  return parsed.ok ? [] : parsed.faults.map((fault) => catalogueFaultText(fault, speak()))
}

describe('parseCatalogue', () => {
  it('returns a valid catalogue unchanged', () => {
    expect(parseCatalogue(sampleCatalogue())).toEqual({ ok: true, catalogue: sampleCatalogue() })
  })

  it.each([
    // path to break, value, path reported, code, text found, words in the sentence
    [
      'products.1.variants.0.price.currency',
      'EURO',
      'products[1].variants[0].price.currency',
      'currency',
      '"EURO"',
      'ISO 4217',
    ],
    [
      'products.1.variants.0.price.currency',
      'eur',
      'products[1].variants[0].price.currency',
      'currency',
      '"eur"',
      'Did you mean EUR?',
    ],
    [
      'products.1.variants.0.price.currency',
      'QQQ',
      'products[1].variants[0].price.currency',
      'currency',
      '"QQQ"',
      'ISO 4217',
    ],
    [
      'products.0.variants.0.price.minor',
      649.5,
      'products[0].variants[0].price.minor',
      'wholeNumber',
      '649.5',
      'perhaps 64950',
    ],
    [
      'products.0.variants.0.price.minor',
      -1,
      'products[0].variants[0].price.minor',
      'wholeNumber',
      '-1',
      '0 or more',
    ],
    ['products.0.variants.0.price', undefined, 'products[0].variants[0].price', 'object', '', 'is missing'],
    ['products.0.variants.0.swatch', 'red', 'products[0].variants[0].swatch', 'colour', '"red"', '#c08a3e'],
    [
      'products.0.variants.0.id',
      'Ochre Wool',
      'products[0].variants[0].id',
      'sku',
      '"Ochre Wool"',
      'Did you mean ochre-wool?',
    ],
    [
      'products.0.variants.0.poster',
      'models/a.glb',
      'products[0].variants[0].poster',
      'pictureFile',
      '"models/a.glb"',
      '.webp',
    ],
    [
      'products.0.variants.0.usdz',
      '../secret.usdz',
      'products[0].variants[0].usdz',
      'usdzFile',
      '"../secret.usdz"',
      '.usdz',
    ],
    [
      'products.0.variants.0.udsz',
      'a.usdz',
      'products[0].variants[0].udsz',
      'unknownKey',
      '"a.usdz"',
      'Did you mean usdz?',
    ],
    ['products.0.variants', [], 'products[0].variants', 'atLeastOne', '[]', 'at least one'],
    [
      'products.0.variants.1.id',
      'ochre',
      'products[0].variants[1].id',
      'unique',
      '"ochre"',
      'products[0].variants[0].id has the same',
    ],
    ['products.1.sku', 'lounge-chair', 'products[1].sku', 'unique', '"lounge-chair"', 'products[0].sku'],
    ['products.0.sku', 'lounge--chair', 'products[0].sku', 'sku', '"lounge--chair"', 'single hyphens'],
    ['products.0.kind', 'sofas', 'products[0].kind', 'kind', '"sofas"', 'seating, tables'],
    [
      'products.0.dimensions.width',
      74,
      'products[0].dimensions.width',
      'metres',
      '74',
      'in centimetres? Then write 0.74.',
    ],
    [
      'products.0.dimensions.width',
      740,
      'products[0].dimensions.width',
      'metres',
      '740',
      'in millimetres? Then write 0.74.',
    ],
    ['products.0.dimensions.width', 0, 'products[0].dimensions.width', 'metres', '0', 'more than 0'],
    ['products.0.dimensions.width', '0.74', 'products[0].dimensions.width', 'metres', '"0.74"', 'in metres'],
    ['products.0.dimensions', undefined, 'products[0].dimensions', 'object', '', 'is missing'],
    [
      'products.0.situation',
      { on: 'roof' },
      'products[0].situation',
      'situation',
      '{"on":"roof"}',
      'ceiling',
    ],
    [
      'products.0.situation',
      { on: 'floor', worn: 'head' },
      'products[0].situation',
      'situation',
      '{"on":"floor","worn":"head"}',
      'one of the two',
    ],
    [
      'products.0.model.glb',
      '/models/a.glb',
      'products[0].model.glb',
      'glbFile',
      '"/models/a.glb"',
      'beside or below',
    ],
    [
      'products.0.model.glb',
      'https://cdn.example/a.glb',
      'products[0].model.glb',
      'glbFile',
      '"https://cdn.example/a.glb"',
      '.glb',
    ],
    ['products.0.model.glb', 'a/../../b.glb', 'products[0].model.glb', 'glbFile', '"a/../../b.glb"', '.glb'],
    ['products.0.name', 'Chair', 'products[0].name', 'localText', '"Chair"', 'at least en'],
    ['products.0.name', { zh: '椅' }, 'products[0].name.en', 'text', '', 'is missing'],
    ['products.0.name', { en: '  ' }, 'products[0].name.en', 'text', '"  "', 'not empty'],
    ['products.0.name.fr', 'Chaise', 'products[0].name.fr', 'language', '"Chaise"', 'en, zh, es, ar'],
    ['products.0.facts.madeIn', 'pt', 'products[0].facts.madeIn', 'country', '"pt"', 'Did you mean PT?'],
    [
      'products.0.facts.footprint.basis',
      'guess',
      'products[0].facts.footprint.basis',
      'footprintBasis',
      '"guess"',
      'declared',
    ],
    [
      'products.0.facts.footprint.stages.use',
      -1,
      'products[0].facts.footprint.stages.use',
      'notNegative',
      '-1',
      '0 or more',
    ],
    ['products.0.facts.massKg', 0, 'products[0].facts.massKg', 'positive', '0', 'more than 0'],
    ['products.0', [], 'products[0]', 'object', '[]', 'curly brackets'],
    ['products', {}, 'products', 'list', '{}', 'square brackets'],
    ['version', 2, 'version', 'version', '2', 'the number 1'],
  ])('%s = %j is one fault at %s', (path, value, at, code, found, words) => {
    const parsed = parseCatalogue(withValue(path, value))
    if (parsed.ok) throw new Error('passed')
    const fault = parsed.faults.find((one) => one.path === at)
    expect(fault).toMatchObject({ code, path: at, found })
    const text = fault ? catalogueFaultText(fault, speak()) : ''
    expect(text).toContain(words)
    expect(text).toContain(at)
  })

  it('reports every fault, not only the first', () => {
    const json = withValue('products.0.dimensions.width', 74) as ReturnType<typeof sampleCatalogue>
    const broken = {
      ...json,
      name: {},
      colour: 'red',
      color: 'red',
      products: json.products.map((product) => ({ ...product, sku: 'same', kind: 'none' })),
    }
    expect(sentences(broken)).toEqual([
      'name.en is missing: expected text that is not empty.',
      'products[0].dimensions.width: found 74, expected a length in metres, more than 0 and less than 30. Is this in centimetres? Then write 0.74.',
      'colour: found "red", expected no key of this name.',
      'color: found "red", expected no key of this name.',
      'products[1].sku: found "same", expected an id of its own: products[0].sku has the same.',
      'products[0].kind: found "none", expected one of the catalogue’s kinds (seating, tables).',
      'products[1].kind: found "none", expected one of the catalogue’s kinds (seating, tables).',
    ])
  })

  it.each([null, undefined, 1, 'text', [], true])('survives %j', (json) => {
    expect(parseCatalogue(json)).toMatchObject({ ok: false })
    expect(sentences(json)[0]).toMatch(/^The file/)
  })

  it('says where text is not JSON', () => {
    const parsed = parseCatalogueText('{ "version": 1, ')
    if (parsed.ok) throw new Error('passed')
    expect(parsed.faults).toHaveLength(1)
    expect(parsed.faults.map((fault) => catalogueFaultText(fault, speak()))[0]).toContain('not valid JSON')
  })

  it('has a sentence for every fault in every language', () => {
    const codes = ['object', 'kind', 'unique', 'metres'] as const
    for (const language of ['en', 'zh', 'es', 'ar'] as const) {
      for (const code of codes) {
        const detail = { kinds: 'a', other: 'b' }
        const text = catalogueFaultText({ code, path: 'products', found: '1', detail }, speak(language))
        expect(text).toContain('products')
      }
    }
  })
})
