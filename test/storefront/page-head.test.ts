import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { escapeHtml, pageHead } from '../../src/storefront/page-head'
import { speak } from '../core/speak'

const catalogue = JSON.parse(
  readFileSync(new URL('../../assets/catalogue.json', import.meta.url), 'utf8'),
) as Catalogue
const [product] = catalogue.products
if (!product) throw new Error('the catalogue is empty')

it('fetches the model as early as the page, and tells search engines of every variant', () => {
  const head = pageHead(catalogue, `/p/${product.sku}`, 'es', speak('es', 'storefront'))
  expect(head).toContain(`<link rel="preload" as="fetch" crossorigin href="/${product.model.glb}">`)
  expect(head).toContain(`<title>${escapeHtml(product.name.es ?? '')} — `)
  const [, json = ''] = /ld\+json">(.*?)<\/script>/.exec(head) ?? []
  const data = JSON.parse(json)
  expect(data.offers).toHaveLength(product.variants.length)
  expect(data.offers[0].price).toBe((product.variants[0]?.price.minor ?? 0) / 100)
})

it('lets no text out of its place', () => {
  const evil = '</script><img src=x onerror="alert(1)">'
  const trap = {
    ...catalogue,
    products: [{ ...product, name: { en: evil }, summary: { en: evil } }],
  }
  const head = pageHead(trap, `/p/${product.sku}`, 'en', speak('en', 'storefront'))
  expect(head).not.toContain('<img')
  expect(head.match(/<\/script>/g)).toHaveLength(1)
})
