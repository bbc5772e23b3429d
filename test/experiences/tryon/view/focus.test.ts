import { describe, expect, it } from 'vitest'
import type { HandFit } from '../../../../src/experiences/tryon/fit/hand-fit'
import type { HeadFit } from '../../../../src/experiences/tryon/fit/head-fit'
import { Focus } from '../../../../src/experiences/tryon/view/focus'

const LENS = { width: 1280, height: 720, focal: 1000, centreX: 640, centreY: 360 }
/** Metres right and up of the lens's axis, half a metre away: 200 pixels for 0.1. */
const head = (x: number, y = 0) => ({ pose: { position: [x, y, -0.5] } }) as unknown as HeadFit
const hand = (x: number) => ({ wrist: { position: [x, 0, -0.5] } }) as unknown as HandFit

describe('where those are who wear something', () => {
  it('is not known before anybody was seen', () => {
    const focus = new Focus()
    focus.follow([], [], LENS, 0)
    expect(focus.point).toBeUndefined()
  })

  it('is at once where the first is seen, at their place in the picture', () => {
    const focus = new Focus()
    focus.follow([head(0.1, 0.05)], [], LENS, 0)
    expect(focus.point).toMatchObject({ x: 840, y: 260 })
    focus.clear()
    focus.follow([], [hand(-0.1)], LENS, 0)
    expect(focus.point).toMatchObject({ x: 440, y: 360 })
  })

  it('is between two, follows slowly, and stays when they leave', () => {
    const focus = new Focus()
    focus.follow([head(-0.1), head(0.1)], [], LENS, 0)
    expect(focus.point?.x).toBe(640)
    focus.follow([head(0.1)], [], LENS, 1 / 30)
    expect(focus.x).toBeGreaterThan(640)
    expect(focus.x).toBeLessThan(670)
    for (let i = 0; i < 90; i++) focus.follow([head(0.1)], [], LENS, 1 / 30)
    expect(focus.x).toBeCloseTo(840, 0)
    focus.follow([], [], LENS, 1 / 30)
    expect(focus.x).toBeCloseTo(840, 0)
  })
})
