import type { Product, Worn } from './product'
import type { Wear } from './wear'

/** What is worn where. Nothing is known yet of necks and feet. */
const BY_PLACE: Readonly<Partial<Record<Worn, Wear['kind']>>> = {
  face: 'eyewear',
  head: 'hat',
  ear: 'earring',
  wrist: 'watch',
  finger: 'ring',
}

/** Id of the catalogue's kind whose products are put on the face although they stand on a table. */
const MAKEUP_KIND = 'make-up'

/**
 * As what a product is tried on, from the catalogue alone, before its file is fetched; undefined for what is not worn. The file then says the rest
 * (`wear.ts`).
 */
export function tryOnKind(product: Product): Wear['kind'] | undefined {
  if ('worn' in product.situation) return BY_PLACE[product.situation.worn]
  return product.kind === MAKEUP_KIND ? 'makeup' : undefined
}
