import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { eventItem } from '../../core/events'
import { localText } from '../../core/local-text'
import { catalogueAddress, withSwitches } from '../address'
import { findProducts } from '../find-products'
import { Card } from '../parts/card'
import { Icon } from '../parts/icon'
import { ShopLink } from '../parts/shop-link'
import { usePage } from '../parts/use-page'
import { useSeen } from '../parts/use-seen'
import { useLanguage, useMessages, useShop } from '../shop-context'

/** How long a shopper pauses between two words, ms: the address and the announced count follow then. */
const PAUSE_MS = 350

/** Everything the shop sells, to be searched and filtered by kind. */
export function CataloguePage() {
  const { catalogue } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const asked = new URLSearchParams(useSearch())
  const kind = catalogue.kinds.find(({ id }) => id === asked.get('kind'))
  const [words, setWords] = useSearchWords(kind?.id)
  const found = findProducts(catalogue.products, { words, ...(kind ? { kind: kind.id } : {}) })
  const list = kind?.id ?? 'all'
  const searched = asked.get('q') ?? ''
  useSeen(`${list} ${searched}`, () => ({
    name: 'view_item_list',
    item_list_id: list,
    items: found.map((product) => eventItem(product)),
  }))
  useSeen(searched || undefined, () => ({ name: 'search', search_term: searched }))
  usePage(kind ? localText(kind.name, language) : messages('catalogue.title'))

  return (
    <>
      <div className="catalogue-intro">
        <h1 tabIndex={-1}>{messages('catalogue.heading')}</h1>
        <p>{messages('catalogue.intro')}</p>
      </div>
      <div className="catalogue-tools">
        <nav className="kinds" aria-label={messages('catalogue.kinds')}>
          <ul>
            {[undefined, ...catalogue.kinds].map((one) => (
              <li key={one?.id ?? ''}>
                <ShopLink
                  to={catalogueAddress({ ...(one ? { kind: one.id } : {}), ...(words ? { words } : {}) })}
                  current={one?.id === kind?.id}
                >
                  {one ? localText(one.name, language) : messages('catalogue.allKinds')}
                </ShopLink>
              </li>
            ))}
          </ul>
        </nav>
        <search>
          <label className="search">
            <Icon name="search" />
            <span className="spoken">{messages('catalogue.search')}</span>
            <input
              type="search"
              value={words}
              placeholder={messages('catalogue.search')}
              enterKeyHint="search"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </search>
      </div>
      <p className="count" role="status">
        {messages('catalogue.count', { found: found.length, all: catalogue.products.length })}
      </p>
      {found.length > 0 ? (
        <ul className="cards">
          {found.map((product, index) => (
            <Card key={product.sku} product={product} list={list} eager={index < 3} />
          ))}
        </ul>
      ) : (
        <div className="nothing">
          <p>{words ? messages('catalogue.nothing', { words }) : messages('catalogue.nothingKind')}</p>
          <p>{messages('catalogue.nothingHelp')}</p>
          <ShopLink to="/" className="button" onClick={() => setWords('')}>
            {messages('catalogue.showAll')}
          </ShopLink>
        </div>
      )}
    </>
  )
}

/** The words being typed; the address's `?q=` follows them after a pause and leads them when it changes by itself. */
function useSearchWords(kind: string | undefined): [string, (words: string) => void] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const inAddress = new URLSearchParams(search).get('q') ?? ''
  const [words, setWords] = useState(inAddress)
  const [written, setWritten] = useState(inAddress)
  if (inAddress !== written) {
    setWritten(inAddress)
    setWords(inAddress)
  }
  useEffect(() => {
    if (words === inAddress) return
    const timer = setTimeout(() => {
      setWritten(words)
      navigate(withSwitches(catalogueAddress({ ...(kind ? { kind } : {}), words }), search), {
        replace: true,
      })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words, inAddress, kind, search, navigate])
  return [words, setWords]
}
