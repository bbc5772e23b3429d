import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Recording,
  readRecording,
  writeRecording,
} from '../../../../src/experiences/tryon/tracker/recording'
import { ReplayTracker } from '../../../../src/experiences/tryon/tracker/replay-tracker'
import type { Frame } from '../../../../src/experiences/tryon/tracker/tracker'

const face = (shift: number) => ({
  points: Float32Array.from({ length: 478 * 3 }, (_, i) => i * 0.25 + shift),
  lobes: Float32Array.from([10, 20, 1.5, 0, 0, 0]),
})
const hand = {
  points: Float32Array.from({ length: 63 }, (_, i) => i),
  world: Float32Array.from({ length: 63 }, (_, i) => i / 1000),
  side: 'left' as const,
  confidence: 0.9,
  forearm: { direction: [0, -1] as const, middle: [50, 60] as const, width: 40, confidence: 0.8 },
}
const recording = (kind: Recording['kind']): Recording => ({
  kind,
  width: 100,
  height: 200,
  observations: [
    { time: 0, faces: [face(0)], hands: [] },
    { time: 0.5, faces: [face(1)], hands: [hand] },
  ],
})
const frame = (width: number, height: number) => ({ width, height, close() {} }) as Frame

const seen = async (tracker: ReplayTracker, picture: Frame, time: number) => {
  const observed = await tracker.observe(picture, time)
  if (!observed.ok) throw new Error(observed.fault.code)
  expect(observed.frame).toBe(picture)
  return observed.observation
}

describe('a recording', () => {
  it('reads back to a hundredth of a pixel', () => {
    const read = readRecording(writeRecording(recording('clip')))
    if (!read.ok) throw new Error(read.reason)
    expect(read.recording.observations[1]?.faces[0]?.points[7]).toBeCloseTo(2.75, 2)
    expect([...(read.recording.observations[1]?.faces[0]?.lobes ?? [])]).toEqual([10, 20, 1.5, 0, 0, 0])
    expect(read.recording.observations[1]?.hands[0]?.world[3]).toBeCloseTo(0.003, 5)
    expect(read.recording.observations[1]?.hands[0]?.forearm).toEqual(hand.forearm)
  })

  it.each([
    ['', 'no JSON'],
    ['{"version":2}', 'version 2'],
    ['null', 'version'],
    [writeRecording(recording('clip')).replace(/"points":\[\d+,/, '"points":['), 'not 1434'],
    [writeRecording(recording('clip')).replace('"width":100', '"width":0'), 'no size'],
  ])('%.20s... is refused', (text, reason) => {
    const read = readRecording(text)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.reason).toContain(reason)
  })
})

describe('a replay', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('follows a clip by time', async () => {
    const tracker = new ReplayTracker(recording('clip'))
    expect(await tracker.start({ subjects: ['face'] })).toEqual({ ok: true, delegate: 'replay' })
    expect((await seen(tracker, frame(100, 200), 0.1)).faces[0]?.points[0]).toBe(0)
    const later = await seen(tracker, frame(100, 200), 0.4)
    expect(later.faces[0]?.points[0]).toBe(1)
    expect(later.time).toBe(0.4)
  })

  it('shows the still that is asked for, however often', async () => {
    const tracker = new ReplayTracker(recording('stills'))
    await tracker.start({ subjects: ['face'] })
    tracker.show(1)
    expect((await seen(tracker, frame(100, 200), 0)).faces[0]?.points[0]).toBe(1)
    expect((await seen(tracker, frame(100, 200), 0)).faces[0]?.points[0]).toBe(1)
    tracker.show(7)
    expect((await seen(tracker, frame(100, 200), 0)).faces).toEqual([])
  })

  it('scales to the frame', async () => {
    const tracker = new ReplayTracker(recording('stills'))
    await tracker.start({ subjects: ['hand'] })
    tracker.show(1)
    const { hands } = await seen(tracker, frame(200, 400), 0)
    expect(hands[0]?.points[3]).toBe(6)
    expect(hands[0]?.world[3]).toBeCloseTo(0.003)
    expect(hands[0]?.forearm).toMatchObject({ middle: [100, 120], width: 80 })
  })

  it('loads a file, and says what is wrong with it', async () => {
    const answers = [
      new Response('', { status: 404 }),
      new Response('{}'),
      new Response(writeRecording(recording('clip'))),
    ]
    vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()))
    const tracker = new ReplayTracker('/people/a/landmarks.json')
    const start = () => tracker.start({ subjects: ['face'] })
    expect(await start()).toEqual({
      ok: false,
      fault: { code: 'tracker-unreachable', file: '/people/a/landmarks.json' },
    })
    expect(await start()).toMatchObject({ ok: false, fault: { code: 'tracker-broken' } })
    expect(await start()).toMatchObject({ ok: true })
  })

  it('gives the frame back when it was not started', async () => {
    const picture = frame(1, 1)
    expect(await new ReplayTracker(recording('clip')).observe(picture, 0)).toMatchObject({
      ok: false,
      frame: picture,
    })
  })

  it('does not begin what was given up', async () => {
    const signal = AbortSignal.abort()
    expect(await new ReplayTracker('/x').start({ subjects: [], signal })).toEqual({
      ok: false,
      fault: { code: 'aborted' },
    })
  })
})
