import { describe, expect, it } from 'vitest'
import type { HandFit } from '../../../../src/experiences/tryon/fit/hand-fit'
import type { HeadFit } from '../../../../src/experiences/tryon/fit/head-fit'
import { Focus } from '../../../../src/experiences/tryon/view/focus'

const LENS = { width: 1280, height: 720, focal: 1000, centreX: 640, centreY: 360 }
/** Metres right and up of the lens's axis, half a metre away: 200 pixels for 0.1. */
const head = (x: number, y = 0) => ({ pose: { position: [x, y, -0.5] } }) as unknown as HeadFit
const hand = (x: number) =>
  ({
    wrist: { position: [x, 0, -0.5] },
    rings: { ring: { frame: { position: [x, 0.1, -0.5] } } },
  }) as unknown as HandFit

const follow = (
  focus: Focus,
  heads: readonly HeadFit[],
  hands: readonly HandFit[],
  seconds: number,
  kind: 'eyewear' | 'hat' | 'watch' | 'ring' = 'eyewear',
) => focus.follow(heads, hands, kind, 'ring', LENS, seconds)

describe('where those are who wear something', () => {
  it('is not known before anybody was seen', () => {
    const focus = new Focus()
    follow(focus, [], [], 0)
    expect(focus.point).toBeUndefined()
  })

  it('is at once where the first is seen, at their place in the picture', () => {
    const focus = new Focus()
    follow(focus, [head(0.1, 0.05)], [], 0)
    expect(focus.point).toMatchObject({ x: 840, y: 260 })
    focus.clear()
    follow(focus, [], [hand(-0.1)], 0)
    expect(focus.point).toMatchObject({ x: 440, y: 360 })
  })

  it('is where the thing is: above the eyes for a hat, on the finger for a ring', () => {
    const focus = new Focus()
    follow(focus, [head(0)], [], 0, 'hat')
    expect(focus.y).toBeCloseTo(360 - 140)
    focus.clear()
    follow(focus, [], [hand(0)], 0, 'ring')
    expect(focus.y).toBeCloseTo(160)
    focus.clear()
    follow(focus, [], [hand(0)], 0, 'watch')
    expect(focus.y).toBeCloseTo(360)
  })

  it('is between two, follows slowly, and stays when they leave', () => {
    const focus = new Focus()
    follow(focus, [head(-0.1), head(0.1)], [], 0)
    expect(focus.point).toMatchObject({ x: 640, firstX: 440, spread: 400 })
    follow(focus, [head(0.1)], [], 1 / 30)
    expect(focus.x).toBeGreaterThan(640)
    expect(focus.x).toBeLessThan(670)
    for (let i = 0; i < 90; i++) follow(focus, [head(0.1)], [], 1 / 30)
    expect(focus.x).toBeCloseTo(840, 0)
    follow(focus, [], [], 1 / 30)
    expect(focus.x).toBeCloseTo(840, 0)
  })
})
