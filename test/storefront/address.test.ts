import { describe, expect, it } from 'vitest'
import {
  catalogueAddress,
  isSamePage,
  productAddress,
  routeOf,
  withSwitches,
} from '../../src/storefront/address'

describe('isSamePage', () => {
  it.each([
    ['/p/vase', '/p/vase/', true],
    ['/p/glas%20vase', '/p/glas vase', true],
    ['/', '/p/vase', false],
    ['/p/vase', '/try/vase', false],
    ['/p/vase', '/p/bowl', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSamePage(one, other)).toBe(same)
  })
})

describe('routeOf', () => {
  it.each([
    ['/', { page: 'catalogue' }],
    ['/p/vase', { page: 'product', sku: 'vase' }],
    ['/p/vase/', { page: 'product', sku: 'vase' }],
    ['/try/felt-hat', { page: 'try', sku: 'felt-hat' }],
    ['/try', { page: 'missing' }],
    ['/cart', { page: 'cart' }],
    ['/file', { page: 'file' }],
    ['/room', { page: 'room' }],
    ['/p', { page: 'missing' }],
    ['/p/vase/more', { page: 'missing' }],
    ['/nowhere', { page: 'missing' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })
})

describe('withSwitches', () => {
  it('carries the switches of the visit and nothing else', () => {
    expect(withSwitches('/p/vase?v=iron', '?xr=emulate&q=oak&lang=ar')).toBe(
      '/p/vase?v=iron&lang=ar&xr=emulate',
    )
  })
  it('keeps a switch without a value bare', () => {
    expect(withSwitches('/', '?stats')).toBe('/?stats')
  })
  it('puts them before the hash, which is a room', () => {
    expect(withSwitches('/room#1_vase.iron', '?lang=es')).toBe('/room?lang=es#1_vase.iron')
  })
  it('lets an address speak for itself', () => {
    expect(withSwitches('/?lang=zh', '?lang=es')).toBe('/?lang=zh')
  })
})

it('writes addresses that are read back', () => {
  expect(productAddress('vase', 'iron')).toBe('/p/vase?v=iron')
  expect(catalogueAddress({ kind: 'rugs', words: 'ocre & sable' })).toBe('/?kind=rugs&q=ocre+%26+sable')
  expect(catalogueAddress()).toBe('/')
})
