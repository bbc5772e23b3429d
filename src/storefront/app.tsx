import { Router, useLocation } from 'wouter'
import { findProduct } from '../core/catalogue'
import { tryOnKind } from '../core/try-on-kind'
import { routeOf } from './address'
import { aroundNavigation } from './navigation'
import { CataloguePage } from './pages/catalogue-page'
import { LatePage } from './pages/late-page'
import { MissingPage } from './pages/missing-page'
import { ProductPage } from './pages/product-page'
import { DropZone } from './parts/drop-zone'
import { FollowIntents } from './parts/follow-intents'
import { Footer } from './parts/footer'
import { Header } from './parts/header'
import { LiveRegion } from './parts/live-region'
import type { Shop } from './shop'
import { ShopProvider, useMessages, useShop } from './shop-context'

/**
 * The whole shop.
 *
 * @param path the address the HTML was made for; the page then follows the window's
 */
export function App({ shop, path }: { shop: Shop; path?: string }) {
  return (
    <ShopProvider value={shop}>
      <Router aroundNav={aroundNavigation} {...(path ? { ssrPath: path, ssrSearch: '' } : {})}>
        <Shell />
      </Router>
    </ShopProvider>
  )
}

function Shell() {
  const messages = useMessages()
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link, which must not change the address */}
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The hash of a room's address is the room: it must not become `#main`.
          event.preventDefault()
          document.querySelector<HTMLElement>('main')?.focus()
        }}
      >
        {messages('nav.skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <Page />
      </main>
      <Footer />
      <FollowIntents />
      <LiveRegion />
      <DropZone />
    </>
  )
}

function Page() {
  const { catalogue } = useShop()
  const [path] = useLocation()
  const route = routeOf(path)
  switch (route.page) {
    case 'catalogue':
      return <CataloguePage />
    case 'file':
    case 'room':
    case 'cart':
      return <LatePage key={route.page} name={route.page} />
    case 'try': {
      const product = findProduct(catalogue, route.sku)
      // One page for all of them: going from piece to piece must not shut the camera.
      return product && tryOnKind(product) ? <LatePage key="try" name="try" /> : <MissingPage />
    }
    case 'product': {
      const product = findProduct(catalogue, route.sku)
      return product ? <ProductPage key={product.sku} product={product} /> : <MissingPage />
    }
    case 'missing':
      return <MissingPage />
  }
}
