/** Stock-keeping unit: lower-case letters, digits and single hyphens (`lounge-chair`), at most 64 characters. */
export type Sku = string

const GRAMMAR = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Longest sku or variant id, characters. */
export const SKU_LIMIT = 64

/** Whether a text can be an sku or a variant id: safe in an address, a file name and a room code. */
export function isSku(text: string): boolean {
  return text.length <= SKU_LIMIT && GRAMMAR.test(text)
}
