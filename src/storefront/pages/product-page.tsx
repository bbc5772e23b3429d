import { useEffect, useMemo, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useStore } from 'zustand'
import { variantOf } from '../../core/catalogue'
import { eventItem, eventValue } from '../../core/events'
import { localText } from '../../core/local-text'
import type { Product, Variant } from '../../core/product'
import { productAddress, withSwitches } from '../address'
import { AddToCart } from '../parts/add-to-cart'
import { ArButton } from '../parts/ar-button'
import { DimensionToggle } from '../parts/dimension-toggle'
import { Facts } from '../parts/facts'
import { Footprint } from '../parts/footprint'
import { Icon } from '../parts/icon'
import { Price } from '../parts/price'
import { ShopLink } from '../parts/shop-link'
import { SizeFigure } from '../parts/size-figure'
import { SizeTable } from '../parts/size-table'
import { StageView } from '../parts/stage-view'
import { TryLink } from '../parts/try-link'
import { usePage } from '../parts/use-page'
import { useSeen } from '../parts/use-seen'
import { VariantPicker } from '../parts/variant-picker'
import { fileAddress } from '../shop'
import { useLanguage, useMessages, useShop } from '../shop-context'

/** One product: its view, its variants, its size and the way into the shopper's room. */
export function ProductPage({ product }: { product: Product }) {
  const { stage, door, announce, catalogue } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const search = useSearch()
  const [, navigate] = useLocation()
  const variant = variantOf(product, new URLSearchParams(search).get('v'))
  const name = localText(product.name, language)
  const variantName = localText(variant.name, language)
  const kind = catalogue.kinds.find(({ id }) => id === product.kind)
  usePage(name)

  // The first variant is part of the request, later ones are changes of what is shown: the key stays.
  const glb = fileAddress(product.model.glb)
  const request = useMemo(
    () => ({
      key: glb,
      source: glb,
      variant: variant.materialVariant,
      label: name,
      ...('on' in product.situation ? { on: product.situation.on } : {}),
    }),
    [glb, variant.materialVariant, name, product.situation],
  )

  const choose = (chosen: Variant) =>
    door.send({ type: 'chooseVariant', sku: product.sku, variant: chosen.id })
  useEffect(
    () =>
      door.on('chooseVariant', (intent) => {
        const chosen = variantOf(product, intent.variant)
        if (intent.sku !== product.sku || chosen.id === variant.id) return
        navigate(withSwitches(productAddress(product.sku, chosen.id), search), { replace: true })
        announce(messages('variants.chosen', { name: localText(chosen.name, language) }))
      }),
    [door, product, variant, search, navigate, announce, messages, language],
  )
  const inspected = useRef<string>(undefined)
  useEffect(() => {
    // A visit is said once, whatever is chosen later.
    if (inspected.current === product.sku) return
    inspected.current = product.sku
    door.send({ type: 'inspect', sku: product.sku, variant: variant.id })
  }, [door, product.sku, variant.id])

  useSeen(product.sku, () => ({
    name: 'view_item',
    ...eventValue(variant.price),
    items: [eventItem(product, variant)],
  }))
  const fault = useStore(stage.store, (state) => (state.key === glb ? state.fault?.code : undefined))
  useSeen(fault && `${product.sku} ${fault}`, () => ({
    name: 'model_fault',
    item_id: product.sku,
    code: fault ?? '',
  }))

  return (
    <article className="product">
      <StageView
        name={name}
        request={request}
        poster={{
          src: fileAddress(variant.poster),
          alt: messages('stage.picture', { name, variant: variantName }),
        }}
      >
        <DimensionToggle />
        <button type="button" className="tool" onClick={() => stage.resetView()}>
          <Icon name="reset" />
          <span>{messages('stage.reset')}</span>
        </button>
      </StageView>
      <div className="product-label">
        <ShopLink to={kind ? `/?kind=${kind.id}` : '/'} className="product-back">
          <Icon name="back" turns />
          {kind ? localText(kind.name, language) : messages('nav.catalogue')}
        </ShopLink>
        <h1 tabIndex={-1}>{name}</h1>
        <p className="product-summary">{localText(product.summary, language)}</p>
        <p className="product-price">
          <Price variant={variant} />
        </p>
        <VariantPicker product={product} chosen={variant} onChoose={choose} />
        <TryLink product={product} variant={variant} />
        <ArButton product={product} variant={variant} />
        <AddToCart product={product} variant={variant} />
        <section className="product-facts" aria-labelledby="facts">
          <h2 id="facts">{messages('facts.heading')}</h2>
          <SizeFigure product={product} />
          <SizeTable dimensions={product.dimensions} caption={messages('size.caption')} />
          <Facts product={product} />
        </section>
        {product.facts.footprint && (
          <section className="product-facts" aria-labelledby="footprint">
            <h2 id="footprint">{messages('facts.carbon')}</h2>
            <Footprint footprint={product.facts.footprint} />
          </section>
        )}
      </div>
    </article>
  )
}
