import { describe, expect, it } from 'vitest'
import { Pupils } from '../../../../src/experiences/tryon/fit/pupils'

/** Half a metre from the camera, 60 mm between pupils that look at it. */
const seen = (pupils: Pupils, frames: number, distance = 0.06, yaw = 0) => {
  for (let i = 0; i < frames; i++) pupils.see(distance, 0.5, yaw)
}

describe('the distance between pupils', () => {
  it('is that of somebody who looks far away: eyes that look at a camera converge', () => {
    const pupils = new Pupils()
    expect(pupils.tell(1, 0.04)).toBeUndefined()
    seen(pupils, 20)
    // Pupils lie 10.5 mm before the points that eyes turn about, so at half a metre they lack 10.5 / 500 of it.
    expect(pupils.tell(1, 0.04)?.value).toBeCloseTo(0.06 * (1 + 0.0105 / 0.5), 6)
    expect(pupils.tell(1.1, 0.04)?.value).toBeCloseTo(0.066 * (1 + 0.0105 / 0.5), 6)
  })

  it('stays as uncertain as the size of the head, however long one looks', () => {
    const pupils = new Pupils()
    seen(pupils, 500)
    const { value = 0, uncertainty = 0 } = pupils.tell(1, 0.04) ?? {}
    expect(uncertainty).toBeGreaterThanOrEqual(0.04 * value)
    expect(uncertainty).toBeLessThan(0.042 * value)
  })

  it('is not moved by glances, nor learned from the side', () => {
    const pupils = new Pupils()
    seen(pupils, 100)
    const { value: before = 0 } = pupils.tell(1, 0.04) ?? {}
    seen(pupils, 5, 0.066)
    seen(pupils, 50, 0.07, (30 * Math.PI) / 180)
    expect(Math.abs((pupils.tell(1, 0.04)?.value ?? 0) - before)).toBeLessThan(0.0003)
  })
})
