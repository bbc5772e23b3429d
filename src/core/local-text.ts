/** A language of the interface, as a BCP 47 primary tag. */
export type Language = 'en' | 'zh' | 'es' | 'ar'

/** Text of a merchant in one or more languages. English is the fallback and is required. */
export type LocalText = { readonly en: string } & { readonly [language in Language]?: string }
