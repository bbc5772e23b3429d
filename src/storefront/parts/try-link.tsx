import type { Product, Variant } from '../../core/product'
import { tryOnKind } from '../../core/try-on-kind'
import { tryAddress } from '../address'
import { loadLatePage } from '../pages/late-page'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Icon } from './icon'
import { ShopLink } from './shop-link'

/** The way from a product that is worn to the page where it is tried on; nothing for the others. */
export function TryLink({ product, variant }: { product: Product; variant: Variant }) {
  const { door } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  if (!tryOnKind(product)) return null
  // A failure is met again, and then said, on the page itself.
  const prefetch = () => void loadLatePage('try', language).catch(() => undefined)
  return (
    <div className="try-entry">
      <ShopLink
        to={tryAddress(product.sku, variant.id)}
        className="button button-main"
        onPointerEnter={prefetch}
        onFocus={prefetch}
        onClick={(event) => {
          event.preventDefault()
          door.send({ type: 'tryOn', sku: product.sku, variant: variant.id })
        }}
      >
        <Icon name="try" />
        {messages('try.button')}
      </ShopLink>
      <p className="ar-note">{messages('try.note')}</p>
    </div>
  )
}
