import { useEffect, useId, useRef } from 'react'
import { useMessages } from '../shop-context'
import { CopyButton } from './copy-button'
import { Icon } from './icon'
import { QrCode } from './qr-code'

/** A sheet with a QR code and the same link in words. */
export function PhoneDialog(props: { link: string; text: string; caution?: string; onClose: () => void }) {
  const { link, text, caution, onClose } = props
  const messages = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // A press on the veil beside the sheet closes it; Escape does so by itself.
    const pressed = (event: MouseEvent) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', pressed)
    return () => {
      element?.removeEventListener('click', pressed)
      element?.close()
    }
  }, [])

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-inside">
        <div className="sheet-head">
          <h2 id={heading}>{messages('phone.title')}</h2>
          <button
            type="button"
            className="sheet-close"
            aria-label={messages('phone.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <p>{text}</p>
        {caution && <p className="hint">{caution}</p>}
        <QrCode text={link} label={messages('phone.qr')} />
        <p className="sheet-link" dir="ltr">
          {link}
        </p>
        <CopyButton text={link} label={messages('phone.copy')} />
      </div>
    </dialog>
  )
}
