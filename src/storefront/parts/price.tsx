import { formatMoney } from '../../core/money'
import type { Product, Variant } from '../../core/product'
import { useLanguage, useMessages } from '../shop-context'

/** A variant's price. Servers and browsers may know different years of number formats, so the text may differ. */
export function Price({ variant }: { variant: Variant }) {
  return <span suppressHydrationWarning>{formatMoney(variant.price, useLanguage())}</span>
}

/** The least a product costs, said as such when its variants differ. */
export function PriceFrom({ product }: { product: Product }) {
  const messages = useMessages()
  const language = useLanguage()
  const prices = product.variants.map((variant) => variant.price)
  const least = prices.reduce((a, b) => (b.minor < a.minor ? b : a))
  const text = formatMoney(least, language)
  const differ = prices.some((price) => price.minor !== least.minor)
  return <span suppressHydrationWarning>{differ ? messages('price.from', { price: text }) : text}</span>
}
