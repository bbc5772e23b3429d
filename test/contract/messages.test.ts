import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../src/core/languages'

const ROOT = join(import.meta.dirname, '../../assets/messages')

function dictionary(language: Language, room: string): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, language, `${room}.json`), 'utf8'))
}

/** The names of a message's arguments with their kind: a number formatted as text would lose its digits. */
function argumentsOf(elements: readonly MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    found.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) argumentsOf(option.value, found)
    }
    if (element.type === TYPE.tag) argumentsOf(element.children, found)
  }
  return found
}

/** The plural forms a language needs for whole numbers; a missing one shows the wrong words to someone. */
function missingForms(elements: readonly MessageFormatElement[], language: Language): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  // Spanish and others use `many` for millions alone; `other` reads well there.
  const wanted = language === 'ar' ? needed : needed.filter((category) => category !== 'many')
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const options = Object.keys(element.options)
    const missing =
      element.type === TYPE.plural && element.pluralType !== 'ordinal'
        ? wanted.filter((category) => !options.includes(category))
        : []
    return [
      ...missing,
      ...Object.values(element.options).flatMap(({ value }) => missingForms(value, language)),
    ]
  })
}

const rooms = readdirSync(join(ROOT, 'en'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))

describe('message files', () => {
  it('are the same rooms in every language', () => {
    for (const language of LANGUAGES) {
      const files = readdirSync(join(ROOT, language)).sort()
      expect(files, language).toEqual(rooms.map((room) => `${room}.json`).sort())
    }
  })

  it('give each key to one room, so that an app may merge them', () => {
    const owner = new Map<string, string>()
    const shared: string[] = []
    for (const room of rooms) {
      for (const key of Object.keys(dictionary('en', room))) {
        const other = owner.get(key)
        if (other) shared.push(`${key}: ${other} and ${room}`)
        owner.set(key, room)
      }
    }
    expect(shared).toEqual([])
  })

  describe.each(rooms)('%s', (room) => {
    const english = dictionary('en', room)

    it.each(LANGUAGES)('says the same in %s', (language) => {
      const other = dictionary(language, room)
      expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort())
      for (const [key, text] of Object.entries(other)) {
        const elements = parse(text)
        expect(text.trim(), `${language} ${key} is empty`).not.toBe('')
        expect([...argumentsOf(elements)].sort(), `${language} ${key}`).toEqual(
          [...argumentsOf(parse(english[key] ?? ''))].sort(),
        )
        expect(missingForms(elements, language), `${language} ${key}: plural forms`).toEqual([])
      }
    })

    it.each(LANGUAGES.filter((language) => language !== 'en'))('is translated into %s', (language) => {
      const other = dictionary(language, room)
      // Long sentences that are the same in two languages were forgotten; names, units and codes may be.
      const same = Object.keys(english).filter((key) => {
        const words = english[key]?.split(/\s+/).length ?? 0
        return words >= 4 && other[key] === english[key]
      })
      expect(same).toEqual([])
    })
  })
})
