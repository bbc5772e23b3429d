import { expect, it } from 'vitest'
import type { FrameSource, NextFrame } from '../../../src/experiences/tryon/frame-source'
import { LookAhead } from '../../../src/experiences/tryon/look-ahead'
import type { Frame, Observation, Observed, Tracker } from '../../../src/experiences/tryon/tracker/tracker'

/** Frames numbered by their time, that know how many are open. */
class Numbered implements FrameSource {
  readonly still = false
  readonly width = 2
  readonly height = 2
  given = 0
  open = 0
  async next(): Promise<NextFrame> {
    this.given += 1
    this.open += 1
    const close = () => {
      this.open -= 1
    }
    return { ok: true, frame: { width: 2, height: 2, close } as Frame, time: this.given }
  }
  close() {}
}

/** Answers when it is told to. */
class Slow implements Tracker {
  asked = 0
  answer = () => {}
  async start() {
    return { ok: true, delegate: 'replay' } as const
  }
  observe(frame: Frame, time: number): Promise<Observed> {
    this.asked += 1
    const observation: Observation = { time, width: 2, height: 2, faces: [], hands: [], detectMs: 0 }
    return new Promise((resolve) => {
      this.answer = () => resolve({ ok: true, observation, frame })
    })
  }
  reset() {}
  dispose() {}
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 1))

function setUp() {
  const frames = new Numbered()
  const tracker = new Slow()
  const life = new AbortController()
  return { frames, tracker, life, ahead: new LookAhead(frames, () => tracker, life.signal) }
}

it('begins the next look before it is asked for, once', async () => {
  const { frames, tracker, ahead } = setUp()
  const first = ahead.next()
  await turns()
  tracker.answer()
  expect(await first).toMatchObject({ ok: true, observation: { time: 1 } })
  ahead.begin()
  ahead.begin()
  await turns()
  expect(tracker.asked).toBe(2)
  const second = ahead.next()
  await turns()
  expect(frames.given).toBe(2)
  tracker.answer()
  expect(await second).toMatchObject({ observation: { time: 2 } })
})

it('closes the frame that nobody takes', async () => {
  const { frames, tracker, life, ahead } = setUp()
  ahead.begin()
  await turns()
  const dropped = ahead.drop()
  tracker.answer()
  await dropped
  expect(frames.open).toBe(0)
  ahead.begin()
  await turns()
  life.abort()
  tracker.answer()
  await turns()
  expect(frames.open).toBe(0)
})

it('a look that fails closes its frame and says why', async () => {
  const { frames, tracker, ahead } = setUp()
  const fault = { code: 'tracker-broken', message: 'gone' } as const
  tracker.observe = async (frame) => ({ ok: false, fault, frame })
  expect(await ahead.next()).toEqual(expect.objectContaining({ ok: false, fault }))
  expect(frames.open).toBe(0)
})

it('without a tracker there is no look', async () => {
  const { frames, life } = setUp()
  const none = new LookAhead(frames, () => undefined, life.signal)
  expect(await none.next()).toEqual({ ok: false, fault: { code: 'aborted' } })
  expect(frames.open).toBe(0)
})
