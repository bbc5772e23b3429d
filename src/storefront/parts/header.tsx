import { useLocation } from 'wouter'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../core/languages'
import { localText } from '../../core/local-text'
import { routeOf } from '../address'
import { keepLanguage } from '../language-choice'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { CartLink } from './cart-link'
import { Icon } from './icon'
import { ShopLink } from './shop-link'

/** The shop's name, the ways through it and the language. */
export function Header() {
  const { catalogue } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const [path] = useLocation()
  const { page } = routeOf(path)
  return (
    <header className="header">
      <ShopLink to="/" className="wordmark">
        <svg viewBox="0 0 24 24" width="24" height="24" fill="none" aria-hidden="true" focusable="false">
          <path d="M5.5 3.5h13v12h-13zM3.5 15.5h17v5h-17z" stroke="currentColor" strokeWidth="1.5" />
          <path d="M9.5 15.5v-5h5v5" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {localText(catalogue.name, language)}
      </ShopLink>
      <nav className="header-nav" aria-label={messages('nav.label')}>
        <ShopLink to="/" current={page === 'catalogue'}>
          {messages('nav.catalogue')}
        </ShopLink>
        <ShopLink to="/file" current={page === 'file'}>
          {messages('nav.file')}
        </ShopLink>
      </nav>
      <CartLink current={page === 'cart'} />
      <LanguageSwitch />
    </header>
  )
}

/** The language menu. Each language is written in itself, so that its reader finds it. */
function LanguageSwitch() {
  const shop = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const change = async (value: string) => {
    if (!isLanguage(value)) return
    await shop.speak(value).then(
      () => keepLanguage(value),
      () => shop.announce(messages('language.unreachable')),
    )
  }
  return (
    <label className="language">
      <Icon name="globe" />
      <span className="spoken">{messages('language.label')}</span>
      <select value={language} onChange={(event) => void change(event.target.value)}>
        {LANGUAGES.map((id) => (
          <option key={id} value={id} lang={id}>
            {LANGUAGE_NAMES[id]}
          </option>
        ))}
      </select>
    </label>
  )
}
