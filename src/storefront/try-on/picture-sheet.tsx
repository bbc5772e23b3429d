import { useEffect, useState } from 'react'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product, Variant } from '../../core/product'
import { Sheet } from '../parts/sheet'
import { useLanguage, useShop } from '../shop-context'
import { TryIcon } from './try-icon'

/** A picture that was taken: to be saved, shared or taken again. It goes nowhere by itself. */
export function PictureSheet(props: {
  blob: Blob
  product: Product
  variant: Variant
  messages: Messages
  onAgain: () => void
  onClose: () => void
}) {
  const { blob, product, variant, messages, onAgain, onClose } = props
  const { door, events } = useShop()
  const language = useLanguage()
  const url = useObjectUrl(blob)
  const file = new File([blob], `${product.sku}-${variant.id}.jpg`, { type: blob.type })
  const canShare = navigator.canShare?.({ files: [file] }) ?? false
  const share = () => {
    door.send({ type: 'share' })
    navigator.share({ files: [file] }).then(
      () => events.emit({ name: 'share', method: 'system', content_type: 'picture' }),
      // Closed without sharing.
      () => undefined,
    )
  }
  const name = localText(product.name, language)
  return (
    <Sheet title={messages('tryon.picture.title')} close={messages('tryon.close')} onClose={onClose}>
      {url && (
        <img
          className="picture"
          src={url}
          alt={messages('tryon.picture.alt', { name, variant: localText(variant.name, language) })}
        />
      )}
      <p className="ar-note">{messages('tryon.picture.note')}</p>
      <div className="sheet-buttons">
        <a className="button button-main" href={url} download={file.name}>
          <TryIcon name="save" />
          {messages('tryon.picture.save')}
        </a>
        {canShare && (
          <button type="button" className="button" onClick={share}>
            <TryIcon name="share" />
            {messages('tryon.picture.share')}
          </button>
        )}
        <button type="button" className="button" onClick={onAgain}>
          {messages('tryon.picture.again')}
        </button>
      </div>
    </Sheet>
  )
}

/** An address of a blob for as long as it is shown. */
function useObjectUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
