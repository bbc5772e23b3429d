import { type Language, resolveLanguage } from '../core/languages'

/** Name of the cookie that keeps the shopper's choice, so that the server can answer in it at once. */
const COOKIE = 'lang'
const YEAR_S = 31_536_000

/** The kept choice inside a cookie string (`document.cookie`), whatever it says. */
export function keptLanguage(cookie: string): string | undefined {
  return cookie
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1]
}

/** The language this page should be in. */
export function wantedLanguage(): Language {
  return resolveLanguage({
    asked: new URLSearchParams(location.search).get('lang'),
    stored: keptLanguage(document.cookie),
    preferred: navigator.languages,
  })
}

/** Keeps the choice for a year, and in the address where the address names one. */
export function keepLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Safari or Firefox ESR
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`
  const address = new URL(location.href)
  if (!address.searchParams.has('lang')) return
  address.searchParams.set('lang', language)
  history.replaceState(history.state, '', address)
}
