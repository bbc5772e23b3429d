import { describe, expect, it } from 'vitest'
import type { HandFit } from '../../../src/experiences/tryon/fit/hand-fit'
import type { HeadFit } from '../../../src/experiences/tryon/fit/head-fit'
import { guidanceOf, SteadyGuidance } from '../../../src/experiences/tryon/guidance'
import type { HandLandmarks, Observation } from '../../../src/experiences/tryon/tracker/tracker'

const seen = (luminance = 0.5): Observation => ({
  time: 0,
  width: 640,
  height: 480,
  faces: [],
  hands: [],
  detectMs: 10,
  light: { skin: [0.4, 0.3, 0.2], colour: [1, 1, 1], luminance, direction: [0, 0, 1], contrast: 0 },
})

/** Of a head only its distance and turn matter here. */
const head = (distance: number, yaw = 0): HeadFit =>
  ({
    id: 1,
    pose: { position: Float64Array.of(0, 0, -distance), quaternion: Float64Array.of(0, 0, 0, 1) },
    yaw,
  }) as HeadFit

/** Of a hand its distance and the side it shows. */
const hand = (facing: number): HandFit =>
  ({
    id: 1,
    wrist: { position: Float64Array.of(0, 0, -0.45), quaternion: Float64Array.of(0, 0, 0, 1) },
    facing,
  }) as HandFit

describe('what a shopper is asked to do', () => {
  it('asks for a face, or first for light to see one by', () => {
    expect(guidanceOf('eyewear', seen(), [], [])).toBe('no-face')
    expect(guidanceOf('eyewear', seen(0.05), [], [])).toBe('more-light')
    expect(guidanceOf('ring', seen(), [], [])).toBe('no-hand')
  })

  it('asks for another distance before anything that distance would mend', () => {
    expect(guidanceOf('eyewear', seen(0.05), [head(1.4)], [])).toBe('come-closer')
    expect(guidanceOf('eyewear', seen(), [head(0.15)], [])).toBe('go-back')
    expect(guidanceOf('eyewear', seen(), [head(0.5, 60)], [])).toBe('turn-to-camera')
  })

  it('does not ask whom a long lens brings near to come closer', () => {
    expect(guidanceOf('eyewear', seen(), [head(2)], [], 3)).toBeUndefined()
    expect(guidanceOf('eyewear', seen(), [head(2)], [], 0.8)).toBe('come-closer')
    expect(guidanceOf('eyewear', seen(), [head(4)], [], 3)).toBe('come-closer')
  })

  it('asks for one face, whose size it can tell', () => {
    expect(guidanceOf('eyewear', seen(), [head(0.5), head(0.6)], [])).toBe('one-face')
    expect(guidanceOf('eyewear', seen(0.05), [head(0.5), head(0.6)], [])).toBe('more-light')
  })

  it('asks for the side of a hand that things are worn on', () => {
    expect(guidanceOf('ring', seen(), [], [hand(-0.9)])).toBe('show-back-of-hand')
    // Seen from the side a ring still shows.
    expect(guidanceOf('ring', seen(), [], [hand(-0.1)])).toBeUndefined()
  })

  it('asks for the wrist where a watch is worn and the picture ends before it', () => {
    const from = (wristY: number): Observation => {
      const points = new Float32Array(63)
      points.set([320, wristY], 0)
      // The middle finger's first knuckle, a palm's length above.
      points.set([320, wristY - 140], 27)
      const landmarks: HandLandmarks = { points, world: points, side: 'right', confidence: 1 }
      return { ...seen(), hands: [landmarks] }
    }
    expect(guidanceOf('watch', from(470), [], [hand(0.9)])).toBe('show-wrist')
    expect(guidanceOf('watch', from(400), [], [hand(0.9)])).toBeUndefined()
    // A ring needs none.
    expect(guidanceOf('ring', from(470), [], [hand(0.9)])).toBeUndefined()
    expect(guidanceOf('watch', from(470), [], [hand(-0.9)])).toBe('show-back-of-hand')
  })

  it('says nothing when all is well', () => {
    expect(guidanceOf('eyewear', seen(), [head(0.5)], [])).toBeUndefined()
    expect(guidanceOf('ring', seen(), [], [hand(0.9)])).toBeUndefined()
  })
})

describe('words that do not flicker', () => {
  it('waits until something has been so for a while', () => {
    const steady = new SteadyGuidance(0.7, 1.5)
    expect(steady.next('no-face', 0)).toBeUndefined()
    expect(steady.next(undefined, 0.5)).toBeUndefined()
    expect(steady.next('no-face', 0.6)).toBeUndefined()
    expect(steady.next('no-face', 1.4)).toBe('no-face')
  })

  it('leaves a sentence long enough to be read', () => {
    const steady = new SteadyGuidance(0.7, 1.5)
    steady.next('no-face', 0)
    expect(steady.next('no-face', 0.7)).toBe('no-face')
    steady.next(undefined, 0.8)
    expect(steady.next(undefined, 1.9)).toBe('no-face')
    expect(steady.next(undefined, 2.3)).toBeUndefined()
  })
})
