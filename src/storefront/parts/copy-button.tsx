import { useState } from 'react'
import { useMessages, useShop } from '../shop-context'
import { Icon } from './icon'

/** Copies a text, and says whether it could. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { announce } = useShop()
  const messages = useMessages()
  const [copied, setCopied] = useState<'not-yet' | 'done' | 'failed'>('not-yet')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('done')
      announce(messages('phone.copied'))
    } catch {
      setCopied('failed')
      announce(messages('phone.copyFailed'))
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon name={copied === 'done' ? 'check' : 'copy'} />
        {copied === 'done' ? messages('phone.copied') : label}
      </button>
      {copied === 'failed' && <p className="ar-note">{messages('phone.copyFailed')}</p>}
    </>
  )
}
