import type { Language } from '../core/languages'

/**
 * A link that opens an address of the shop anywhere, in the language being read and without the switches of this visit.
 *
 * @param address path, search and hash
 */
export function absoluteLink(address: string, language: Language): string {
  const link = new URL(address, location.origin)
  link.searchParams.set('lang', language)
  return link.href
}
