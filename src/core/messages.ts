import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from './languages'

export { directionOf, resolveLanguage } from './languages'

/** One message: ICU MessageFormat text, or the same already parsed when the app was built. */
export type Message = string | MessageFormatElement[]

/** The messages of one language: `fault.truncated` -> text. */
export type Dictionary = Readonly<Record<string, Message>>

/**
 * Looks a sentence up and fills it in.
 *
 * A key or a value that is missing must not take a page down: the reader gets the English sentence, or the key
 * itself, and the fault is reported once.
 */
export type Messages = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** A mistake in the message files or in how they are called. */
export interface MessageFault {
  readonly code: 'missing-key' | 'bad-message'
  readonly key: string
  readonly language: Language
  readonly cause?: unknown
}

export interface MessagesOptions {
  /** English, for keys that this language lacks. */
  readonly fallback?: Dictionary
  /** Told once for each key; by default a console warning. Tests pass a function that throws. */
  readonly onFault?: (fault: MessageFault) => void
}

/** A message without any of ICU's syntax is its own result: most are, and they skip the formatter. */
const PLAIN = /^[^{}'<#]*$/

/** The message function of one language. Formatters are made at first use and kept. */
export function createMessages(
  language: Language,
  dictionary: Dictionary,
  options: MessagesOptions = {},
): Messages {
  const onFault = options.onFault ?? warn
  const formatters = new Map<string, IntlMessageFormat | string>()
  const reported = new Set<string>()

  const report = (code: MessageFault['code'], key: string, cause?: unknown) => {
    if (reported.has(key)) return
    reported.add(key)
    onFault({ code, key, language, cause })
  }

  const formatterOf = (key: string): IntlMessageFormat | string => {
    let message = Object.hasOwn(dictionary, key) ? dictionary[key] : undefined
    let spoken: Language = language
    if (message === undefined) {
      report('missing-key', key)
      message = options.fallback && Object.hasOwn(options.fallback, key) ? options.fallback[key] : undefined
      spoken = 'en'
    }
    if (message === undefined) return key
    if (typeof message === 'string' && PLAIN.test(message)) return message
    return new IntlMessageFormat(message, spoken)
  }

  return (key, values) => {
    try {
      let formatter = formatters.get(key)
      if (formatter === undefined) {
        formatter = formatterOf(key)
        formatters.set(key, formatter)
      }
      if (typeof formatter === 'string') return formatter
      const text = formatter.format(values)
      return Array.isArray(text) ? text.join('') : String(text)
    } catch (cause) {
      report('bad-message', key, cause)
      return key
    }
  }
}

function warn(fault: MessageFault): void {
  console.warn(`messages: ${fault.code} "${fault.key}" in ${fault.language}`, fault.cause ?? '')
}
