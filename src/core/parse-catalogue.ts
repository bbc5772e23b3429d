import * as v from 'valibot'
import type { Catalogue } from './catalogue'
import { type CatalogueFault, type FaultCode, faultOf, oneEachPath } from './catalogue-fault'
import { checkReferences } from './catalogue-references'
import { isCurrency } from './money'
import { isSku } from './sku'

/** Longest edge a product may declare, metres. */
export const LONGEST_EDGE = 30

// A schema's message is the code of its fault, so that a sentence in any language can be made of it.
const code = (name: FaultCode): FaultCode => name

/** An array is no object here, though JavaScript says so. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * An object with these keys and no others. A missing key is reported as what it should have been ("expected a
 * price"), and every unknown key is reported, where valibot's own strict object stops at the first.
 */
function shape<const E extends v.ObjectEntries>(
  entries: E,
  name: FaultCode = 'object',
  unknown: FaultCode = 'unknownKey',
) {
  const missing = (issue: { expected: string | null }): FaultCode => {
    const key = (issue.expected ?? '').replaceAll('"', '')
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined
    return (entry as { message?: FaultCode } | undefined)?.message ?? name
  }
  return v.pipe(
    v.custom<Record<string, unknown>>(isObject, name),
    v.looseObject(entries, missing),
    v.rawCheck(({ dataset, addIssue }) => {
      const input: unknown = dataset.value
      if (typeof input !== 'object' || input === null) return
      for (const [key, value] of Object.entries(input)) {
        if (Object.hasOwn(entries, key)) continue
        addIssue({
          message: unknown,
          input: value,
          expected: Object.keys(entries).join(' '),
          path: [{ type: 'object', origin: 'key', input: input as Record<string, unknown>, key, value }],
        })
      }
    }),
  )
}

const text = v.pipe(v.string(code('text')), v.regex(/\S/, code('text')))
const id = v.pipe(v.string(code('sku')), v.check(isSku, code('sku')))
const localText = shape(
  { en: text, zh: v.exactOptional(text), es: v.exactOptional(text), ar: v.exactOptional(text) },
  'localText',
  'language',
)
const metres = v.pipe(
  v.number(code('metres')),
  v.check((n) => Number.isFinite(n) && n > 0 && n < LONGEST_EDGE, code('metres')),
)
const positive = v.pipe(
  v.number(code('positive')),
  v.check((n) => Number.isFinite(n) && n > 0, code('positive')),
)
const wholeNumber = v.pipe(
  v.number(code('wholeNumber')),
  v.check((n) => Number.isSafeInteger(n) && n >= 0, code('wholeNumber')),
)

/** A path inside the catalogue's folder: no scheme, no leading slash, no `..`, nothing an address would read otherwise. */
function isInside(path: string): boolean {
  return /^[\w.@+-]+(\/[\w.@+-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part))
}
const file = (extensions: RegExp, name: FaultCode) =>
  v.pipe(
    v.string(name),
    v.check((path) => isInside(path) && extensions.test(path), name),
  )

const STANDS = ['floor', 'wall', 'table', 'ceiling'] as const
const WORN = ['face', 'head', 'ear', 'neck', 'wrist', 'finger', 'foot'] as const
const situation = v.union(
  [v.strictObject({ on: v.picklist(STANDS) }), v.strictObject({ worn: v.picklist(WORN) })],
  code('situation'),
)

const variant = shape({
  id,
  name: localText,
  materialVariant: text,
  swatch: v.pipe(v.string(code('colour')), v.regex(/^#[0-9a-f]{6}$/i, code('colour'))),
  price: shape({
    minor: wholeNumber,
    currency: v.pipe(v.string(code('currency')), v.check(isCurrency, code('currency'))),
  }),
  poster: file(/\.(webp|avif|png|jpe?g)$/i, code('pictureFile')),
  usdz: v.exactOptional(file(/\.usdz$/i, code('usdzFile'))),
  sceneViewerGlb: v.exactOptional(file(/\.glb$/i, code('glbFile'))),
})

const kilograms = v.pipe(
  v.number(code('notNegative')),
  v.check((n) => Number.isFinite(n) && n >= 0, code('notNegative')),
)
const footprint = shape({
  basis: v.picklist(['example', 'declared'], code('footprintBasis')),
  stages: shape({
    materials: kilograms,
    making: kilograms,
    transport: kilograms,
    use: kilograms,
    endOfLife: kilograms,
  }),
})

const product = shape({
  sku: id,
  name: localText,
  summary: localText,
  kind: text,
  situation,
  dimensions: shape({ width: metres, height: metres, depth: metres }),
  model: shape({ glb: file(/\.glb$/i, code('glbFile')), bytes: wholeNumber }),
  variants: v.pipe(v.array(variant, code('list')), v.minLength(1, code('atLeastOne'))),
  facts: shape({
    materials: v.array(localText, code('list')),
    care: localText,
    massKg: v.exactOptional(positive),
    madeIn: v.exactOptional(v.pipe(v.string(code('country')), v.regex(/^[A-Z]{2}$/, code('country')))),
    footprint: v.exactOptional(footprint),
  }),
})

const catalogue = shape({
  version: v.literal(1, code('version')),
  name: localText,
  kinds: v.array(shape({ id, name: localText }), code('list')),
  products: v.array(product, code('list')),
})

/** A catalogue, or everything that is wrong with it, in the order of the file. */
export type ParsedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] }

/**
 * Checks a catalogue read from JSON. Reports every fault, each with the path to the value, the value, and what was
 * expected; `catalogueFaultText` makes a sentence of one. Keys it does not know are faults too: a misspelt
 * optional key would otherwise be lost in silence.
 */
export function parseCatalogue(json: unknown): ParsedCatalogue {
  const result = v.safeParse(catalogue, json)
  const faults = [...(result.issues ?? []).map(faultOf), ...checkReferences(json)]
  if (!result.success || faults.length > 0) return { ok: false, faults: oneEachPath(faults) }
  return { ok: true, catalogue: result.output as Catalogue }
}

/** The same from the file's text: what is not JSON is one fault more. */
export function parseCatalogueText(text: string): ParsedCatalogue {
  try {
    return parseCatalogue(JSON.parse(text))
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return { ok: false, faults: [{ code: 'json', path: '', found, detail: {} }] }
  }
}
