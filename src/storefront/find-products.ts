import type { Product } from '../core/product'

/**
 * A text as a shopper would type it: lower case, without diacritics, Arabic letters in one form,
 * full-width forms narrowed.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0649/g, '\u064a')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every word a product can be found by, in all its languages. */
function wordsOf(product: Product): string {
  const texts = [
    product.name,
    product.summary,
    ...product.facts.materials,
    ...product.variants.map((variant) => variant.name),
  ]
  return fold([product.sku, ...texts.flatMap((text) => Object.values(text))].join(' '))
}

/**
 * Products of a kind (all when it is empty) whose texts hold every one of the words, in the order of the catalogue.
 * Words match from anywhere inside a text, in any language, whatever the language of the page.
 */
export function findProducts(
  products: readonly Product[],
  asked: { readonly kind?: string; readonly words?: string },
): readonly Product[] {
  const words = fold(asked.words ?? '')
    .split(' ')
    .filter((word) => word !== '')
  return products.filter((product) => {
    if (asked.kind && product.kind !== asked.kind) return false
    if (words.length === 0) return true
    const text = wordsOf(product)
    return words.every((word) => text.includes(word))
  })
}
