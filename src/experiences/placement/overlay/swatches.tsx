import type { LocalText } from '../../../core/local-text'
import type { VariantId } from '../../../core/product'
import type { PlaceableVariant } from '../placeable'

interface Props {
  readonly variants: readonly PlaceableVariant[]
  readonly chosen: VariantId
  readonly label: string
  readonly nameOf: (text: LocalText) => string
  readonly onChoose: (variant: VariantId) => void
}

/** A product's variants as colour dots. */
export function Swatches({ variants, chosen, label, nameOf, onChoose }: Props) {
  if (variants.length < 2) return null
  return (
    <fieldset className="vp-swatches">
      <legend className="vp-said">{label}</legend>
      {variants.map((variant) => (
        <button
          key={variant.id}
          type="button"
          className="vp-swatch"
          aria-label={nameOf(variant.name)}
          aria-pressed={variant.id === chosen}
          title={nameOf(variant.name)}
          onClick={() => onChoose(variant.id)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="10" fill={variant.swatch} />
          </svg>
        </button>
      ))}
    </fieldset>
  )
}
