import { expect, it } from 'vitest'
import { suspectUnits } from '../../src/storefront/implausible-size'

it.each([
  [0.74, undefined],
  [11.9, undefined],
  [29.1, 'inches'],
  [74, 'centimetres'],
  [740, 'millimetres'],
  [0.00074, 'smaller-than-metres'],
])('a longest side of %d m suggests %s', (width, unit) => {
  expect(suspectUnits({ width, height: width / 2, depth: width / 3 })).toBe(unit)
})
