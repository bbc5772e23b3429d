import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { encodeRoom } from '../../core/room-code'
import { OWN_FILE } from '../../experiences/placement/placeable'
import { enterRoom, prefetchPlacement, type RoomEntry } from '../enter-room'
import { useMessages, useShop, useShopState } from '../shop-context'
import { Icon } from './icon'
import { ShopLink } from './shop-link'

/** Where WebXR is: opens the camera, or the headset's own view, and sets things down in it. */
export function RoomButton(props: { label: string; what: RoomEntry; onEnter?: () => void }) {
  const shop = useShop()
  const messages = useMessages()
  const [phase, setPhase] = useState<'ready' | 'opening'>('ready')
  const [fault, setFault] = useState<string>()
  const shown = useStore(shop.stage.store, (state) => state.phase === 'shown')
  useEffect(() => {
    // This device has AR: once the view is there and nothing else is going on, what a press needs is fetched.
    if (!shown) return
    if (!('requestIdleCallback' in window)) return prefetchPlacement(shop)
    const idle = requestIdleCallback(() => prefetchPlacement(shop))
    return () => cancelIdleCallback(idle)
  }, [shown, shop])
  const enter = async () => {
    if (phase === 'opening') return
    setPhase('opening')
    setFault(undefined)
    props.onEnter?.()
    const entered = await enterRoom(shop, props.what)
    setPhase('ready')
    if (!entered.ok) {
      setFault(entered.sentence)
      shop.announce(entered.sentence)
    }
  }
  return (
    <div className="ar">
      <button
        type="button"
        className="button button-main"
        aria-disabled={phase === 'opening'}
        onPointerEnter={() => prefetchPlacement(shop)}
        onFocus={() => prefetchPlacement(shop)}
        onClick={() => void enter()}
      >
        <Icon name="room" />
        {phase === 'opening' ? messages('ar.opening') : props.label}
      </button>
      <p className={fault ? 'ar-note ar-fault' : 'ar-note'}>{fault ?? messages('ar.webxrNote')}</p>
      <RoomLeft />
    </div>
  )
}

/** The way back to the room that was just left, to be looked at and shared. */
function RoomLeft() {
  const messages = useMessages()
  const left = useShopState((state) => state.left)
  const items = left?.items.filter((item) => item.sku !== OWN_FILE) ?? []
  if (items.length === 0) return null
  return (
    <ShopLink to={`/room#${encodeRoom({ items })}`} className="room-left">
      {messages('room.left', { count: items.length })}
      <Icon name="forward" turns />
    </ShopLink>
  )
}
