import type { Language } from '../../core/languages'
import { createMessages, type Dictionary, type Messages } from '../../core/messages'

/** Rooms whose sentences come with the pages that say them. */
export type LateRoom = 'tryon' | 'cart'

const loaded = new Map<string, { readonly dictionary: Dictionary; readonly messages: Messages }>()

/** Fetches a room's sentences in one language; rejects when they cannot be fetched. */
export async function loadLateMessages(room: LateRoom, language: Language): Promise<void> {
  const key = `${language}/${room}`
  if (loaded.has(key)) return
  const files = import.meta.glob<Dictionary>('/assets/messages/*/{tryon,cart}.json', { import: 'default' })
  const dictionary = (await files[`/assets/messages/${key}.json`]?.()) ?? {}
  loaded.set(key, { dictionary, messages: createMessages(language, dictionary) })
}

/** The shop's sentences and a room's own, once they have come; undefined before. */
export function lateMessages(room: LateRoom, language: Language, messages: Messages): Messages | undefined {
  const late = loaded.get(`${language}/${room}`)
  // By key, not by prefix: a few of a room's sentences are said on every page, and come with those.
  return (
    late && ((key, values) => (Object.hasOwn(late.dictionary, key) ? late.messages : messages)(key, values))
  )
}
