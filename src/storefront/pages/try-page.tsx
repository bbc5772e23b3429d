import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useStore } from 'zustand'
import { findProduct, variantOf } from '../../core/catalogue'
import { localText } from '../../core/local-text'
import type { Product } from '../../core/product'
import { tryOnKind } from '../../core/try-on-kind'
import type { Wear } from '../../core/wear'
import { routeOf, tryAddress, withSwitches } from '../address'
import { focusHeading } from '../navigation'
import { useLateMessages } from '../parts/use-late-messages'
import { usePage } from '../parts/use-page'
import { useLanguage, useShop } from '../shop-context'
import { Choice } from '../try-on/choice'
import { ConsentSheet } from '../try-on/consent-sheet'
import { Live } from '../try-on/live'
import { loadTryOn } from '../try-on/load-try-on'
import { SettingsSheet } from '../try-on/settings-sheet'
import { TryVisit } from '../try-on/try-visit'
import { useModels } from '../try-on/use-models'
import '../styles/try-choice.css'
import '../styles/try-live.css'
import '../styles/try-over.css'
import '../styles/try-panel.css'
import '../styles/try-tools.css'

/** Where a product is tried on: on the shopper, on their photo or on a model. */
export function TryPage() {
  const { catalogue } = useShop()
  const [path] = useLocation()
  const route = routeOf(path)
  const product = route.page === 'try' ? findProduct(catalogue, route.sku) : undefined
  const kind = product && tryOnKind(product)
  // Pieces of one kind are changed without leaving; another kind begins anew.
  return product && kind ? <Trying key={kind} product={product} kind={kind} /> : null
}

function Trying({ product, kind }: { product: Product; kind: Wear['kind'] }) {
  const shop = useShop()
  const messages = useLateMessages('tryon')
  const language = useLanguage()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [visit] = useState(() => new TryVisit(() => loadTryOn(shop), shop.events, kind))
  const models = useModels(kind)
  const [settings, setSettings] = useState(false)
  const { source, asking } = useStore(visit.store)
  const variant = variantOf(product, new URLSearchParams(search).get('v'))
  usePage(messages('try.title', { name: localText(product.name, language) }))

  useEffect(() => {
    visit.arrive()
    return () => visit.leave()
  }, [visit])
  useEffect(() => {
    visit.wear({ sku: product.sku, variant: variant.id })
  }, [visit, product.sku, variant.id])
  useEffect(
    () =>
      shop.door.on('chooseVariant', ({ sku, variant: wanted }) => {
        const piece = findProduct(shop.catalogue, sku)
        if (!piece || tryOnKind(piece) !== kind) return
        const chosen = variantOf(piece, wanted)
        navigate(withSwitches(tryAddress(piece.sku, chosen.id), search), { replace: true })
        shop.announce(messages('variants.chosen', { name: localText(chosen.name, language) }))
      }),
    [shop, kind, navigate, search, messages, language],
  )
  const live = source !== undefined
  const wasLive = useRef(live)
  useEffect(() => {
    // What was pressed is gone: go on from the heading.
    if (wasLive.current !== live) focusHeading()
    wasLive.current = live
  }, [live])

  return (
    <>
      {source ? (
        <Live
          visit={visit}
          kind={kind}
          product={product}
          variant={variant}
          source={source}
          models={models}
          messages={messages}
          onWear={(piece, chosen) =>
            shop.door.send({ type: 'chooseVariant', sku: piece.sku, variant: chosen.id })
          }
        />
      ) : (
        <Choice
          visit={visit}
          kind={kind}
          product={product}
          variant={variant}
          models={models}
          messages={messages}
          onSettings={() => setSettings(true)}
        />
      )}
      {asking && <ConsentSheet visit={visit} kind={kind} messages={messages} />}
      {settings && (
        <SettingsSheet visit={visit} kind={kind} messages={messages} onClose={() => setSettings(false)} />
      )}
    </>
  )
}
