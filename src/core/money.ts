import type { Language } from './languages'

/** An amount of money, exact. */
export interface Money {
  /** Whole number of the currency's minor unit (cents for EUR, yen for JPY). */
  readonly minor: number
  /** ISO 4217 code, upper case. */
  readonly currency: string
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(currency: string, language: Language): Intl.NumberFormat {
  const key = `${language} ${currency}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    })
    formatters.set(key, formatter)
  }
  return formatter
}

/** Digits after the point in a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return formatterOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
}

/** Amount in the currency's main unit: 64900 EUR cents -> 649. For display and analytics, never for sums. */
export function majorOf(money: Money): number {
  return money.minor / 10 ** minorDigits(money.currency)
}

/** A price as the language writes it, whole amounts without zeros: `€649`, `649 €`, `€649.50`, `JP¥64,900`. */
export function formatMoney(money: Money, language: Language): string {
  return formatterOf(money.currency, language).format(majorOf(money))
}

/** An amount a whole number of times. */
export function timesMoney(money: Money, quantity: number): Money {
  return { minor: money.minor * quantity, currency: money.currency }
}

/** Sums of amounts, one for each currency among them, in order of first appearance. Exact. */
export function totalsOf(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, number>()
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor)
  return [...totals].map(([currency, minor]) => ({ minor, currency }))
}

let currencies: ReadonlySet<string> | undefined

/** Whether a code is a currency this runtime knows. Runtimes without the list accept any three capital letters. */
export function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false
  currencies ??= new Set(
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : [],
  )
  return currencies.size === 0 || currencies.has(code)
}
