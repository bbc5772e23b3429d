/** An amount of money, exact. */
export interface Money {
  /** Whole number of the currency's minor unit (cents for EUR, yen for JPY). */
  readonly minor: number
  /** ISO 4217 code, upper case. */
  readonly currency: string
}
