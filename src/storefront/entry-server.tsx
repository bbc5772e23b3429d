import { renderToString } from 'react-dom/server'
import type { Catalogue } from '../core/catalogue'
import type { Language } from '../core/languages'
import { routeOf } from './address'
import { App } from './app'
import { loadMessages } from './messages/load-messages'
import { pageHead } from './page-head'
import { isLatePage, loadLatePage } from './pages/late-page'
import { openShop } from './shop'

/** A page as HTML. */
export interface RenderedPage {
  /** Inside of `<div id="shop">`. */
  readonly body: string
  /** Title, description, links and structured data for `<head>`. */
  readonly head: string
}

/** Renders one page of the shop, without a device: everything that depends on one comes later. */
export async function renderPage(
  catalogue: Catalogue,
  path: string,
  language: Language,
): Promise<RenderedPage> {
  const { page } = routeOf(path)
  if (isLatePage(page)) await loadLatePage(page, language)
  const messages = await loadMessages(language)
  const shop = openShop({ catalogue, language, messages })
  return {
    body: renderToString(<App shop={shop} path={path} />),
    head: pageHead(catalogue, path, language, messages),
  }
}
