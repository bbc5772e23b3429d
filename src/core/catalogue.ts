import type { LocalText } from './local-text'
import type { Product, Sku, Variant, VariantId } from './product'

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

/** The product of an sku, if it is sold. */
export function findProduct(catalogue: Catalogue, sku: Sku): Product | undefined {
  return catalogue.products.find((product) => product.sku === sku)
}

/** A product's variant by id, or its first where the id is absent or no longer sold. */
export function variantOf(product: Product, id?: VariantId | null): Variant {
  const variant = product.variants.find((one) => one.id === id) ?? product.variants[0]
  // parseCatalogue lets no product without a variant through.
  if (!variant) {
    throw Object.assign(new Error(`${product.sku} has no variant`), { code: 'PRODUCT_WITHOUT_VARIANT' })
  }
  return variant
}
