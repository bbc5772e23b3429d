import { useMessages } from '../shop-context'

/** Says why a page that can do nothing without scripts does nothing. */
export function NoScript() {
  const messages = useMessages()
  return (
    <noscript>
      <p className="hint">{messages('page.noScript')}</p>
    </noscript>
  )
}
