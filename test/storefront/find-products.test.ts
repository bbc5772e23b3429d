import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { findProducts, fold } from '../../src/storefront/find-products'

const { products } = JSON.parse(
  readFileSync(new URL('../../assets/catalogue.json', import.meta.url), 'utf8'),
) as Catalogue
const [product] = products
if (!product) throw new Error('the catalogue is empty')

describe('fold', () => {
  it.each([
    ['Bouclé ÓXIDO', 'boucle oxido'],
    ['كُرْسِيّ', 'كرسي'],
    ['أريكة', 'اريكه'],
    ['Ｏａｋ', 'oak'],
    ['  a\u00a0 b ', 'a b'],
  ])('%s', (typed, folded) => expect(fold(typed)).toBe(folded))
})

describe('findProducts', () => {
  it('finds by the name in every language, whatever is typed around it', () => {
    for (const name of Object.values(product.name)) {
      const words = ` ${name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')} `
      expect(findProducts(products, { words }).map(({ sku }) => sku)).toContain(product.sku)
    }
  })
  it('finds by the name of a variant', () => {
    const words = product.variants[1]?.name.en ?? ''
    expect(findProducts(products, { words })).toContain(product)
  })
  it('wants every word, and the kind', () => {
    expect(findProducts(products, { words: `${product.name.en} zzz` })).toEqual([])
    expect(findProducts(products, { kind: product.kind }).every(({ kind }) => kind === product.kind)).toBe(
      true,
    )
    expect(findProducts(products, { kind: 'no-such-kind' })).toEqual([])
  })
  it('gives everything for nothing', () => {
    expect(findProducts(products, { words: '  ' })).toEqual(products)
  })
})
