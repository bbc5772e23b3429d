import type { Product } from '../../core/product'
import { useMessages } from '../shop-context'
import { BesideCard } from './beside-card'
import { BesidePerson } from './beside-person'

/** Below this width and height, metres, a person beside it would leave a dot of the product. */
const SMALL = 0.36

/**
 * A product's front beside something whose size everyone knows, both to the same scale, as an architect would draw them: a person, or for
 * small things a payment card. The exact numbers are in the table below it, so a screen reader passes it by.
 */
export function SizeFigure({ product }: { product: Product }) {
  const messages = useMessages()
  const { situation, dimensions } = product
  const small = Math.max(dimensions.width, dimensions.height) < SMALL
  if (!small && !('on' in situation)) return null
  return (
    <figure className="size-figure" aria-hidden="true">
      {small ? (
        <BesideCard dimensions={dimensions} caption={messages('size.figureCard')} />
      ) : (
        'on' in situation && <BesidePerson dimensions={dimensions} stand={situation.on} messages={messages} />
      )}
    </figure>
  )
}
