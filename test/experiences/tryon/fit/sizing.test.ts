import { describe, expect, it } from 'vitest'
import { estimateIntrinsics } from '../../../../src/experiences/tryon/fit/estimate-intrinsics'
import { frameWidthFit } from '../../../../src/experiences/tryon/fit/frame-width-fit'

describe('a camera about which little is known', () => {
  it('has the same focal length upright and on its side', () => {
    expect(estimateIntrinsics(1280, 720).focal).toBeCloseTo(estimateIntrinsics(720, 1280).focal, 6)
    expect(estimateIntrinsics(640, 480)).toMatchObject({ centreX: 320, centreY: 240 })
  })

  it('follows the lens that a photograph names', () => {
    // 26 mm on a 43.27 mm diagonal.
    const { focal } = estimateIntrinsics(4000, 3000, { focal35: 26 })
    expect(focal).toBeCloseTo((5000 * 26) / Math.hypot(36, 24), 3)
  })
})

describe('a frame on a face', () => {
  it('is narrow, good or wide by 6 mm in all', () => {
    expect(frameWidthFit(0.13, 0.138)).toBe('narrow')
    expect(frameWidthFit(0.134, 0.138)).toBe('good')
    expect(frameWidthFit(0.142, 0.138)).toBe('good')
    expect(frameWidthFit(0.146, 0.138)).toBe('wide')
  })
})
