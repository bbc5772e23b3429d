import { useMessages } from '../shop-context'
import { CopyButton } from './copy-button'
import { QrCode } from './qr-code'
import { Sheet } from './sheet'

/** A sheet with a QR code and the same link in words. */
export function PhoneDialog(props: { link: string; text: string; caution?: string; onClose: () => void }) {
  const { link, text, caution, onClose } = props
  const messages = useMessages()
  return (
    <Sheet title={messages('phone.title')} close={messages('phone.close')} onClose={onClose}>
      <p>{text}</p>
      {caution && <p className="hint">{caution}</p>}
      <QrCode text={link} label={messages('phone.qr')} />
      <p className="sheet-link" dir="ltr">
        {link}
      </p>
      <CopyButton text={link} label={messages('phone.copy')} />
    </Sheet>
  )
}
