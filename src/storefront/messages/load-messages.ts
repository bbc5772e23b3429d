import type { Language } from '../../core/languages'
import { createMessages, type Dictionary, type Messages } from '../../core/messages'

const CHUNKS: Readonly<Record<Language, () => Promise<{ dictionary: () => Dictionary }>>> = {
  en: () => import('./en'),
  zh: () => import('./zh'),
  es: () => import('./es'),
  ar: () => import('./ar'),
}

/** The message function of one language; rejects when its chunk cannot be fetched. */
export async function loadMessages(language: Language): Promise<Messages> {
  const { dictionary } = await CHUNKS[language]()
  return createMessages(language, dictionary())
}
