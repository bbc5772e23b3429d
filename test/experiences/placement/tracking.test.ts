import { describe, expect, it } from 'vitest'
import { Tracking } from '../../../src/experiences/placement/tracking'

const good = { emulatedPosition: false } as XRViewerPose
const guessed = { emulatedPosition: true } as XRViewerPose
const times = (count: number, act: () => void) => {
  for (let i = 0; i < count; i++) act()
}

describe('Tracking', () => {
  it('forgives a bad frame and tells a bad spell', () => {
    const tracking = new Tracking()
    tracking.update(undefined)
    expect(tracking.state).toBe('good')
    times(20, () => tracking.update(guessed))
    expect(tracking.state).toBe('limited')
    times(20, () => tracking.update(undefined))
    expect(tracking.state).toBe('lost')
    tracking.update(good)
    expect(tracking.state).toBe('good')
  })

  it('pauses while a system menu lies over it', () => {
    const tracking = new Tracking()
    tracking.setVisibility('visible-blurred')
    times(20, () => tracking.update(undefined))
    expect(tracking.state).toBe('paused')
    tracking.setVisibility('visible')
    expect(tracking.state).toBe('good')
  })
})
