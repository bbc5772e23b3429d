import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReplayTracker } from '../../../src/experiences/tryon/tracker/replay-tracker'
import type {
  Frame,
  Observed,
  TrackerOptions,
  TrackerStart,
} from '../../../src/experiences/tryon/tracker/tracker'
import { TryOn } from '../../../src/experiences/tryon/try-on'
import { CountedFrames } from './counted-frames'
import { plainCanvas } from './plain-canvas'
import { LENS, recording } from './recorded-person'
import { TAKEN, WORN } from './taken-glasses'

let frames: CountedFrames
let drawn: number
/** Frames that were drawn with a mask of people. */
let masks: number
let tryOn: TryOn
afterEach(() => tryOn.dispose())

const state = () => tryOn.store.getState()
const until = (met: () => boolean) => vi.waitFor(() => expect(met()).toBe(true), { timeout: 5000 })

describe('the room behind whoever is in the picture', () => {
  /** Sees the recorded person, and where they are once it looks for people. */
  class Seer extends ReplayTracker {
    static made = 0
    static fails = false
    #mask = false
    constructor() {
      super(recording)
      Seer.made += 1
      this.show(3)
    }
    override async start(options: TrackerOptions): Promise<TrackerStart> {
      this.#mask = options.subjects.includes('person')
      if (this.#mask && Seer.fails) return { ok: false, fault: { code: 'tracker-unreachable', file: 'x' } }
      return super.start(options)
    }
    override async observe(frame: Frame, time: number): Promise<Observed> {
      const observed = await super.observe(frame, time)
      if (!observed.ok || !this.#mask) return observed
      const person = { width: 1, height: 1, data: Uint8Array.of(255) }
      return { ...observed, observation: { ...observed.observation, person } }
    }
  }
  const CAMERA = { kind: 'camera', facing: 'user' } as const

  beforeEach(() => {
    Seer.made = 0
    Seer.fails = false
    frames = new CountedFrames(false)
    drawn = 0
    masks = 0
    tryOn = new TryOn({
      view: plainCanvas((...given) => {
        drawn += 1
        if (given[6]) masks += 1
      }),
      attach: () => {},
      takeOut: async () => TAKEN,
      tracker: () => new Seer(),
      open: async () => ({ ok: true, frames, hints: {}, intrinsics: LENS, mirrored: true }),
    })
    void tryOn.wear(WORN)
  })

  it('is hidden while the picture goes on, and shown again', async () => {
    void tryOn.use(CAMERA)
    await until(() => state().seen)
    expect(state().room).toBe('shown')
    expect(masks).toBe(0)
    void tryOn.hideRoom(true)
    expect(state()).toMatchObject({ room: 'hiding', phase: 'running' })
    await until(() => state().room === 'hidden')
    expect(masks).toBeGreaterThan(0)
    expect(Seer.made).toBe(2)
    await tryOn.hideRoom(false)
    const before = masks
    await until(() => drawn > 20)
    expect(state().room).toBe('shown')
    expect(masks).toBe(before)
    // People are not looked for any more.
    expect(Seer.made).toBe(3)
    expect(frames.held).toBeLessThanOrEqual(1)
  })

  it('is hidden from the first frame where that was wished before', async () => {
    await tryOn.hideRoom(true)
    void tryOn.use(CAMERA)
    await until(() => state().seen)
    expect(state().room).toBe('hidden')
    expect(masks).toBe(drawn)
    expect(Seer.made).toBe(1)
    tryOn.stop()
    expect(state().room).toBe('hiding')
  })

  it('stays, and that is said, when people cannot be told from it', async () => {
    Seer.fails = true
    void tryOn.use(CAMERA)
    await until(() => state().seen)
    await tryOn.hideRoom(true)
    expect(state()).toMatchObject({ room: 'failed', phase: 'running', fault: undefined })
    const before = drawn
    await until(() => drawn > before + 3)
    // A later try may fare better.
    Seer.fails = false
    await tryOn.hideRoom(true)
    await until(() => state().room === 'hidden')
  })

  it('does not keep the picture from coming when it fails at the start', async () => {
    Seer.fails = true
    await tryOn.hideRoom(true)
    void tryOn.use(CAMERA)
    await until(() => state().seen)
    expect(state()).toMatchObject({ room: 'failed', phase: 'running' })
  })
})
