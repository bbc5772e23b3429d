import type { Dimensions } from './dimensions'
import type { Language } from './languages'
import type { Messages } from './messages'

/** Unit a length is shown in. */
export type LengthUnit = 'cm' | 'in' | 'm'

const UNITS: Readonly<Record<LengthUnit, { intl: string; metres: number }>> = {
  cm: { intl: 'centimeter', metres: 0.01 },
  in: { intl: 'inch', metres: 0.0254 },
  m: { intl: 'meter', metres: 1 },
}

/** Eighths of an inch, as a tape measure and American shops have them. */
const EIGHTHS = ['', '⅛', '¼', '⅜', '½', '⅝', '¾', '⅞'] as const

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(
  language: Language,
  digits: number,
  unit?: LengthUnit,
  display: 'short' | 'long' = 'short',
) {
  const key = `${language} ${digits} ${unit} ${display}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(language, {
      minimumFractionDigits: unit === 'm' ? digits : 0,
      maximumFractionDigits: digits,
      ...(unit ? { style: 'unit', unit: UNITS[unit].intl, unitDisplay: display } : {}),
    })
    formatters.set(key, formatter)
  }
  return formatter
}

/**
 * Digits a tape measure would justify: centimetres to the millimetre, or to a tenth of one under 1 cm;
 * inches to a tenth, or a hundredth under 1 in; metres to the centimetre.
 */
function digitsFor(amount: number, unit: LengthUnit): number {
  if (unit === 'm') return 2
  return Math.abs(amount) < 1 ? 2 : 1
}

/** Whole inches and eighths (`29⅛`), or undefined where the length is too small for eighths to be honest. */
function inEighths(inches: number): string | undefined {
  if (inches < 1) return undefined
  const eighths = Math.round(inches * 8)
  return `${formatterOf('en', 0).format(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8] ?? ''}`
}

/**
 * A length as a shop writes it: `74 cm`, `2.8 cm`, `٧٤ سم`, `29⅛ in`.
 *
 * Inches are fractions in English, whose readers' tapes have them, and decimals elsewhere.
 *
 * @param metres length, metres
 */
export function formatLength(metres: number, language: Language, unit: LengthUnit = 'cm'): string {
  const amount = metres / UNITS[unit].metres
  if (unit === 'in' && language === 'en') {
    const fraction = inEighths(amount)
    if (fraction) return `${fraction} in`
  }
  return formatterOf(language, digitsFor(amount, unit), unit).format(amount)
}

/** A length with its unit in full, for a screen reader: `74 centimeters`, `74 centímetros`. */
export function spokenLength(metres: number, language: Language, unit: LengthUnit = 'cm'): string {
  const amount = metres / UNITS[unit].metres
  return formatterOf(language, digitsFor(amount, unit), unit, 'long').format(amount)
}

/** Width × height × depth with the unit once, at the end: `74 × 80 × 78 cm`, `29⅛ × 31½ × 30¾ in`. */
export function formatDimensions(
  dimensions: Dimensions,
  language: Language,
  unit: LengthUnit = 'cm',
): string {
  const number = (metres: number) => {
    const amount = metres / UNITS[unit].metres
    const fraction = unit === 'in' && language === 'en' ? inEighths(amount) : undefined
    return fraction ?? formatterOf(language, digitsFor(amount, unit)).format(amount)
  }
  const { width, height, depth } = dimensions
  return `${number(width)} × ${number(height)} × ${formatLength(depth, language, unit)}`
}

/** The size as a sentence for a screen reader, which would read `×` as "times" or not at all. */
export function spokenDimensions(
  dimensions: Dimensions,
  language: Language,
  messages: Messages,
  unit: LengthUnit = 'cm',
): string {
  return messages('dimensions.spoken', {
    width: spokenLength(dimensions.width, language, unit),
    height: spokenLength(dimensions.height, language, unit),
    depth: spokenLength(dimensions.depth, language, unit),
  })
}

/** An area in square metres, `0.58 m²` in the language's digits. `Intl` has no unit for areas. */
export function formatArea(squareMetres: number, language: Language, messages: Messages): string {
  return messages('dimensions.area', { area: formatterOf(language, 2).format(squareMetres) })
}
