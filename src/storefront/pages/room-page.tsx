import { useEffect, useMemo, useState } from 'react'
import { findProduct, variantOf } from '../../core/catalogue'
import { localText } from '../../core/local-text'
import { formatMoney, totalsOf } from '../../core/money'
import type { Room } from '../../core/room'
import { decodeRoom } from '../../core/room-code'
import { stockRoom } from '../../core/room-stock'
import { productAddress } from '../address'
import { Icon } from '../parts/icon'
import { NoScript } from '../parts/no-script'
import { RoomArButton } from '../parts/room-ar-button'
import { ShopLink } from '../parts/shop-link'
import { StageView } from '../parts/stage-view'
import { Thumbnail } from '../parts/thumbnail'
import { usePage } from '../parts/use-page'
import { fileAddress } from '../shop'
import { useLanguage, useMessages, useShop } from '../shop-context'
import type { StageRequest } from '../stage'

/** A room that someone shared: what stands in it, how, and the way to lay it out here. */
export function RoomPage() {
  const { catalogue } = useShop()
  const messages = useMessages()
  const code = useRoomCode()
  usePage(messages('room.title'))
  const opened = useMemo(() => {
    if (!code) return undefined
    const decoded = decodeRoom(code)
    return decoded.ok ? { ...stockRoom(decoded.room, catalogue), fault: undefined } : { fault: decoded.fault }
  }, [code, catalogue])

  // The prerendered page cannot know the hash: until the first look at it there is a room of no content.
  if (code === undefined) return <Sentence title={messages('room.title')} />
  if (!opened) return <Sentence title={messages('room.title')} text={messages('room.empty')} />
  if (opened.fault) {
    return (
      <Sentence
        title={messages('room.faultTitle')}
        text={messages(`room.fault.${opened.fault.code}`, opened.fault.detail)}
      />
    )
  }
  const { room, missing, changed } = opened
  const notes = [
    ...(missing.length > 0 ? [messages('room.missing', { count: missing.length })] : []),
    ...(changed.length > 0 ? [messages('room.changed', { count: changed.length })] : []),
  ]
  if (room.items.length === 0) {
    return <Sentence title={messages('room.title')} text={notes[0] ?? messages('room.empty')} />
  }
  return <OpenRoom key={code} code={code} room={room} notes={notes} />
}

function OpenRoom({ code, room, notes }: { code: string; room: Room; notes: readonly string[] }) {
  const { catalogue, stage } = useShop()
  const messages = useMessages()
  const request = useMemo<StageRequest>(
    () => ({
      key: `room ${code}`,
      label: '',
      source: room.items.flatMap((item) => {
        const product = findProduct(catalogue, item.sku)
        if (!product) return []
        const { materialVariant } = variantOf(product, item.variant)
        return [{ source: fileAddress(product.model.glb), variant: materialVariant, pose: item.pose }]
      }),
    }),
    [code, room, catalogue],
  )
  return (
    <article className="product">
      <StageView name={messages('room.view')} request={request}>
        <button type="button" className="tool" onClick={() => stage.resetView()}>
          <Icon name="reset" />
          <span>{messages('stage.reset')}</span>
        </button>
      </StageView>
      <div className="product-label">
        <h1 tabIndex={-1}>{messages('room.heading', { count: room.items.length })}</h1>
        <p className="product-summary">{messages('room.intro')}</p>
        {notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
        <RoomArButton room={room} />
        <RoomList room={room} />
      </div>
    </article>
  )
}

/** What stands in the room, with prices and their sum. */
function RoomList({ room }: { room: Room }) {
  const { catalogue } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const rows = room.items.flatMap((item) => {
    const product = findProduct(catalogue, item.sku)
    return product ? [{ item, product, variant: variantOf(product, item.variant) }] : []
  })
  const totals = totalsOf(rows.map(({ variant }) => variant.price))
  return (
    <section className="product-facts" aria-labelledby="in-room">
      <h2 id="in-room">{messages('room.list')}</h2>
      <ul className="room-items">
        {rows.map(({ item, product, variant }) => (
          <li key={item.id} className="room-item">
            <Thumbnail src={fileAddress(variant.poster)} width={72} height={72} loading="lazy" />
            <div>
              <ShopLink to={productAddress(product.sku, variant.id)}>
                {localText(product.name, language)}
              </ShopLink>
              <p>{localText(variant.name, language)}</p>
            </div>
            <p className="room-item-price">{formatMoney(variant.price, language)}</p>
          </li>
        ))}
      </ul>
      <p className="room-total">
        <span>{messages('room.total')}</span>
        <span>{totals.map((total) => formatMoney(total, language)).join(' + ')}</span>
      </p>
    </section>
  )
}

function Sentence({ title, text }: { title: string; text?: string }) {
  const messages = useMessages()
  return (
    <div className="sentence-page">
      <h1 tabIndex={-1}>{title}</h1>
      {text && <p>{text}</p>}
      <NoScript />
      <ShopLink to="/" className="button button-main">
        {messages('room.home')}
      </ShopLink>
    </div>
  )
}

/** The code after the address's `#`; undefined until it was looked at, empty where there is none. */
function useRoomCode(): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(() => {
    const look = () => setCode(location.hash.slice(1))
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return code
}
