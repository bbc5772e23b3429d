import { type Catalogue, findProduct } from './catalogue'
import { type Money, timesMoney, totalsOf } from './money'
import type { Product, Sku, Variant, VariantId } from './product'
import { isSku } from './sku'

/** A product in one variant, some times. */
export interface CartLine {
  readonly sku: Sku
  readonly variant: VariantId
  /** Whole, 1 to {@link QUANTITY_LIMIT}. */
  readonly quantity: number
}

/** What a shopper wants to buy, in the order it was added. Immutable; no line occurs twice. */
export interface Cart {
  readonly lines: readonly CartLine[]
}

export const EMPTY_CART: Cart = { lines: [] }

/** Most of one line: more is a slip of the finger, or a matter for a letter. */
export const QUANTITY_LIMIT = 99

/** Most lines: beyond it whatever is kept was not put there by a shopper. */
const LINE_LIMIT = 200

/** Which line is meant. */
export type LineKey = Pick<CartLine, 'sku' | 'variant'>

function isLine(line: LineKey, key: LineKey): boolean {
  return line.sku === key.sku && line.variant === key.variant
}

function clamp(quantity: number): number {
  return Math.min(QUANTITY_LIMIT, Math.max(0, Math.trunc(quantity) || 0))
}

/** How many of a line there are; 0 when it is not there. */
export function quantityOf(cart: Cart, key: LineKey): number {
  return cart.lines.find((line) => isLine(line, key))?.quantity ?? 0
}

/** The cart with some more of a line. */
export function addToCart(cart: Cart, key: LineKey, quantity = 1): Cart {
  return setQuantity(cart, key, quantityOf(cart, key) + quantity)
}

/** The cart with so many of a line; none takes it out. At most {@link QUANTITY_LIMIT}. */
export function setQuantity(cart: Cart, key: LineKey, quantity: number): Cart {
  const wanted = clamp(quantity)
  if (wanted === 0) return { lines: cart.lines.filter((line) => !isLine(line, key)) }
  const line: CartLine = { sku: key.sku, variant: key.variant, quantity: wanted }
  if (!cart.lines.some((one) => isLine(one, key))) return { lines: [...cart.lines, line] }
  return { lines: cart.lines.map((one) => (isLine(one, key) ? line : one)) }
}

/** The cart with a line back at its place, as undoing its removal wants it. */
export function restoreLine(cart: Cart, line: CartLine, index: number): Cart {
  if (cart.lines.some((one) => isLine(one, line))) return addToCart(cart, line, line.quantity)
  return { lines: [...cart.lines.slice(0, index), line, ...cart.lines.slice(index)] }
}

/** Number of things in it. */
export function cartCount(cart: Cart): number {
  return cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** A line with what it stands for. */
export interface PricedLine {
  readonly line: CartLine
  readonly product: Product
  readonly variant: Variant
  /** Of the whole line. */
  readonly price: Money
}

/** A cart against what is sold today: prices are always those of the catalogue, never kept ones. */
export interface PricedCart {
  readonly lines: readonly PricedLine[]
  /** Lines that are no longer sold. */
  readonly gone: readonly CartLine[]
  /** One sum for each currency. */
  readonly totals: readonly Money[]
}

/** Looks a cart up in the catalogue. */
export function priceCart(cart: Cart, catalogue: Catalogue): PricedCart {
  const gone: CartLine[] = []
  const lines = cart.lines.flatMap((line): PricedLine[] => {
    const product = findProduct(catalogue, line.sku)
    const variant = product?.variants.find(({ id }) => id === line.variant)
    if (product && variant)
      return [{ line, product, variant, price: timesMoney(variant.price, line.quantity) }]
    gone.push(line)
    return []
  })
  return { lines, gone, totals: totalsOf(lines.map(({ price }) => price)) }
}

/** A cart as it is kept: version 1. */
export function keepableCart(cart: Cart): unknown {
  return { version: 1, lines: cart.lines }
}

/** Reads a kept cart, which may be years old or written by somebody else: what is not a line is left out. */
export function readCart(value: unknown): Cart {
  const { version, lines } = (value ?? {}) as { version?: unknown; lines?: unknown }
  if (version !== 1 || !Array.isArray(lines)) return EMPTY_CART
  return lines.slice(0, LINE_LIMIT).reduce((cart: Cart, entry: unknown) => {
    const { sku, variant, quantity } = (entry ?? {}) as Record<string, unknown>
    const sound =
      typeof sku === 'string' &&
      isSku(sku) &&
      typeof variant === 'string' &&
      isSku(variant) &&
      typeof quantity === 'number'
    return sound && quantity > 0 ? addToCart(cart, { sku, variant }, quantity) : cart
  }, EMPTY_CART)
}
