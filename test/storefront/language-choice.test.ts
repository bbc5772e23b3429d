import { expect, it } from 'vitest'
import { keptLanguage } from '../../src/storefront/language-choice'

it('finds the kept language among other cookies', () => {
  expect(keptLanguage('a=1; lang=ar; slang=es')).toBe('ar')
  expect(keptLanguage('slang=es')).toBeUndefined()
  expect(keptLanguage('')).toBeUndefined()
})
