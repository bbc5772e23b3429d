import { isLanguage } from '../core/languages'

/**
 * The address of a page that was asked for in the folder of a language (`/es/p/vase`), where a build keeps that page's HTML: a page's own address has no
 * language in its path. Undefined for every other address.
 *
 * @param address path, search and hash
 */
export function withoutLanguageFolder(address: string): string | undefined {
  const [, folder, rest = ''] = /^\/([a-z]{2})(?=[/?#]|$)(.*)$/s.exec(address) ?? []
  if (!isLanguage(folder)) return undefined
  const { pathname, searchParams, hash } = new URL(`http://shop/${rest.replace(/^\/+/, '')}`)
  const path = pathname.replace(/(index\.html|\/+)$/, '').replace(/\/+$/, '') || '/'
  // What the address asks in words outweighs where it was found.
  if (!searchParams.has('lang')) searchParams.set('lang', folder)
  return `${path}?${searchParams}${hash}`
}

/**
 * A static host, which knows nothing of languages, and Vite's own server answer `/es/p/vase` with the page as it is: then its address is put right, before
 * anything reads it.
 */
export function leaveLanguageFolder(): void {
  const address = withoutLanguageFolder(location.pathname + location.search + location.hash)
  if (address) history.replaceState(history.state, '', address)
}
