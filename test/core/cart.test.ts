import { describe, expect, it } from 'vitest'
import {
  addToCart,
  cartCount,
  EMPTY_CART,
  keepableCart,
  priceCart,
  QUANTITY_LIMIT,
  quantityOf,
  readCart,
  restoreLine,
  setQuantity,
} from '../../src/core/cart'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import { sampleCatalogue } from './sample-catalogue'

const parsed = parseCatalogue(sampleCatalogue())
if (!parsed.ok) throw new Error('the sample is broken')
const { catalogue } = parsed
const [product] = catalogue.products
const [first] = product?.variants ?? []
if (!product || !first) throw new Error('the sample is empty')
const key = { sku: product.sku, variant: first.id }
const other = { sku: 'not-sold', variant: 'ink' }

describe('a cart', () => {
  it('adds to what is there, at the place where it was', () => {
    const cart = addToCart(addToCart(addToCart(EMPTY_CART, key), other, 2), key, 3)
    expect(cart.lines.map(({ quantity }) => quantity)).toEqual([4, 2])
    expect(cartCount(cart)).toBe(6)
    expect(EMPTY_CART.lines).toEqual([])
  })

  it.each([
    [3, 3],
    [0, 0],
    [-2, 0],
    [1000, QUANTITY_LIMIT],
    [2.9, 2],
    [Number.NaN, 0],
  ])('set to %d has %d', (wanted, had) => {
    expect(quantityOf(setQuantity(addToCart(EMPTY_CART, key), key, wanted), key)).toBe(had)
  })

  it('gets a line back at its place', () => {
    const full = addToCart(addToCart(EMPTY_CART, key, 2), other)
    const without = setQuantity(full, key, 0)
    expect(restoreLine(without, { ...key, quantity: 2 }, 0)).toEqual(full)
  })

  it('costs what the catalogue says today, and tells what is gone', () => {
    const priced = priceCart(addToCart(addToCart(EMPTY_CART, key, 3), other), catalogue)
    expect(priced.totals).toEqual([{ minor: first.price.minor * 3, currency: first.price.currency }])
    expect(priced.gone).toEqual([{ ...other, quantity: 1 }])
  })

  it('is read as it was kept', () => {
    const cart = addToCart(addToCart(EMPTY_CART, key, 2), other)
    expect(readCart(JSON.parse(JSON.stringify(keepableCart(cart))))).toEqual(cart)
  })

  it.each([
    undefined,
    null,
    'cart',
    [],
    { version: 2, lines: [{ ...key, quantity: 1 }] },
    { version: 1, lines: 'none' },
    {
      version: 1,
      lines: [
        null,
        3,
        { sku: '<b>', variant: 'x', quantity: 1 },
        { ...key, quantity: '2' },
        { ...key, quantity: -1 },
      ],
    },
  ])('reads nothing from %j', (kept) => {
    expect(readCart(kept)).toEqual(EMPTY_CART)
  })
})
