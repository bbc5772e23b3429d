import { describe, expect, it } from 'vitest'
import { agrees, floorArea } from '../../src/core/dimensions'
import { formatArea, formatDimensions, formatLength, spokenDimensions } from '../../src/core/length'
import { speak } from './speak'

const chair = { width: 0.74, height: 0.8, depth: 0.785 }

describe('lengths', () => {
  it.each([
    [0.74, 'en', 'cm', '74 cm'],
    [0.7412, 'en', 'cm', '74.1 cm'],
    [0.028, 'es', 'cm', '2,8 cm'],
    [0.0021, 'en', 'cm', '0.21 cm'],
    [0.74, 'zh', 'cm', '74厘米'],
    [2, 'en', 'm', '2.00 m'],
    [0.74, 'en', 'in', '29⅛ in'],
    [0.762, 'en', 'in', '30 in'],
    [0.7602, 'en', 'in', '29⅞ in'],
    [0.7619, 'en', 'in', '30 in'],
    [0.012, 'en', 'in', '0.47 in'],
    [0.74, 'es', 'in', '29,1 in'],
  ] as const)('%f m in %s %s is %s', (metres, language, unit, text) => {
    expect(formatLength(metres, language, unit)).toBe(text)
  })

  it('writes a size with its unit once', () => {
    expect(formatDimensions(chair, 'en')).toBe('74 × 80 × 78.5 cm')
    expect(formatDimensions(chair, 'en', 'in')).toBe('29⅛ × 31½ × 30⅞ in')
  })

  it('speaks a size in words', () => {
    expect(spokenDimensions(chair, 'en', speak())).toBe(
      '74 centimeters wide, 80 centimeters high, 78.5 centimeters deep',
    )
    expect(spokenDimensions(chair, 'es', speak('es'), 'm')).toBe(
      '0,74 metros de ancho, 0,80 metros de alto, 0,79 metros de fondo',
    )
  })

  it('measures the floor a product covers', () => {
    expect(floorArea(chair)).toBeCloseTo(0.5809)
    expect(formatArea(floorArea(chair), 'es', speak('es'))).toBe('0,58 m²')
  })
})

describe('agrees', () => {
  it.each([
    [chair, true],
    [{ ...chair, width: 0.74 * 1.0049 }, true],
    [{ ...chair, width: 0.74 * 1.0051 }, false],
    [{ ...chair, depth: 0.74 }, false],
    [{ ...chair, height: Number.NaN }, false],
  ])('%j: %s', (measured, is) => expect(agrees(measured, chair)).toBe(is))

  it('forgives what quantised positions cost a thin product', () => {
    const rug = { width: 2, height: 0.012, depth: 1.4 }
    expect(agrees({ ...rug, height: 0.01212 }, rug)).toBe(true)
    expect(agrees({ ...rug, height: 0.0125 }, rug)).toBe(false)
  })
})
