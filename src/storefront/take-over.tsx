import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { Catalogue } from '../core/catalogue'
import { isLanguage } from '../core/languages'
import { emulatorAsked } from '../experiences/placement/emulator/emulator-asked'
import { readDevice } from '../platform/capability'
import { isSamePage, routeOf } from './address'
import { App } from './app'
import { wantedLanguage } from './language-choice'
import { loadMessages } from './messages/load-messages'
import { followHistory } from './navigation'
import { isLatePage, loadLatePage } from './pages/late-page'
import { openShop, type Shop } from './shop'
import type { Stage } from './stage'

/**
 * Gives the page to React: over the prerendered HTML in the language it was made in; or anew, in development and where a server
 * gave the HTML of another page, having none for a product that is newer than its build. Resolves when it knows the device too.
 *
 * @param stage the 3D view that may already be running; the page adopts it
 * @param response the catalogue's
 * @param onAnswering React answers to events from now on
 * @throws when the catalogue or the sentences cannot be fetched
 */
export async function takeOver(
  stage: Stage,
  response: Promise<Response>,
  onAnswering: () => void,
): Promise<void> {
  const root = document.querySelector<HTMLElement>('#shop')
  if (!root) throw new Error('the page has no #shop')
  const path = root.dataset.path
  const made = document.documentElement.lang
  const language = path && isLanguage(made) ? made : wantedLanguage()
  const { page } = routeOf(location.pathname)
  const prerendered = path !== undefined && isSamePage(path, location.pathname)
  const [catalogue, messages] = await Promise.all([
    readCatalogue(response, prerendered),
    loadMessages(language),
    isLatePage(page) ? loadLatePage(page, language) : undefined,
  ])
  const shop = openShop({ catalogue, language, messages, stage })
  // For the page's owner: a tag manager listens to `vitrine` events of the document. We send them nowhere.
  shop.events.on((event) => document.dispatchEvent(new CustomEvent('vitrine', { detail: event })))
  followHistory()
  if (prerendered) {
    // The page is ready for events when hydration has committed, and flushSync sees to that.
    flushSync(() => {
      hydrateRoot(root, <App shop={shop} path={path} />)
    })
  } else {
    await shop.speak(language)
    createRoot(root).render(
      <StrictMode>
        <App shop={shop} />
      </StrictMode>,
    )
  }
  onAnswering()
  const wanted = wantedLanguage()
  if (wanted !== language) await shop.speak(wanted).catch(() => undefined)
  // After hydration: the prerendered page knows no cart.
  shop.cart.open()
  await meetDevice(shop)
  // For tests and for whoever automates the page: from here on everything answers.
  root.dataset.ready = ''
}

/**
 * The catalogue. A prerendered page trusts it, since what made the page has checked it; without one
 * it is checked here, and its faults are thrown.
 */
async function readCatalogue(arriving: Promise<Response>, checked: boolean): Promise<Catalogue> {
  const response = await arriving
  if (!response.ok) throw new Error(`catalogue.json: ${response.status}`)
  const json: unknown = await response.json()
  if (checked) return json as Catalogue
  const { parseCatalogue } = await import('../core/parse-catalogue')
  const parsed = parseCatalogue(json)
  if (parsed.ok) return parsed.catalogue
  throw new Error(`catalogue.json: ${JSON.stringify(parsed.faults)}`)
}

/** Asks the device what it can do, after the emulated one has been put on where the address asks for it. */
async function meetDevice(shop: Shop): Promise<void> {
  const emulated = emulatorAsked(location.search)
  if (emulated) {
    const { installEmulator } = await import('../experiences/placement/emulator/install-emulator')
    await installEmulator(emulated)
  }
  shop.store.setState({ device: await readDevice() })
}
