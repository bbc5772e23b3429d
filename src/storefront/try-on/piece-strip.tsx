import { useEffect, useRef } from 'react'
import { variantOf } from '../../core/catalogue'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product } from '../../core/product'
import { Thumbnail } from '../parts/thumbnail'
import { fileAddress } from '../shop'
import { useLanguage } from '../shop-context'

/** So much of its neighbour is seen beside what is worn, pixels: there is more to be pushed in. */
const EDGE = 40

/** The pieces of one kind as pictures to choose among: one tab stop, arrow keys inside. */
export function PieceStrip(props: {
  pieces: readonly Product[]
  chosen: Product
  messages: Messages
  onChoose: (product: Product) => void
}) {
  const { pieces, chosen, messages, onChoose } = props
  const language = useLanguage()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The row runs out of sight: what is worn shall be in it, without the page itself being moved.
    const place = row.current?.querySelector(`[value="${CSS.escape(chosen.sku)}"]`)?.parentElement
    const [at, from] = [place?.getBoundingClientRect(), row.current?.getBoundingClientRect()]
    if (!at || !from) return
    if (at.left < from.left + EDGE) row.current?.scrollBy({ left: at.left - from.left - EDGE })
    else if (at.right > from.right - EDGE) row.current?.scrollBy({ left: at.right - from.right + EDGE })
  }, [chosen.sku])
  if (pieces.length < 2) return null
  return (
    <fieldset className="pieces">
      <legend className="spoken">{messages('tryon.pieces')}</legend>
      <div className="pieces-row" ref={row}>
        {pieces.map((piece) => (
          <label key={piece.sku} className="piece">
            <input
              type="radio"
              name="piece"
              value={piece.sku}
              checked={piece.sku === chosen.sku}
              onChange={() => onChoose(piece)}
            />
            <Thumbnail
              src={fileAddress(variantOf(piece).poster)}
              width={72}
              height={72}
              words={localText(piece.name, language)}
            />
            <span className="spoken">{localText(piece.name, language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
