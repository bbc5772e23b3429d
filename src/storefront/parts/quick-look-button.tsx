import { useState } from 'react'
import { quickLookAnchor } from '../../platform/quick-look'
import { useMessages, useShop } from '../shop-context'
import { Icon } from './icon'

/**
 * Opens AR Quick Look.
 *
 * @param props.usdz gives the file's address; a shopper's own file is made into one here, which takes a moment
 */
export function QuickLookButton(props: {
  label: string
  usdz: () => Promise<string>
  page?: string
  onEnter?: () => void
}) {
  const { label, usdz, page, onEnter } = props
  const { announce } = useShop()
  const messages = useMessages()
  const [phase, setPhase] = useState<'ready' | 'preparing' | 'failed'>('ready')
  const open = async () => {
    if (phase === 'preparing') return
    setPhase('preparing')
    try {
      const address = await usdz()
      quickLookAnchor(document, { usdz: address, ...(page ? { page } : {}) }).click()
      onEnter?.()
      setPhase('ready')
    } catch {
      setPhase('failed')
      announce(messages('ar.prepareFailed'))
    }
  }
  const note = { ready: 'ar.nativeNote', preparing: 'ar.preparing', failed: 'ar.prepareFailed' }[phase]
  return (
    <div className="ar">
      <button
        type="button"
        className="button button-main"
        aria-disabled={phase === 'preparing'}
        onClick={() => void open()}
      >
        <Icon name="room" />
        {label}
      </button>
      <p className={phase === 'failed' ? 'ar-note ar-fault' : 'ar-note'}>{messages(note)}</p>
    </div>
  )
}
