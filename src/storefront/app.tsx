import { Router, useLocation } from 'wouter'
import { findProduct } from '../core/catalogue'
import { routeOf } from './address'
import { aroundNavigation } from './navigation'
import { CataloguePage } from './pages/catalogue-page'
import { LatePage } from './pages/late-page'
import { MissingPage } from './pages/missing-page'
import { ProductPage } from './pages/product-page'
import { DropZone } from './parts/drop-zone'
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
      return <LatePage key="file" name="file" />
    case 'room':
      return <LatePage key="room" name="room" />
    case 'product': {
      const product = findProduct(catalogue, route.sku)
      return product ? <ProductPage key={product.sku} product={product} /> : <MissingPage />
    }
    case 'missing':
      return <MissingPage />
  }
}
