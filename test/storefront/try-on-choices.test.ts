import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { piecesLike, rivalOf } from '../../src/storefront/try-on/compare'
import { readModels } from '../../src/storefront/try-on/model-people'

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

describe('readModels', () => {
  it('reads who can be turned', () => {
    const list = { people: [{ id: 'ada', pictures: 7, first: 3, tone: 'dark', width: 900 }] }
    expect(readModels(list, '/try-on/people')).toEqual([
      {
        id: 'ada',
        picture: '/try-on/people/ada/3.webp',
        tone: 'dark',
        yaws: [-30, -20, -10, 0, 10, 20, 30],
        first: 3,
      },
    ])
  })

  it.each([
    undefined,
    null,
    {},
    { people: 'all' },
    { people: [null, { id: '../secret', pictures: 1, first: 0 }, { id: 'a', pictures: 1, first: 1 }] },
  ])('takes nobody from %j', (list) => {
    expect(readModels(list, '/x')).toEqual([])
  })
})
