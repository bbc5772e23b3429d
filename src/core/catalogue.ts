import type { LocalText } from './local-text'
import type { Product } from './product'

/** A group products are filtered by, named by the merchant. */
export interface Kind {
  readonly id: string
  readonly name: LocalText
}

/** Everything a shop shows: one JSON file. */
export interface Catalogue {
  readonly version: 1
  readonly name: LocalText
  readonly kinds: readonly Kind[]
  readonly products: readonly Product[]
}
