import { type Catalogue, findProduct, variantOf } from '../../core/catalogue'
import type { Language } from '../../core/languages'
import { localText } from '../../core/local-text'
import type { Product, Variant } from '../../core/product'
import { tryOnKind } from '../../core/try-on-kind'
import type { Worn } from '../../experiences/tryon/try-on-state'

/** A product in one finish. */
export interface Piece {
  readonly product: Product
  readonly variant: Variant
}

/** What is worn, from the catalogue; undefined where it has left it. */
export function pieceOf(catalogue: Catalogue, { sku, variant }: Worn): Piece | undefined {
  const product = findProduct(catalogue, sku)
  return product && { product, variant: variantOf(product, variant) }
}

export function isSame(a: Worn, b: Worn): boolean {
  return a.sku === b.sku && a.variant === b.variant
}

/** What two pieces beside each other are called: by what they differ in. */
export function sideNames(
  left: Piece,
  right: Piece,
  language: Language,
): { readonly left: string; readonly right: string } {
  const same = left.product.sku === right.product.sku
  const call = ({ product, variant }: Piece) => localText(same ? variant.name : product.name, language)
  return { left: call(left), right: call(right) }
}

/** The products that are tried on as this one is, in the catalogue's order. */
export function piecesLike(catalogue: Catalogue, product: Product): readonly Product[] {
  const kind = tryOnKind(product)
  return catalogue.products.filter((one) => one.kind === product.kind && tryOnKind(one) === kind)
}

/** What a thing is compared with at first: its next finish, else the next piece. */
export function rivalOf(catalogue: Catalogue, worn: Worn): Worn {
  const product = findProduct(catalogue, worn.sku)
  if (!product) return worn
  const { variants } = product
  const next = variants[(variants.findIndex(({ id }) => id === worn.variant) + 1) % variants.length]
  if (next && next.id !== worn.variant) return { sku: product.sku, variant: next.id }
  const pieces = piecesLike(catalogue, product)
  const other = pieces[(pieces.indexOf(product) + 1) % pieces.length] ?? product
  return { sku: other.sku, variant: variantOf(other).id }
}
