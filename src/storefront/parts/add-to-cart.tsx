import { useState } from 'react'
import { localText } from '../../core/local-text'
import type { Product, Variant } from '../../core/product'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Icon } from './icon'
import { ShopLink } from './shop-link'

/** Puts a product in the cart, and then leads there. */
export function AddToCart(props: { product: Product; variant: Variant; main?: boolean }) {
  const { product, variant, main = false } = props
  const { door, announce } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const [added, setAdded] = useState<string>()
  const key = `${product.sku} ${variant.id}`
  const add = () => {
    door.send({ type: 'addToCart', sku: product.sku, variant: variant.id, quantity: 1 })
    setAdded(key)
    announce(messages('cart.added', { name: localText(product.name, language) }))
  }
  return (
    <div className="buy">
      <button type="button" className={main ? 'button button-main' : 'button'} onClick={add}>
        <Icon name={added === key ? 'check' : 'cart'} />
        {messages(added === key ? 'cart.addAnother' : 'cart.add')}
      </button>
      {added === key && (
        <ShopLink to="/cart" className="buy-look">
          {messages('cart.look')}
          <Icon name="forward" turns />
        </ShopLink>
      )}
    </div>
  )
}
