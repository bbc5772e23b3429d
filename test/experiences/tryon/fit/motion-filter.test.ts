import { describe, expect, it } from 'vitest'
import { HEAD_FILTER } from '../../../../src/experiences/tryon/fit/face-track'
import { MotionFilter } from '../../../../src/experiences/tryon/fit/motion-filter'
import { seeded } from '../../../core/seeded'
import { normal } from './synthetic-face'

const FRAME = 1 / 30

/** Filters a turn, whose first angle is told, frame by frame; gives the first angle as shown. */
function follow(measured: readonly number[], others: () => number = () => 0): number[] {
  const filter = new MotionFilter(3, HEAD_FILTER.turn)
  const shown = [measured[0] ?? 0, 0, 0]
  const add = (change: Float64Array) => {
    for (let k = 0; k < 3; k++) shown[k] = (shown[k] ?? 0) + (change[k] ?? 0)
  }
  return measured.map((value, i) => {
    if (i > 0) {
      add(filter.predict(FRAME))
      add(filter.correct([value, others(), others()].map((seen, k) => seen - (shown[k] ?? 0))))
    }
    return shown[0] ?? 0
  })
}

describe('a filter of motion', () => {
  const { noise } = HEAD_FILTER.turn

  it('is not moved by one loud frame, and follows two that agree', () => {
    const still = Array.from({ length: 90 }, () => 0)
    const lone = follow([...still, 4 * noise, 0, 0, 0])
    expect(Math.max(...lone.map(Math.abs))).toBeLessThan(0.6 * noise)
    const moved = follow([...still, ...Array.from({ length: 6 }, () => 12 * noise)])
    expect(moved.at(-1)).toBeGreaterThan(10 * noise)
  })

  it('rests while measurements do not agree on a direction, and is on time in motion', () => {
    const { random, seed } = seeded(31)
    const loud = () => noise * normal(random)
    const rest = follow(Array.from({ length: 300 }, loud), loud).slice(60)
    expect(Math.hypot(...rest) / Math.sqrt(rest.length), `seed ${seed}`).toBeLessThan(0.35 * noise)
    // 20 degrees to either side in 4/3 seconds, as one who looks from side to side.
    const turn = (i: number) => 0.35 * Math.sin((2 * Math.PI * i) / 40)
    const seen = Array.from({ length: 200 }, (_, i) => turn(i) + 0.5 * noise * normal(random))
    const errors = follow(seen, loud)
      .slice(40)
      .map((value, i) => value - turn(i + 40))
    expect(Math.hypot(...errors) / Math.sqrt(errors.length), `seed ${seed}`).toBeLessThan(1.5 * noise)
  })
})
