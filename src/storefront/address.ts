import type { Sku, VariantId } from '../core/product'

/** What an address of the shop asks for. */
export type Route =
  | { readonly page: 'catalogue' }
  | { readonly page: 'product'; readonly sku: Sku }
  | { readonly page: 'try'; readonly sku: Sku }
  | { readonly page: 'cart' }
  | { readonly page: 'file' }
  | { readonly page: 'room' }
  | { readonly page: 'missing' }

/** Search parameters that belong to the visit rather than to a page, so every link carries them on. */
const SWITCHES = ['lang', 'xr', 'stats', 'tier'] as const

/** The page that `pathname` (with its leading slash) asks for. */
export function routeOf(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '')
  if (parts.length === 0) return { page: 'catalogue' }
  const [first, second] = parts
  if (second && parts.length === 2) {
    const sku = decodeURIComponent(second)
    if (first === 'p') return { page: 'product', sku }
    if (first === 'try') return { page: 'try', sku }
  }
  if (parts.length === 1 && (first === 'file' || first === 'room' || first === 'cart')) return { page: first }
  return { page: 'missing' }
}

/** Whether two paths lead to one page, however they are written. */
export function isSamePage(one: string, other: string): boolean {
  return JSON.stringify(routeOf(one)) === JSON.stringify(routeOf(other))
}

/** Path and search of a product, standing in one variant. */
export function productAddress(sku: Sku, variant?: VariantId): string {
  const path = `/p/${encodeURIComponent(sku)}`
  return variant ? `${path}?v=${encodeURIComponent(variant)}` : path
}

/** Path and search of the page where a product is tried on, in one variant. */
export function tryAddress(sku: Sku, variant?: VariantId): string {
  const path = `/try/${encodeURIComponent(sku)}`
  return variant ? `${path}?v=${encodeURIComponent(variant)}` : path
}

/** Path and search of the catalogue. */
export function catalogueAddress(asked: { readonly kind?: string; readonly words?: string } = {}): string {
  const search = new URLSearchParams()
  if (asked.kind) search.set('kind', asked.kind)
  if (asked.words) search.set('q', asked.words)
  return search.size > 0 ? `/?${search}` : '/'
}

/** `address` (path, search and hash) with the switches of the present `search` carried on. */
export function withSwitches(address: string, search: string): string {
  const present = new URLSearchParams(search)
  const [before = '/', ...hash] = address.split('#')
  const [path = '/', own = ''] = before.split('?')
  const end = hash.length > 0 ? `#${hash.join('#')}` : ''
  const next = new URLSearchParams(own)
  for (const name of SWITCHES) {
    const value = present.get(name)
    if (value !== null && !next.has(name)) next.set(name, value)
  }
  const text = next.toString().replace(/=(?=&|$)/g, '')
  return (text ? `${path}?${text}` : path) + end
}
