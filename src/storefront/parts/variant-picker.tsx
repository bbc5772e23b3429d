import type { Ref } from 'react'
import { localText } from '../../core/local-text'
import type { Product, Variant } from '../../core/product'
import { fileAddress } from '../shop'
import { useLanguage, useMessages } from '../shop-context'
import { Swatch } from './swatches'

/**
 * The variants of a product as radio buttons: one tab stop, arrow keys inside.
 * Their data attributes let the boot module show a variant before React has come.
 */
export function VariantPicker(props: {
  product: Product
  chosen: Variant
  onChoose: (variant: Variant) => void
  /** The row of buttons, which may run out of sight. */
  row?: Ref<HTMLDivElement>
}) {
  const { product, chosen, onChoose, row } = props
  const messages = useMessages()
  const language = useLanguage()
  return (
    <fieldset className="variants">
      <legend>{messages('variants.legend')}</legend>
      <div className="variants-row" ref={row}>
        {product.variants.map((variant) => (
          <label key={variant.id} className="variant">
            <input
              type="radio"
              name="variant"
              value={variant.id}
              checked={variant.id === chosen.id}
              onChange={() => onChoose(variant)}
              data-material={variant.materialVariant}
              data-poster={fileAddress(variant.poster)}
            />
            <Swatch colour={variant.swatch} />
            <span className="variant-name">{localText(variant.name, language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
