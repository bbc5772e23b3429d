import { variantOf } from '../../core/catalogue'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product } from '../../core/product'
import { Thumbnail } from '../parts/thumbnail'
import { useChosenInSight } from '../parts/use-chosen-in-sight'
import { fileAddress } from '../shop'
import { useLanguage } from '../shop-context'

/** The pieces of one kind as pictures to choose among: one tab stop, arrow keys inside. */
export function PieceStrip(props: {
  pieces: readonly Product[]
  chosen: Product
  messages: Messages
  onChoose: (product: Product) => void
}) {
  const { pieces, chosen, messages, onChoose } = props
  const language = useLanguage()
  const row = useChosenInSight(chosen.sku)
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
