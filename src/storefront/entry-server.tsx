import { renderToString } from 'react-dom/server'
import type { Catalogue } from '../core/catalogue'
import type { Language } from '../core/languages'
import { createMessages, type Dictionary } from '../core/messages'
import { App } from './app'
import { dictionary as ar } from './messages/ar'
import { dictionary as en } from './messages/en'
import { dictionary as es } from './messages/es'
import { dictionary as zh } from './messages/zh'
import { pageHead } from './page-head'
import { openShop } from './shop'

const DICTIONARIES: Readonly<Record<Language, () => Dictionary>> = { en, zh, es, ar }

/** A page as HTML. */
export interface RenderedPage {
  /** Inside of `<div id="shop">`. */
  readonly body: string
  /** Title, description, links and structured data for `<head>`. */
  readonly head: string
}

/** Renders one page of the shop, without a device: everything that depends on one comes later. */
export function renderPage(catalogue: Catalogue, path: string, language: Language): RenderedPage {
  const messages = createMessages(language, DICTIONARIES[language]())
  const shop = openShop({ catalogue, language, messages })
  return {
    body: renderToString(<App shop={shop} path={path} />),
    head: pageHead(catalogue, path, language, messages),
  }
}
