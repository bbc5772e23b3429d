import { findProduct, variantOf } from '../../core/catalogue'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product, Variant } from '../../core/product'
import type { Wear } from '../../core/wear'
import type { TryOnLayout, TryOnState } from '../../experiences/tryon/try-on-state'
import { AddToCart } from '../parts/add-to-cart'
import { Price } from '../parts/price'
import { useChosenInSight } from '../parts/use-chosen-in-sight'
import { VariantPicker } from '../parts/variant-picker'
import { useLanguage, useShop } from '../shop-context'
import { piecesLike } from './compare'
import { FitNotes } from './fit-notes'
import { PieceStrip } from './piece-strip'
import type { Side } from './side-choice'

/** What is worn, what else could be, and the way into the cart. With two pictures beside each other it speaks of the chosen side. */
export function Panel(props: {
  kind: Wear['kind']
  product: Product
  variant: Variant
  layout: TryOnLayout
  side: Side
  state: TryOnState | undefined
  messages: Messages
  onWear: (product: Product, variant: Variant) => void
}) {
  const { kind, product, variant, layout, side, state, messages, onWear } = props
  const { catalogue } = useShop()
  const language = useLanguage()
  const beside = layout.kind === 'beside'
  const rival = beside && side === 'right' ? findProduct(catalogue, layout.other.sku) : undefined
  const shown = rival ?? product
  const finish = rival && beside ? variantOf(rival, layout.other.variant) : variant
  const finishes = useChosenInSight(finish.id)
  return (
    <div className="try-panel">
      <div className="try-name">
        <div>
          <h1 tabIndex={-1}>{localText(shown.name, language)}</h1>
          <p className="try-price">
            <Price variant={finish} />
          </p>
        </div>
        <AddToCart product={shown} variant={finish} main />
      </div>
      <VariantPicker
        product={shown}
        chosen={finish}
        row={finishes}
        onChoose={(chosen) => onWear(shown, chosen)}
      />
      <PieceStrip
        pieces={piecesLike(catalogue, product)}
        chosen={shown}
        messages={messages}
        onChoose={(piece) => onWear(piece, variantOf(piece))}
      />
      <FitNotes kind={kind} state={rival ? undefined : state} messages={messages} />
    </div>
  )
}
