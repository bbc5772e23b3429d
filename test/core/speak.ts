import { readFileSync } from 'node:fs'
import type { Language } from '../../src/core/languages'
import { createMessages, type Messages } from '../../src/core/messages'

/** The real messages of a room; a missing key or value fails the test. */
export function speak(language: Language = 'en', room = 'core'): Messages {
  const file = new URL(`../../assets/messages/${language}/${room}.json`, import.meta.url)
  return createMessages(language, JSON.parse(readFileSync(file, 'utf8')), {
    onFault: (fault) => {
      throw new Error(`${fault.code} ${fault.key}: ${fault.cause}`)
    },
  })
}
