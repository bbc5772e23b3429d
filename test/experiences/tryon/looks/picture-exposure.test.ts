import { Color } from 'three'
import { describe, expect, it } from 'vitest'
import { exposePicture } from '../../../../src/experiences/tryon/looks/picture-exposure'
import type { PictureLight } from '../../../../src/experiences/tryon/tracker/tracker'

const LIGHT: PictureLight = {
  skin: [0.4, 0.25, 0.18],
  colour: [1, 1, 1],
  luminance: 0.46,
  direction: [-0.5, 0.5, 0.7],
  contrast: 0.5,
}
const exposed = (light: Partial<PictureLight>) => {
  const out = { tint: new Color(), level: 0, turn: 0 }
  exposePicture({ ...LIGHT, ...light }, out)
  return out
}

describe('the light on what is worn', () => {
  it('is the studio’s own in a well exposed picture', () => {
    expect(exposed({}).level).toBeCloseTo(1, 2)
  })

  it('is dim and warm in a dim and warm room', () => {
    const { tint, level } = exposed({ luminance: 0.2, skin: [0.09, 0.05, 0.025], colour: [1.3, 0.95, 0.6] })
    expect(level).toBeLessThan(0.4)
    expect(tint.r / tint.b).toBeCloseTo(1.3 / 0.6, 3)
  })

  it('takes dark skin for dark skin and a dark wall behind a light face for a wall', () => {
    expect(exposed({ skin: [0.07, 0.035, 0.02] }).level).toBeGreaterThan(0.7)
    expect(exposed({ luminance: 0.2, skin: [0.6, 0.45, 0.38] }).level).toBeGreaterThan(0.7)
  })

  it('turns to where the light comes from, the less the more it comes from everywhere', () => {
    const left = exposed({ direction: [-0.8, 0.3, 0.5], contrast: 1 }).turn
    const right = exposed({ direction: [0.8, 0.3, 0.5], contrast: 1 }).turn
    expect(right - left).toBeGreaterThan(1.5)
    expect(Math.abs(exposed({ direction: [0.8, 0.3, 0.5], contrast: 0 }).turn)).toBe(0)
  })
})
