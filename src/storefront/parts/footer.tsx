import { useMessages } from '../shop-context'

/** What the shop promises, in one line. */
export function Footer() {
  const messages = useMessages()
  return (
    <footer className="footer">
      <p>{messages('footer.size')}</p>
      <p>{messages('footer.privacy')}</p>
    </footer>
  )
}
