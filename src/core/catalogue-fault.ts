import type { BaseIssue } from 'valibot'
import type { Messages } from './messages'
import { nearest } from './nearest'

/** What was expected where a fault was found. Its words are `catalogue.expected.<code>` in the core messages. */
export type FaultCode =
  | 'json'
  | 'object'
  | 'list'
  | 'atLeastOne'
  | 'version'
  | 'text'
  | 'localText'
  | 'language'
  | 'unknownKey'
  | 'sku'
  | 'unique'
  | 'kind'
  | 'situation'
  | 'metres'
  | 'positive'
  | 'notNegative'
  | 'country'
  | 'footprintBasis'
  | 'wholeNumber'
  | 'currency'
  | 'colour'
  | 'glbFile'
  | 'usdzFile'
  | 'pictureFile'

/** A guess at what was meant. Its sentence is `catalogue.hint.<code>` in the core messages. */
export interface FaultHint {
  readonly code: 'centimetres' | 'millimetres' | 'didYouMean' | 'minorUnits'
  readonly detail: Readonly<Record<string, string | number>>
}

/** One thing wrong in a catalogue file. */
export interface CatalogueFault {
  readonly code: FaultCode
  /** Where, as a programmer would write it: `products[2].variants[0].price.currency`; empty for the whole file. */
  readonly path: string
  /** The value found, as JSON, cut to a readable length; empty where there is none. */
  readonly found: string
  readonly detail: Readonly<Record<string, string | number>>
  readonly hint?: FaultHint
}

/** A fault as a sentence: `products[0].price.currency: found "EURO", expected … . Did you mean …?` */
export function catalogueFaultText(fault: CatalogueFault, messages: Messages): string {
  if (fault.code === 'json') return messages('catalogue.notJson', { found: fault.found })
  const expected = messages(`catalogue.expected.${fault.code}`, fault.detail)
  const where = fault.path || messages('catalogue.wholeFile')
  const sentence = fault.found
    ? messages('catalogue.found', { path: where, found: fault.found, expected })
    : messages('catalogue.missing', { path: where, expected })
  return fault.hint
    ? `${sentence} ${messages(`catalogue.hint.${fault.hint.code}`, fault.hint.detail)}`
    : sentence
}

/** A fault from what valibot reports; the schemas' messages are {@link FaultCode}s. */
export function faultOf(issue: BaseIssue<unknown>): CatalogueFault {
  const keys = (issue.path ?? []).map((item) => item.key as string | number)
  const code = issue.message as FaultCode
  const found = foundText(issue.input)
  const hint = hintFor(code, issue.input, String(keys.at(-1)), issue.expected?.split(' ') ?? [])
  return { code, path: pathText(keys), found, detail: {}, ...(hint ? { hint } : {}) }
}

/** `['products', 2, 'sku']` -> `products[2].sku`; keys that are no identifiers are quoted. */
export function pathText(keys: readonly (string | number)[]): string {
  let path = ''
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`
    else if (!/^[\w$]+$/.test(key)) path += `[${JSON.stringify(key)}]`
    else path += path ? `.${key}` : key
  }
  return path
}

/** A value as JSON in at most 60 characters; empty for a value that is not there. */
export function foundText(value: unknown): string {
  if (value === undefined) return ''
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The first fault of each path: a second one says the same thing again. */
export function oneEachPath(faults: readonly CatalogueFault[]): CatalogueFault[] {
  const seen = new Set<string>()
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path))
}

function hintFor(
  code: FaultCode,
  input: unknown,
  key: string,
  known: readonly string[],
): FaultHint | undefined {
  if (code === 'metres' && typeof input === 'number' && Number.isFinite(input)) {
    // Furniture given as 74 or as 740: which unit would make it a thing one could carry through a door?
    if (input >= 300) return { code: 'millimetres', detail: { metres: rounded(input / 1000) } }
    if (input >= 30) return { code: 'centimetres', detail: { metres: rounded(input / 100) } }
  }
  if (code === 'wholeNumber' && key === 'minor' && typeof input === 'number' && input > 0) {
    return { code: 'minorUnits', detail: { minor: Math.round(input * 100) } }
  }
  if ((code === 'currency' || code === 'country' || code === 'sku') && typeof input === 'string') {
    const cased = code !== 'sku' ? input.toUpperCase() : input.toLowerCase().replace(/[\s_]+/g, '-')
    if (cased !== input) return { code: 'didYouMean', detail: { suggestion: cased } }
  }
  if (code === 'unknownKey') {
    const near = nearest(key, known)
    if (near) return { code: 'didYouMean', detail: { suggestion: near } }
  }
  return undefined
}

/** Division leaves digits such as 0.7405999999999999. */
function rounded(metres: number): number {
  return Number(metres.toFixed(4))
}
