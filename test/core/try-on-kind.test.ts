import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { tryOnKind } from '../../src/core/try-on-kind'

const catalogue = JSON.parse(
  readFileSync(new URL('../../assets/catalogue.json', import.meta.url), 'utf8'),
) as Catalogue
const kindOf = (sku: string) => catalogue.products.filter((one) => one.sku === sku).map(tryOnKind)[0]

it.each([
  ['round-glasses', 'eyewear'],
  ['felt-hat', 'hat'],
  ['hoop-earrings', 'earring'],
  ['field-watch', 'watch'],
  ['signet-ring', 'ring'],
  ['blush', 'makeup'],
  ['lounge-chair', undefined],
  ['sneakers', undefined],
])('%s is tried on as %s', (sku, kind) => {
  expect(kindOf(sku)).toBe(kind)
})
