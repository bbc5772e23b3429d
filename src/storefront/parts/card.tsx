import type { PointerEvent } from 'react'
import { variantOf } from '../../core/catalogue'
import { eventItem } from '../../core/events'
import { formatDimensions } from '../../core/length'
import { localText } from '../../core/local-text'
import type { Product } from '../../core/product'
import { tryOnKind } from '../../core/try-on-kind'
import { productAddress } from '../address'
import { fileAddress } from '../shop'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Stage } from '../stage'
import { PriceFrom } from './price'
import { ShopLink } from './shop-link'
import { Swatches } from './swatches'

/**
 * A product in the catalogue: one link, whose name is the product's.
 *
 * @param props.list name of the list it is in, for events
 */
export function Card(props: { product: Product; list: string; eager: boolean }) {
  const { product, list, eager } = props
  const { events } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const first = variantOf(product, undefined)
  return (
    <li className="card">
      <div className="card-stage">
        <img
          src={fileAddress(first.poster)}
          alt=""
          width="800"
          height="800"
          decoding="async"
          loading={eager ? 'eager' : 'lazy'}
        />
      </div>
      <div className="card-label">
        <h2>
          <ShopLink
            to={productAddress(product.sku)}
            onPointerEnter={prefetchForMouse}
            onClick={(event) => {
              carryPicture(event)
              events.emit({ name: 'select_item', item_list_id: list, items: [eventItem(product)] })
            }}
          >
            {localText(product.name, language)}
          </ShopLink>
        </h2>
        <p className="card-price">
          <PriceFrom product={product} />
        </p>
        <p className="card-size">{formatDimensions(product.dimensions, language)}</p>
        <p className="card-finishes">
          <Swatches variants={product.variants} />
          <span className="spoken">{messages('card.finishes', { count: product.variants.length })}</span>
        </p>
        {tryOnKind(product) && <p className="card-try">{messages('card.tryOn')}</p>}
      </div>
    </li>
  )
}

/** A resting mouse is a likely visit; a finger's first touch already is one. */
function prefetchForMouse(event: PointerEvent): void {
  if (event.pointerType === 'mouse') Stage.prefetch()
}

/** Lets this card's picture grow into the product's stage, where the browser has view transitions. */
function carryPicture(event: { currentTarget: HTMLElement }): void {
  const stage = event.currentTarget.closest('.card')?.querySelector<HTMLElement>('.card-stage')
  stage?.style.setProperty('view-transition-name', 'stage')
}
