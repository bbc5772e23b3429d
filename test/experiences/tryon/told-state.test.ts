import { describe, expect, it } from 'vitest'
import type { HeadFit } from '../../../src/experiences/tryon/fit/head-fit'
import { toldOf } from '../../../src/experiences/tryon/told-state'

const HAT = { kind: 'hat' } as Parameters<typeof toldOf>[0]
const head = (yaw: number) => ({ yaw, marks: { faceWidth: 0.14 } }) as HeadFit

describe('the turn of a head, in words', () => {
  it('is told from 20 degrees on, and until it is less than 12', () => {
    expect(toldOf(HAT, [head(15)], [], 'ahead').turned).toBe('ahead')
    expect(toldOf(HAT, [head(24)], [], 'ahead').turned).toBe('left')
    expect(toldOf(HAT, [head(15)], [], 'left').turned).toBe('left')
    expect(toldOf(HAT, [head(9)], [], 'left').turned).toBe('ahead')
    expect(toldOf(HAT, [head(-15)], [], 'left').turned).toBe('ahead')
    expect(toldOf(HAT, [head(-30)], [], 'left').turned).toBe('right')
  })

  it('is nobody’s when nobody is there', () => {
    expect(toldOf(HAT, [], [], 'left')).toMatchObject({ seen: false, count: 0, turned: 'ahead' })
  })
})
