/** What a request says of its language. */
export interface LanguageHints {
  /** Value of `?lang=`. */
  readonly query?: string | undefined
  /** Value of the `lang` cookie, written by the storefront's language menu. */
  readonly cookie?: string | undefined
  /** The Accept-Language header. */
  readonly accept?: string | undefined
}

/**
 * The language to answer in: asked for in the address, else remembered, else the browser's preference,
 * else the first one offered.
 *
 * @param offered primary tags that were built, the fallback first (`['en', 'zh']`)
 */
export function chooseLanguage(offered: readonly string[], hints: LanguageHints): string | undefined {
  const known = (tag: string | undefined) => {
    const primary = tag?.toLowerCase().split('-')[0]
    return offered.find((language) => language === primary)
  }
  return known(hints.query) ?? known(hints.cookie) ?? preferred(hints.accept, known) ?? offered[0]
}

/** First known tag of an Accept-Language header by falling weight (RFC 9110, 12.5.4). */
function preferred(accept: string | undefined, known: (tag: string) => string | undefined) {
  return (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => known(tag))
    .find(Boolean)
}
