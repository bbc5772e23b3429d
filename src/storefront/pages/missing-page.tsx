import { ShopLink } from '../parts/shop-link'
import { usePage } from '../parts/use-page'
import { useMessages } from '../shop-context'

/** An address where nothing is, or nothing any more. */
export function MissingPage() {
  const messages = useMessages()
  usePage(messages('missing.title'))
  return (
    <div className="sentence-page">
      <h1 tabIndex={-1}>{messages('missing.title')}</h1>
      <p>{messages('missing.text')}</p>
      <ShopLink to="/" className="button button-main">
        {messages('missing.home')}
      </ShopLink>
    </div>
  )
}
