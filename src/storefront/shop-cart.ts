import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  addToCart,
  type Cart,
  type CartLine,
  EMPTY_CART,
  keepableCart,
  type LineKey,
  quantityOf,
  readCart,
  restoreLine,
  setQuantity,
} from '../core/cart'
import { type Catalogue, findProduct, variantOf } from '../core/catalogue'
import { type EventBus, eventItem, eventValue } from '../core/events'
import type { IntentDoor } from '../core/intent-door'
import { timesMoney } from '../core/money'
import { Kept } from '../platform/kept'

/** What was taken out last, so that it can be put back where it was. */
export interface Removed {
  readonly line: CartLine
  readonly index: number
}

export interface CartState {
  readonly cart: Cart
  readonly removed: Removed | undefined
}

/** The shopper's cart: kept on this device, the same in every tab, changed through the door. */
export class ShopCart {
  readonly store: StoreApi<CartState> = createStore(() => ({ cart: EMPTY_CART, removed: undefined }))
  readonly #kept = new Kept('vitrine.cart')
  readonly #catalogue: Catalogue
  readonly #events: EventBus

  constructor(catalogue: Catalogue, door: IntentDoor, events: EventBus) {
    this.#catalogue = catalogue
    this.#events = events
    door.on('addToCart', ({ quantity, ...key }) => {
      const { cart } = this.store.getState()
      this.#change(addToCart(cart, key, quantity), key, undefined)
    })
    door.on('setQuantity', ({ quantity, ...key }) => {
      const { cart } = this.store.getState()
      const index = cart.lines.findIndex(({ sku, variant }) => sku === key.sku && variant === key.variant)
      const line = cart.lines[index]
      this.#change(setQuantity(cart, key, quantity), key, line && quantity <= 0 ? { line, index } : undefined)
    })
  }

  /** Reads what was kept, and follows what other tabs do. Call it once, in a browser. */
  open(): void {
    const read = () => this.store.setState({ cart: readCart(this.#kept.read()), removed: undefined })
    read()
    this.#kept.onElsewhere(read)
  }

  /** Puts back what was taken out last. */
  undo(): void {
    const { cart, removed } = this.store.getState()
    if (removed) this.#change(restoreLine(cart, removed.line, removed.index), removed.line, undefined)
  }

  #change(cart: Cart, key: LineKey, removed: Removed | undefined): void {
    const before = quantityOf(this.store.getState().cart, key)
    this.store.setState({ cart, removed })
    this.#kept.write(keepableCart(cart))
    this.#tell(key, quantityOf(cart, key) - before)
  }

  #tell(key: LineKey, more: number): void {
    const product = findProduct(this.#catalogue, key.sku)
    if (!product || more === 0) return
    const variant = variantOf(product, key.variant)
    const quantity = Math.abs(more)
    this.#events.emit({
      name: more > 0 ? 'add_to_cart' : 'remove_from_cart',
      ...eventValue(timesMoney(variant.price, quantity)),
      items: [eventItem(product, variant, quantity)],
    })
  }
}
