import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type PricedLine, priceCart, QUANTITY_LIMIT } from '../../core/cart'
import { findProduct } from '../../core/catalogue'
import { eventItem, eventValue } from '../../core/events'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import { formatMoney } from '../../core/money'
import { productAddress } from '../address'
import { NoScript } from '../parts/no-script'
import { ShopLink } from '../parts/shop-link'
import { Thumbnail } from '../parts/thumbnail'
import { useLateMessages } from '../parts/use-late-messages'
import { usePage } from '../parts/use-page'
import { useSeen } from '../parts/use-seen'
import { fileAddress } from '../shop'
import { useLanguage, useShop } from '../shop-context'
import '../styles/cart.css'

/** What the shopper wants to buy, its sum, and the way to the host shop's checkout. */
export function CartPage() {
  const { catalogue, cart: shopCart } = useShop()
  const messages = useLateMessages('cart')
  const language = useLanguage()
  const cart = useStore(shopCart.store, (state) => state.cart)
  const { lines, gone, totals } = priceCart(cart, catalogue)
  usePage(messages('cart.title'))
  useSeen(lines.length > 0 ? 'cart' : undefined, () => ({
    name: 'view_cart',
    ...firstValueOf(lines),
    items: lines.map(({ product, variant, line }) => eventItem(product, variant, line.quantity)),
  }))
  return (
    <div className="cart">
      <h1 tabIndex={-1}>{messages('cart.title')}</h1>
      <NoScript />
      <Undo messages={messages} />
      {gone.length > 0 && <p className="hint">{messages('cart.gone', { count: gone.length })}</p>}
      {lines.length === 0 ? (
        <div className="cart-empty">
          <p>{messages('cart.empty')}</p>
          <ShopLink to="/" className="button button-main">
            {messages('cart.browse')}
          </ShopLink>
        </div>
      ) : (
        <div className="cart-columns">
          <ul className="cart-lines" aria-label={messages('cart.lines')}>
            {lines.map((line) => (
              <Line key={`${line.line.sku} ${line.line.variant}`} priced={line} messages={messages} />
            ))}
          </ul>
          <section className="cart-sum" aria-labelledby="cart-sum">
            <h2 id="cart-sum" className="spoken">
              {messages('cart.sum')}
            </h2>
            <p className="cart-total">
              <span>{messages('cart.total')}</span>
              <output>{totals.map((total) => formatMoney(total, language)).join(' + ')}</output>
            </p>
            <Checkout lines={lines} messages={messages} />
          </section>
        </div>
      )}
    </div>
  )
}

/** Sums of several currencies have no one value: GA4 takes one, so the first currency's is told. */
function firstValueOf(lines: readonly PricedLine[]): { currency: string; value: number } {
  const currency = lines[0]?.price.currency ?? ''
  const minor = lines.reduce((sum, { price }) => sum + (price.currency === currency ? price.minor : 0), 0)
  return eventValue({ minor, currency })
}

function Line({ priced, messages }: { priced: PricedLine; messages: Messages }) {
  const { line, product, variant, price } = priced
  const { door, announce } = useShop()
  const language = useLanguage()
  const name = localText(product.name, language)
  const set = (quantity: number) => {
    door.send({ type: 'setQuantity', sku: line.sku, variant: line.variant, quantity })
    announce(
      quantity > 0 ? messages('cart.nowSo', { name, count: quantity }) : messages('cart.removed', { name }),
    )
    // The button that was pressed is gone with its line: go on from the heading.
    if (quantity === 0) document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <li className="cart-line">
      <Thumbnail src={fileAddress(variant.poster)} width={96} height={96} />
      <div className="cart-name">
        <ShopLink to={productAddress(product.sku, variant.id)}>{name}</ShopLink>
        <p>{localText(variant.name, language)}</p>
      </div>
      <p className="cart-price">{formatMoney(price, language)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around three controls of a list's every line says too much */}
      <div className="stepper" role="group" aria-label={messages('cart.quantityOf', { name })}>
        <button
          type="button"
          aria-label={messages('cart.fewer')}
          disabled={line.quantity <= 1}
          onClick={() => set(line.quantity - 1)}
        >
          −
        </button>
        <output>{new Intl.NumberFormat(language).format(line.quantity)}</output>
        <button
          type="button"
          aria-label={messages('cart.more')}
          disabled={line.quantity >= QUANTITY_LIMIT}
          onClick={() => set(line.quantity + 1)}
        >
          +
        </button>
      </div>
      <button
        type="button"
        className="cart-remove"
        aria-label={messages('cart.removeOne', { name })}
        onClick={() => set(0)}
      >
        {messages('cart.remove')}
      </button>
    </li>
  )
}

/** A slip can be taken back for as long as nothing else was done. */
function Undo({ messages }: { messages: Messages }) {
  const { catalogue, cart } = useShop()
  const language = useLanguage()
  const removed = useStore(cart.store, (state) => state.removed)
  const product = removed && findProduct(catalogue, removed.line.sku)
  if (!product) return null
  const undo = () => {
    cart.undo()
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <p className="cart-undo">
      {messages('cart.removed', { name: localText(product.name, language) })}
      <button type="button" className="button" onClick={undo}>
        {messages('cart.undo')}
      </button>
    </p>
  )
}

/** Hands the cart to the host shop; where none listens, says that nothing is sold here. */
function Checkout({ lines, messages }: { lines: readonly PricedLine[]; messages: Messages }) {
  const { door, events, announce } = useShop()
  const [unheard, setUnheard] = useState(false)
  // What was said of another cart is not said of this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are what it follows
  useEffect(() => setUnheard(false), [lines.length])
  const checkOut = () => {
    events.emit({
      name: 'begin_checkout',
      ...firstValueOf(lines),
      items: lines.map(({ product, variant, line }) => eventItem(product, variant, line.quantity)),
    })
    if (door.send({ type: 'checkout' }) || handedOver(lines)) return
    setUnheard(true)
    announce(messages('cart.noCheckout'))
  }
  return (
    <>
      <button type="button" className="button button-main" onClick={checkOut}>
        {messages('cart.checkout')}
      </button>
      <p className={unheard ? 'hint' : 'ar-note'}>
        {messages(unheard ? 'cart.noCheckout' : 'cart.checkoutNote')}
      </p>
    </>
  )
}

/**
 * Tells the page that a shopper wants to pay. A host shop listens for `vitrine-checkout` on the document and prevents its default, by which it says that
 * it takes over.
 */
function handedOver(lines: readonly PricedLine[]): boolean {
  const detail = { lines: lines.map(({ line }) => line) }
  return !document.dispatchEvent(new CustomEvent('vitrine-checkout', { detail, cancelable: true }))
}
