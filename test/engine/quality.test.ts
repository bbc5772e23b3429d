import { expect, test } from 'vitest'
import { QualityGovernor } from '../../src/engine/quality-governor'
import { FrameTimes } from '../../src/engine/stats'
import { chooseTier, TIERS } from '../../src/engine/tier'

const slow = (governor: QualityGovernor, frames: number) => {
  for (let i = 0; i < frames; i++) governor.note(0.05, 2)
}

test('slow frames lower the moving ratio, never the still one, never below the limit', () => {
  const governor = new QualityGovernor(TIERS.high)
  expect(governor.moving(2)).toBe(2)
  slow(governor, 8)
  expect(governor.moving(2)).toBeLessThan(2)
  expect(governor.still(2)).toBe(2)
  slow(governor, 200)
  expect(governor.moving(2)).toBe(TIERS.high.minPixelRatio)
})

test('a smooth turn earns a sharper next one', () => {
  const governor = new QualityGovernor(TIERS.high)
  slow(governor, 8)
  const lowered = governor.moving(2)
  governor.rest()
  expect(governor.moving(2)).toBe(lowered)
  for (let i = 0; i < 20; i++) governor.note(1 / 60, 2)
  governor.rest()
  expect(governor.moving(2)).toBeGreaterThan(lowered)
})

test('a screen below the limit is not drawn sharper than it is', () => {
  expect(new QualityGovernor(TIERS.high).still(1)).toBe(1)
  expect(new QualityGovernor(TIERS.low).still(3)).toBe(TIERS.low.maxPixelRatio)
})

test('tiers follow memory, cores and pointer', () => {
  expect(chooseTier({ memoryGb: undefined, cores: undefined, coarsePointer: false })).toBe('high')
  expect(chooseTier({ memoryGb: 8, cores: 8, coarsePointer: true })).toBe('medium')
  expect(chooseTier({ memoryGb: 2, cores: 8, coarsePointer: true })).toBe('low')
})

test('quantiles of the ring', () => {
  const times = new FrameTimes()
  expect(times.quantile(0.5)).toBe(0)
  for (let i = 1; i <= 1000; i++) times.add(i)
  expect(times.quantile(0.5)).toBeCloseTo(881)
  expect(times.quantile(0.95)).toBeCloseTo(989)
})
