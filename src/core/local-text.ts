import type { Language } from './languages'

export type { Language } from './languages'

/** Text of a merchant in one or more languages. English is the fallback and is required. */
export type LocalText = { readonly en: string } & { readonly [language in Language]?: string }

/** The text in a language, or in English where the merchant has not translated it. */
export function localText(text: LocalText, language: Language): string {
  return text[language] || text.en
}
