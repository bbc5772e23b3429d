import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { piecesLike, rivalOf } from '../../src/storefront/try-on/compare'

const catalogue = JSON.parse(
  readFileSync(new URL('../../assets/catalogue.json', import.meta.url), 'utf8'),
) as Catalogue

describe('what can be tried on instead', () => {
  it('is of the same kind, earrings without rings', () => {
    const [hoops] = catalogue.products.filter(({ sku }) => sku === 'hoop-earrings')
    if (!hoops) throw new Error('no hoops')
    expect(piecesLike(catalogue, hoops).map(({ sku }) => sku)).toEqual([
      'hoop-earrings',
      'pearl-studs',
      'drop-earrings',
    ])
  })

  it('is compared with the next finish, and after the last with the first', () => {
    expect(rivalOf(catalogue, { sku: 'round-glasses', variant: 'tortoise' })).toEqual({
      sku: 'round-glasses',
      variant: 'black',
    })
    expect(rivalOf(catalogue, { sku: 'round-glasses', variant: 'moss' }).variant).toBe('tortoise')
  })

  it('is compared with the next piece where it has one finish', () => {
    const [first, ...others] = catalogue.products.filter(({ kind }) => kind === 'hats')
    if (!first) throw new Error('no hats')
    const single = { ...first, variants: first.variants.slice(0, 1) }
    const worn = { sku: single.sku, variant: single.variants[0]?.id ?? '' }
    expect(rivalOf({ ...catalogue, products: [single, ...others] }, worn).sku).toBe(others[0]?.sku)
  })
})
