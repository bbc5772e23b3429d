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

const PLACEMENT = 'placement.'

/** The same, with the sentences of placement, which are fetched with it. */
export async function loadPlacementMessages(language: Language, messages: Messages): Promise<Messages> {
  const files = import.meta.glob<Dictionary>('/assets/messages/*/placement.json', { import: 'default' })
  const load = files[`/assets/messages/${language}/placement.json`]
  const placement = createMessages(language, load ? await load() : {})
  return (key, values) => (key.startsWith(PLACEMENT) ? placement : messages)(key, values)
}
