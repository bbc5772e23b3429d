import { expect, it } from 'vitest'
import { footprintTotal } from '../../src/core/footprint'

it('a footprint is the sum of its stages', () => {
  const stages = { materials: 1.5, making: 2, transport: 0.25, use: 0, endOfLife: 0.25 }
  expect(footprintTotal({ basis: 'declared', stages })).toBe(4)
})
