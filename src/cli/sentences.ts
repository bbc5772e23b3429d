import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, resolveLanguage } from '../core/languages'
import { createMessages, type Dictionary, type Messages } from '../core/messages'

/** Rooms whose sentences the command line speaks. */
const ROOMS = ['core', 'engine', 'pipeline', 'cli'] as const

/** The language of `--lang`, else that of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const spoken = [env.LC_ALL, env.LC_MESSAGES, env.LANG].filter((locale) => locale !== undefined && locale !== '')
  return resolveLanguage({ asked, preferred: spoken.slice(0, 1) as string[] })
}

/** @param root folder of the toolkit */
export function loadSentences(root: string, language: Language): Messages {
  const load = (tongue: Language): Dictionary =>
    Object.assign({}, ...ROOMS.map((room) => JSON.parse(readFileSync(join(root, 'assets', 'messages', tongue, `${room}.json`), 'utf8'))))
  return createMessages(language, load(language), language === 'en' ? {} : { fallback: load('en') })
}
