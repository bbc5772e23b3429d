import { useStore } from 'zustand'
import { cartCount } from '../../core/cart'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Icon } from './icon'
import { ShopLink } from './shop-link'

/** The cart in the header, with how many things are in it. */
export function CartLink({ current }: { current: boolean }) {
  const { cart } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const count = useStore(cart.store, (state) => cartCount(state.cart))
  return (
    <ShopLink to="/cart" className="cart-link" current={current}>
      <Icon name="cart" />
      <span className="cart-word">{messages('cart.link')}</span>
      {count > 0 && (
        <>
          <span className="cart-count" aria-hidden="true">
            {new Intl.NumberFormat(language).format(count)}
          </span>
          <span className="spoken">{messages('cart.count', { count })}</span>
        </>
      )}
    </ShopLink>
  )
}
