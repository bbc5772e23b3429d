import type { Variant } from '../../core/product'

/** The colours of a product's variants as a row of dots. Colours are attributes: the page's CSP forbids style attributes. */
export function Swatches({ variants }: { variants: readonly Variant[] }) {
  return (
    <svg
      className="swatches"
      viewBox={`0 0 ${variants.length * 18} 14`}
      width={variants.length * 18}
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {variants.map((variant, index) => (
        <circle
          key={variant.id}
          cx={index * 18 + 7}
          cy="7"
          r="6"
          fill={variant.swatch}
          stroke="#14171a"
          strokeOpacity="0.18"
        />
      ))}
    </svg>
  )
}

/** One colour. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <svg className="swatch" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="15.5" fill={colour} stroke="#14171a" strokeOpacity="0.18" />
    </svg>
  )
}
