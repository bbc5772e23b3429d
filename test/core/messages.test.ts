import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it, vi } from 'vitest'
import { LANGUAGE_NAMES, LANGUAGES } from '../../src/core/languages'
import { createMessages, directionOf, type MessageFault, resolveLanguage } from '../../src/core/messages'

const dictionary = {
  plain: 'Look at it in 3D',
  'cart.count': '{count, plural, =0 {Nothing} one {One thing} other {# things}}',
  hello: 'Hello {name}',
  quote: "It''s {name}",
  broken: 'Hello {name',
}

describe('createMessages', () => {
  it('fills sentences in', () => {
    const messages = createMessages('en', dictionary)
    expect(messages('plain')).toBe('Look at it in 3D')
    expect(messages('hello', { name: 'Ada' })).toBe('Hello Ada')
    expect(messages('quote', { name: 'oak' })).toBe("It's oak")
    expect(messages('cart.count', { count: 1200 })).toBe('1,200 things')
  })

  it('takes messages parsed when the app was built', () => {
    const messages = createMessages('en', { 'cart.count': parse(dictionary['cart.count']) })
    expect(messages('cart.count', { count: 1 })).toBe('One thing')
  })

  it("uses each language's own plurals and digits", () => {
    const arabic = '{n, plural, zero {لا شيء} one {واحد} two {اثنان} few {قليل} many {كثير} other {غير ذلك}}'
    const messages = createMessages('ar', { n: arabic })
    expect([0, 1, 2, 3, 11, 100].map((n) => messages('n', { n }))).toEqual([
      'لا شيء',
      'واحد',
      'اثنان',
      'قليل',
      'كثير',
      'غير ذلك',
    ])
  })

  it('falls back to English, then to the key, and reports each once', () => {
    const onFault = vi.fn<(fault: MessageFault) => void>()
    const messages = createMessages('es', {}, { fallback: dictionary, onFault })
    expect(messages('hello', { name: 'Ada' })).toBe('Hello Ada')
    expect(messages('hello', { name: 'Bob' })).toBe('Hello Bob')
    expect(messages('none')).toBe('none')
    expect(messages('none')).toBe('none')
    expect(onFault.mock.calls.map(([{ code, key }]) => [code, key])).toEqual([
      ['missing-key', 'hello'],
      ['missing-key', 'none'],
    ])
  })

  it('survives a broken message and a missing value', () => {
    const onFault = vi.fn<(fault: MessageFault) => void>()
    const messages = createMessages('en', dictionary, { onFault })
    expect(messages('broken', { name: 'Ada' })).toBe('broken')
    expect(messages('hello')).toBe('hello')
    expect(messages('hello', { name: 'Ada' })).toBe('Hello Ada')
    expect(onFault.mock.calls.map(([{ code }]) => code)).toEqual(['bad-message', 'bad-message'])
  })

  it.each(['toString', 'constructor', '__proto__'])('does not take %s for a message', (key) => {
    expect(createMessages('en', dictionary, { onFault: () => undefined })(key)).toBe(key)
  })
})

describe('languages', () => {
  it.each([
    [{ asked: 'ar', stored: 'es', preferred: ['zh'] }, 'ar'],
    [{ asked: 'xx', stored: 'es', preferred: ['zh'] }, 'es'],
    [{ asked: null, stored: undefined, preferred: ['de-DE', 'zh-Hant-TW', 'en'] }, 'zh'],
    [{ preferred: ['ES_mx'] }, 'es'],
    [{ preferred: [] }, 'en'],
    [{}, 'en'],
  ])('%j is shown %s', (hints, language) => {
    expect(resolveLanguage(hints)).toBe(language)
  })

  it('knows which way each is written', () => {
    expect(LANGUAGES.map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'rtl'])
    expect(Object.keys(LANGUAGE_NAMES)).toEqual(LANGUAGES)
  })
})
