import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FrameSource } from '../../../src/experiences/tryon/frame-source'
import type { OpenedSource } from '../../../src/experiences/tryon/open-source'
import { ReplayTracker } from '../../../src/experiences/tryon/tracker/replay-tracker'
import type {
  Frame,
  Observed,
  Tracker,
  TrackerOptions,
  TrackerStart,
} from '../../../src/experiences/tryon/tracker/tracker'
import { TryOn } from '../../../src/experiences/tryon/try-on'
import type { TryOnCanvas } from '../../../src/experiences/tryon/try-on-canvas'
import type { TakenOut } from '../../../src/experiences/tryon/wardrobe'
import { CountedFrames } from './counted-frames'
import { plainCanvas } from './plain-canvas'
import { LENS, person, recording } from './recorded-person'
import { TAKEN, WORN } from './taken-glasses'

const PHOTO = { kind: 'photo', file: new Blob() } as const

let frames: CountedFrames
let drawn: number
let takeOut: TakenOut
let opened: () => Promise<OpenedSource>
let tryOn: TryOn
let tracker: () => Tracker
/** What was drawn last: heads, and the lens they were seen through. */
let last: { readonly heads: readonly number[]; readonly focal: number }
let canvas: TryOnCanvas

beforeEach(() => {
  frames = new CountedFrames()
  drawn = 0
  tracker = () => person()
  takeOut = TAKEN
  opened = async () => source(frames)
  canvas = plainCanvas((...given) => {
    drawn += 1
    last = { heads: given[2].map(({ id }) => id), focal: given[4].focal }
  })
  tryOn = new TryOn({
    view: canvas,
    attach: () => {},
    takeOut: async () => takeOut,
    tracker: () => tracker(),
    open: () => opened(),
  })
})

function source(of: FrameSource, replay = person()): OpenedSource {
  return { ok: true, frames: of, hints: {}, intrinsics: LENS, replay, mirrored: false }
}

afterEach(() => tryOn.dispose())

const state = () => tryOn.store.getState()
const until = (met: () => boolean) => vi.waitFor(() => expect(met()).toBe(true), { timeout: 5000 })

describe('trying on', () => {
  it('shows a person with what they wear, tells their measure, and then rests', async () => {
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use(PHOTO)
    await until(() => drawn >= 8)
    expect(state()).toMatchObject({ phase: 'running', worn: WORN, count: 1, fault: undefined, seen: true })
    // Modelled with pupils 61 mm apart.
    expect(state().pupils?.value).toBeGreaterThan(0.057)
    expect(state().pupils?.value).toBeLessThan(0.065)
    expect(state().pupils?.uncertainty).toBeGreaterThan(0.002)
    const rested = frames.given
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(frames.given).toBe(rested)
    // Every frame was given back.
    expect(frames.held).toBe(0)
  })

  it('tells how far the search of a photo has come, and searches no camera’s picture', async () => {
    const told: (number | undefined)[] = []
    const asked: boolean[] = []
    class Searcher extends ReplayTracker {
      #tell: TrackerOptions['onProgress']
      constructor() {
        super(recording)
        this.show(3)
      }
      override start(options: TrackerOptions): Promise<TrackerStart> {
        this.#tell = options.onProgress
        return super.start(options)
      }
      override observe(frame: Frame, time: number, thorough = false): Promise<Observed> {
        asked.push(thorough)
        if (thorough) this.#tell?.({ step: 'search', loaded: 3, total: 4 })
        return super.observe(frame, time)
      }
    }
    tracker = () => new Searcher()
    opened = async () => ({ ok: true, frames, hints: {}, intrinsics: LENS, mirrored: false })
    tryOn.store.subscribe(({ searched }) => told.push(searched))
    void tryOn.wear(WORN)
    void tryOn.use(PHOTO)
    await until(() => state().seen)
    expect(told).toContain(0.75)
    expect(state().searched).toBeUndefined()
    expect(asked.every(Boolean)).toBe(true)

    frames = new CountedFrames(false)
    asked.length = 0
    void tryOn.use({ kind: 'camera', facing: 'user' })
    await until(() => asked.length > 2)
    expect(asked.some(Boolean)).toBe(false)
  })

  it('looks again when something else is worn', async () => {
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use(PHOTO)
    await until(() => drawn >= 8)
    await tryOn.wear({ ...WORN, variant: 'moss' })
    await until(() => drawn >= 16)
  })

  it('stops: the source is closed and nothing more is drawn', async () => {
    frames = new CountedFrames(false)
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use({ kind: 'camera', facing: 'user' })
    await until(() => drawn > 2)
    tryOn.stop()
    expect(frames.closed).toBe(true)
    expect(state()).toMatchObject({ phase: 'idle', seen: false, source: undefined })
    const before = drawn
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(drawn - before).toBeLessThanOrEqual(1)
    expect(frames.held).toBe(0)
  })

  it('a later source overtakes an earlier one, which is closed', async () => {
    const late = new CountedFrames()
    let answer = (_: OpenedSource) => {}
    const first = new Promise<OpenedSource>((resolve) => {
      answer = resolve
    })
    opened = () => first
    void tryOn.wear(WORN)
    void tryOn.use({ kind: 'model', id: 'amara' })
    opened = async () => source(frames)
    await replayStarts()
    void tryOn.use(PHOTO)
    answer(source(late))
    await until(() => state().seen)
    expect(late.closed).toBe(true)
    expect(state().source).toBe(PHOTO)
  })

  it('begins anew with each source: nobody is taken for somebody seen before', async () => {
    const replay = person()
    const reset = vi.spyOn(replay, 'reset')
    opened = async () => source(frames, replay)
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use(PHOTO)
    await until(() => state().seen)
    const [before] = last.heads
    const { given } = frames
    frames = new CountedFrames()
    // Its clock goes on where the other's ended, as a camera's does.
    frames.given = given
    drawn = 0
    void tryOn.use({ kind: 'model', id: 'kenji' })
    expect(state()).toMatchObject({ phase: 'loading', seen: false, count: 0 })
    await until(() => drawn > 0)
    expect(last.heads).not.toContain(before)
    expect(reset).toHaveBeenCalledTimes(2)
  })

  it('sees a known camera through its own lens, another through a likely one', async () => {
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use(PHOTO)
    await until(() => drawn > 0)
    expect(last.focal).toBe(LENS.focal)
    const { intrinsics: _, ...unknown } = source(new CountedFrames()) as OpenedSource & { ok: true }
    opened = async () => unknown
    await replayStarts()
    drawn = 0
    void tryOn.use(PHOTO)
    await until(() => drawn > 0)
    // Nobody's lens is as long as that of the camera that took the models' pictures.
    expect(last.focal).toBeLessThan(LENS.focal / 1.5)
  })

  it('shows a mirror where the camera looks at the shopper', async () => {
    opened = async () => ({ ...source(frames), mirrored: true }) as OpenedSource
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use({ kind: 'camera', facing: 'user' })
    await until(() => drawn > 0)
    expect([state().mirrored, canvas.mirrored]).toEqual([true, true])
    tryOn.setMirrored(false)
    expect([state().mirrored, canvas.mirrored]).toEqual([false, false])
  })

  it('tells how far loading is: the tracker’s files, then the thing’s own', async () => {
    let progress: TrackerOptions['onProgress']
    let answer = (_: TrackerStart) => {}
    class Slow extends ReplayTracker {
      override start({ onProgress }: TrackerOptions): Promise<TrackerStart> {
        progress = onProgress
        return new Promise((resolve) => {
          answer = resolve
        })
      }
    }
    tracker = () => new Slow(recording)
    opened = async () => ({ ok: true, frames, hints: {}, mirrored: false })
    void tryOn.wear(WORN)
    void tryOn.use(PHOTO)
    await until(() => progress !== undefined)
    const told: (number | undefined)[] = []
    for (const loaded of [0, 4, 8]) {
      progress?.({ loaded, total: 8, step: 'download' })
      told.push(state().progress)
    }
    expect(told[0]).toBeLessThan(told[1] ?? 0)
    expect(told[1]).toBeLessThan(told[2] ?? 0)
    expect(told[2]).toBe(1)
    answer({ ok: true, delegate: 'cpu' })
    await until(() => state().phase !== 'loading')
    expect(state().progress).toBeUndefined()
  })

  it('asks for a face that nobody shows, and not at once of the next source', async () => {
    const nobody = new ReplayTracker({ ...recording, observations: [{ time: 0, faces: [], hands: [] }] })
    /** Frames that had been drawn when it was asked. */
    const asked: number[] = []
    tryOn.store.subscribe(({ guidance }, before) => {
      if (guidance === 'no-face' && before.guidance === undefined) asked.push(drawn)
    })
    opened = async () => source(frames, nobody)
    void tryOn.wear(WORN)
    await replayStarts()
    for (const times of [1, 2]) {
      drawn = 0
      frames = new CountedFrames(false)
      void tryOn.use({ kind: 'camera', facing: 'user' })
      await until(() => asked.length === times)
    }
    // 0.7 s of 15 frames a second each time.
    for (const frame of asked) expect(frame).toBeGreaterThanOrEqual(10)
  })
})

describe('what goes wrong', () => {
  it('a photo in which nobody is', async () => {
    const nobody = new ReplayTracker({ ...recording, observations: [{ time: 0, faces: [], hands: [] }] })
    await nobody.start({ subjects: ['face'] })
    opened = async () => source(frames, nobody)
    void tryOn.wear(WORN)
    void tryOn.use(PHOTO)
    await until(() => state().phase === 'failed')
    expect(state().fault).toEqual({ code: 'photo-no-face' })
    expect(frames.closed).toBe(true)
    expect(frames.held).toBe(0)
  })

  it('a camera that was refused, and then allowed', async () => {
    opened = async () => ({ ok: false, fault: { code: 'camera-denied', why: 'dismissed' } })
    void tryOn.wear(WORN)
    await tryOn.use({ kind: 'camera', facing: 'user' })
    expect(state()).toMatchObject({ phase: 'failed', fault: { code: 'camera-denied' } })
    opened = async () => source(frames)
    await replayStarts()
    void tryOn.retry()
    await until(() => state().seen)
    expect(state().fault).toBeUndefined()
  })

  it('a thing that could not be taken out is said, also when the source opens only later', async () => {
    takeOut = { ok: false, fault: { code: 'model-unreachable' } }
    await tryOn.wear(WORN)
    await tryOn.use(PHOTO)
    expect(state()).toMatchObject({ phase: 'failed', fault: { code: 'model-unreachable' } })
  })

  it('lost graphics are said, and it goes on by itself when they are back', async () => {
    void tryOn.wear(WORN)
    await replayStarts()
    void tryOn.use(PHOTO)
    await until(() => state().seen)
    tryOn.lose()
    expect(state()).toMatchObject({ phase: 'failed', fault: { code: 'context-lost' } })
    frames = new CountedFrames()
    tryOn.restore()
    await until(() => state().seen)
  })
})

/** A replay has to be started before it is used; sources that replay start theirs when they open. */
async function replayStarts(): Promise<void> {
  const before = opened
  opened = async () => {
    const next = await before()
    if (next.ok) await next.replay?.start({ subjects: ['face'] })
    return next
  }
}
