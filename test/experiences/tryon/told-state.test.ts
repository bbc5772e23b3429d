import { describe, expect, it } from 'vitest'
import type { HeadFit } from '../../../src/experiences/tryon/fit/head-fit'
import { toldOf } from '../../../src/experiences/tryon/told-state'

const HAT = { kind: 'hat' } as Parameters<typeof toldOf>[0]
const head = (yaw: number, distance = 0.5) =>
  ({
    yaw,
    marks: { faceWidth: 0.14 },
    pose: { position: Float64Array.of(0, 0, -distance), quaternion: Float64Array.of(0, 0, 0, 1) },
    pd: { value: 0.0621, uncertainty: 0.003 },
  }) as unknown as HeadFit

it('tells measures of a face, but not of one that is too small in the picture', () => {
  const glasses = { kind: 'eyewear', frameWidth: 0.14 } as Parameters<typeof toldOf>[0]
  expect(toldOf(glasses, [head(0)], [], 'ahead')).toMatchObject({
    seen: true,
    pupils: { value: 0.062, uncertainty: 0.003 },
    frameFit: 'good',
  })
  const far = toldOf(glasses, [head(0, 1.6)], [], 'ahead')
  expect(far).toMatchObject({ seen: true, pupils: undefined, frameFit: undefined })
})

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
