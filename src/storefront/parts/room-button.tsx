import { useState } from 'react'
import { enterRoom, prefetchPlacement, type RoomEntry } from '../enter-room'
import { useMessages, useShop } from '../shop-context'
import { Icon } from './icon'

/** Where WebXR is: opens the camera, or the headset's own view, and sets things down in it. */
export function RoomButton(props: { label: string; what: RoomEntry; onEnter?: () => void }) {
  const shop = useShop()
  const messages = useMessages()
  const [phase, setPhase] = useState<'ready' | 'opening'>('ready')
  const [fault, setFault] = useState<string>()
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
        onPointerEnter={prefetchPlacement}
        onFocus={prefetchPlacement}
        onClick={() => void enter()}
      >
        <Icon name="room" />
        {phase === 'opening' ? messages('ar.opening') : props.label}
      </button>
      <p className={fault ? 'ar-note ar-fault' : 'ar-note'}>{fault ?? messages('ar.webxrNote')}</p>
    </div>
  )
}
