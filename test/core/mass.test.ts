import { describe, expect, it } from 'vitest'
import { formatMass } from '../../src/core/mass'

describe('formatMass', () => {
  it.each([
    [9.84, 'en', '9.8 kg'],
    [1, 'en', '1 kg'],
    [0.3404, 'en', '340 g'],
    [0.0042, 'en', '4.2 g'],
    [0.34, 'es', '340 g'],
    [0.34, 'zh', '340 g'],
  ] as const)('%s kg in %s is %s', (kilograms, language, written) => {
    expect(formatMass(kilograms, language)).toBe(written)
  })
})
