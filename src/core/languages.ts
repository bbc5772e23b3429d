/** A language of the interface, as a BCP 47 primary tag. */
export type Language = 'en' | 'zh' | 'es' | 'ar'

/** Every language the interface speaks, in the order a menu lists them. English is the fallback. */
export const LANGUAGES: readonly Language[] = ['en', 'zh', 'es', 'ar']

/** Each language's name for itself, as a language menu must show it to be found. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  zh: '中文',
  es: 'Español',
  ar: 'العربية',
}

/** The `dir` attribute of a page in this language. */
export type Direction = 'ltr' | 'rtl'

/** Writing direction of a language. */
export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** Whether a value names one of our languages, exactly. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}

/** What is known of the reader's language; each may be absent. */
export interface LanguageHints {
  /** The address's `?lang=`. */
  readonly asked?: string | null | undefined
  /** The choice this reader made before. */
  readonly stored?: string | null | undefined
  /** `navigator.languages`, most wanted first. */
  readonly preferred?: readonly string[] | undefined
}

/**
 * The language to show: what the address asks, else what the reader chose before, else the first of the
 * browser's languages we speak (`zh-Hant-TW` is served `zh`), else English.
 */
export function resolveLanguage(hints: LanguageHints): Language {
  for (const wanted of [hints.asked, hints.stored, ...(hints.preferred ?? [])]) {
    const primary = wanted?.toLowerCase().split(/[-_]/)[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}
