import { describe, expect, it } from 'vitest'
import { formatMoney, isCurrency, majorOf, minorDigits, timesMoney, totalsOf } from '../../src/core/money'

describe('money', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i digits', (currency, digits) => expect(minorDigits(currency)).toBe(digits))

  it.each([
    [{ minor: 64_900, currency: 'EUR' }, 'en', '€649'],
    [{ minor: 64_900, currency: 'EUR' }, 'es', '649 €'],
    [{ minor: 64_950, currency: 'EUR' }, 'en', '€649.50'],
    [{ minor: 64_900, currency: 'JPY' }, 'en', '¥64,900'],
    [{ minor: 1_234, currency: 'KWD' }, 'en', 'KWD 1.234'],
    [{ minor: 129_950, currency: 'CNY' }, 'zh', '¥1,299.50'],
  ] as const)('%j in %s is %s', (money, language, text) => {
    expect(formatMoney(money, language).replaceAll('\u00a0', ' ')).toBe(text)
  })

  it('adds exactly, one sum for each currency', () => {
    const tenCents = Array.from({ length: 1000 }, () => ({ minor: 10, currency: 'EUR' }))
    expect(totalsOf([...tenCents, { minor: 5, currency: 'JPY' }])).toEqual([
      { minor: 10_000, currency: 'EUR' },
      { minor: 5, currency: 'JPY' },
    ])
    expect(timesMoney({ minor: 1999, currency: 'EUR' }, 3)).toEqual({ minor: 5997, currency: 'EUR' })
    expect(majorOf({ minor: 5997, currency: 'EUR' })).toBe(59.97)
  })

  it.each([
    ['EUR', true],
    ['eur', false],
    ['EURO', false],
    ['QQQ', false],
    ['', false],
  ])('%j is a currency: %s', (code, is) => expect(isCurrency(code)).toBe(is))
})
