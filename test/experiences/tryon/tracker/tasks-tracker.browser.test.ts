import { afterEach, describe, expect, it, vi } from 'vitest'
import { TasksTracker } from '../../../../src/experiences/tryon/tracker/tasks-tracker'
import type { TrackerProgress } from '../../../../src/experiences/tryon/tracker/tracker'
import { trackerFiles } from '../../../../src/experiences/tryon/tracker/tracker-files'
import { warmUpPicture } from '../../../../src/experiences/tryon/tracker/warm-up-picture'

const trackers: TasksTracker[] = []
const make = (options?: ConstructorParameters<typeof TasksTracker>[0]) => {
  const tracker = new TasksTracker(options)
  trackers.push(tracker)
  return tracker
}

afterEach(() => {
  vi.unstubAllGlobals()
  for (const tracker of trackers.splice(0)) tracker.dispose()
})

/** A drawn face moved sideways, on grey, with the middle of its eyes at (x, 218). */
async function drawnFace(x = 320): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(640, 480)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#9aa3ad'
  context.fillRect(0, 0, 640, 480)
  context.drawImage(warmUpPicture(), x - 320, 0)
  return createImageBitmap(canvas)
}

async function see(tracker: TasksTracker, frame: ImageBitmap, time: number) {
  const observed = await tracker.observe(frame, time)
  if (!observed.ok) throw new Error(JSON.stringify(observed.fault))
  observed.frame.close()
  return observed.observation
}

const eyesOf = (points: Float32Array) => ({
  x: ((points[468 * 3] ?? 0) + (points[473 * 3] ?? 0)) / 2,
  y: ((points[468 * 3 + 1] ?? 0) + (points[473 * 3 + 1] ?? 0)) / 2,
})

describe('MediaPipe in a worker, at real work', () => {
  it('tells its progress, finds a face in pixels of the frame, and follows it to another place', async () => {
    const heard: TrackerProgress[] = []
    const tracker = make()
    const started = await tracker.start({
      subjects: ['face'],
      onProgress: (progress) => heard.push(progress),
    })
    expect(started).toEqual({ ok: true, delegate: 'cpu' })
    const { wasm, models } = trackerFiles('')
    const last = heard.at(-1)
    expect(last).toEqual({
      step: 'prepare',
      loaded: wasm.bytes + models.face.bytes,
      total: wasm.bytes + models.face.bytes,
    })
    expect(
      heard.every(({ loaded, total }, i) => loaded <= total && loaded >= (heard[i - 1]?.loaded ?? 0)),
    ).toBe(true)
    expect(heard.length).toBeGreaterThan(5)

    for (const [i, x] of [320, 320, 250, 400].entries()) {
      if (i === 2) tracker.reset()
      const { faces, hands, light, width, height, time, detectMs } = await see(
        tracker,
        await drawnFace(x),
        i / 30,
      )
      expect([width, height, time]).toEqual([640, 480, i / 30])
      expect(hands).toEqual([])
      expect(faces).toHaveLength(1)
      const points = faces[0]?.points ?? new Float32Array()
      expect(points).toHaveLength(478 * 3)
      expect(Math.abs(eyesOf(points).x - x)).toBeLessThan(8)
      expect(Math.abs(eyesOf(points).y - 218)).toBeLessThan(12)
      // The wearer's right iris is at image left.
      expect(points[468 * 3]).toBeLessThan(points[473 * 3] ?? 0)
      // The tip of the nose is nearer than the ears.
      expect(points[4 * 3 + 2]).toBeLessThan(points[234 * 3 + 2] ?? 0)
      expect(light?.skin[0]).toBeGreaterThan(0.3)
      expect(detectMs).toBeGreaterThan(0)
    }
  })

  it('finds two faces beside each other', async () => {
    const tracker = make()
    await tracker.start({ subjects: ['face'] })
    const canvas = new OffscreenCanvas(1280, 480)
    const context = canvas.getContext('2d')
    context?.drawImage(warmUpPicture(), 0, 0)
    context?.drawImage(warmUpPicture(), 640, 0)
    const { faces } = await see(tracker, await createImageBitmap(canvas), 0)
    const places = faces.map(({ points }) => eyesOf(points).x).sort((a, b) => a - b)
    expect(places).toHaveLength(2)
    expect(Math.abs((places[0] ?? 0) - 320)).toBeLessThan(8)
    expect(Math.abs((places[1] ?? 0) - 960)).toBeLessThan(8)
  })

  it('sees nothing where nothing is', async () => {
    const tracker = make()
    await tracker.start({ subjects: ['face'] })
    const empty = await createImageBitmap(new ImageData(320, 240))
    expect((await see(tracker, empty, 0)).faces).toEqual([])
  })

  it('searches a wide photo part by part for a face too small to be found in the whole, once', async () => {
    const searched: TrackerProgress[] = []
    const tracker = make()
    await tracker.start({
      subjects: ['face'],
      onProgress: (progress) => progress.step === 'search' && searched.push(progress),
    })
    // The drawn face, with its eyes at (320, 218) of 640 × 480, at a third of its size near the right edge.
    const photo = async (face: boolean) => {
      const canvas = new OffscreenCanvas(1600, 900)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#9aa3ad'
      context.fillRect(0, 0, 1600, 900)
      if (face) context.drawImage(await drawnFace(), 1380, 560, 640 / 3, 480 / 3)
      return createImageBitmap(canvas)
    }
    const look = async (face: boolean, time: number, thorough: boolean) => {
      const observed = await tracker.observe(await photo(face), time, thorough)
      if (!observed.ok) throw new Error(observed.fault.code)
      observed.frame.close()
      return observed.observation.faces
    }
    expect(await look(true, 0, false)).toEqual([])
    for (const time of [0.1, 0.2, 0.3]) {
      const [face] = await look(true, time, true)
      const eyes = eyesOf(face?.points ?? new Float32Array())
      expect(Math.abs(eyes.x - (1380 + 320 / 3)), `${time}`).toBeLessThan(4)
      expect(Math.abs(eyes.y - (560 + 218 / 3)), `${time}`).toBeLessThan(4)
    }
    const once = searched.length
    expect(once).toBeGreaterThan(5)
    expect(searched.at(-1)).toMatchObject({ loaded: once })
    // Another photo, in which nobody is.
    tracker.reset()
    expect(await look(false, 0.4, true)).toEqual([])
    const all = searched.length - once
    expect(searched.at(-1)).toEqual({ step: 'search', loaded: all, total: all })
    expect(await look(false, 0.5, true)).toEqual([])
    expect(searched).toHaveLength(once + all)
  })

  it('looks for hands and people when asked', async () => {
    const tracker = make()
    expect(await tracker.start({ subjects: ['hand', 'person'] })).toMatchObject({ ok: true })
    const { faces, hands, person } = await see(tracker, await drawnFace(), 0)
    expect([faces, hands]).toEqual([[], []])
    const at = (x: number, y: number) =>
      person?.data[Math.round(y * 255) * (person?.width ?? 0) + Math.round(x * 255)]
    expect(at(0.5, 0.5)).toBeGreaterThan(128)
    expect(at(0.03, 0.03)).toBeLessThan(64)
  })

  it('hands its arrays out again two frames later, and makes none meanwhile', async () => {
    const tracker = make()
    await tracker.start({ subjects: ['face'] })
    const first = await see(tracker, await drawnFace(), 0)
    const second = await see(tracker, await drawnFace(), 1 / 30)
    expect(first.faces[0]?.points).toHaveLength(478 * 3)
    await see(tracker, await drawnFace(), 2 / 30)
    expect(first.faces[0]?.points).toHaveLength(0)
    expect(second.faces[0]?.points).toHaveLength(478 * 3)
  })

  it('is one load for two callers', async () => {
    const tracker = make()
    const [one, other] = await Promise.all([
      tracker.start({ subjects: ['face'] }),
      tracker.start({ subjects: ['face'] }),
    ])
    expect([one.ok, other.ok]).toEqual([true, true])
    expect((await see(tracker, await drawnFace(), 0)).faces).toHaveLength(1)
  })

  it('takes a model of the shop owner’s own', async () => {
    const own = new URL('/tracker/models/face_landmarker.task?own', location.href).href
    const tracker = make({ models: { face: own } })
    expect(await tracker.start({ subjects: ['face'] })).toMatchObject({ ok: true })
    expect((await see(tracker, await drawnFace(), 0)).faces).toHaveLength(1)
  })

  it('stays on the processor where the GPU is made of software', async () => {
    const kept = new Map<string, string>()
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const tracker = make({ memory })
    await tracker.start({ subjects: ['face'] })
    for (let i = 0; i < 95; i++) await see(tracker, await drawnFace(), i / 30)
    expect(kept.size).toBe(0)
  })
})

describe('what can go wrong', () => {
  it('a browser without what it takes is told so, without a download', async () => {
    for (const missing of ['Worker', 'OffscreenCanvas', 'WebAssembly']) {
      vi.stubGlobal(missing, undefined)
      expect(await make().start({ subjects: ['face'] })).toEqual({
        ok: false,
        fault: { code: 'tracker-unsupported' },
      })
      vi.unstubAllGlobals()
    }
    vi.stubGlobal(
      'Worker',
      class {
        terminate() {}
      },
    )
    expect(await make().start({ subjects: ['face'] })).toMatchObject({
      fault: { code: 'tracker-unsupported' },
    })
  })

  it('a file that is not there is named; the next start may succeed', async () => {
    expect(await make({ base: '/nowhere' }).start({ subjects: ['face'] })).toMatchObject({
      ok: false,
      fault: { code: 'tracker-unreachable', file: expect.stringContaining('/nowhere/') },
    })
    const address = `${location.origin}/tracker/models/none.task`
    const tracker = make({ models: { face: address } })
    for (let i = 0; i < 2; i++)
      expect(await tracker.start({ subjects: ['face'] })).toEqual({
        ok: false,
        fault: { code: 'tracker-unreachable', file: address },
      })
  })

  it('a model that is none is broken', async () => {
    const rubbish = URL.createObjectURL(new Blob([new Uint8Array(5000).fill(7)]))
    expect(await make({ models: { face: rubbish } }).start({ subjects: ['face'] })).toMatchObject({
      ok: false,
      fault: { code: 'tracker-broken', message: expect.stringMatching(/./) },
    })
  })

  it('a load that is given up stops, for the last who waits', async () => {
    const tracker = make()
    const leave = new AbortController()
    const stays = tracker.start({ subjects: ['face'] })
    const leaves = tracker.start({ subjects: ['face'], signal: leave.signal })
    leave.abort()
    expect(await leaves).toEqual({ ok: false, fault: { code: 'aborted' } })
    expect(await stays).toMatchObject({ ok: true })

    const alone = make()
    const soon = new AbortController()
    const given = alone.start({ subjects: ['face'], signal: soon.signal, onProgress: () => soon.abort() })
    expect(await given).toEqual({ ok: false, fault: { code: 'aborted' } })
    expect(await alone.start({ subjects: ['face'] })).toMatchObject({ ok: true })
    expect(await make().start({ subjects: ['face'], signal: AbortSignal.abort() })).toMatchObject({
      fault: { code: 'aborted' },
    })
  })

  it('a worker that crashes is told of, also in the middle of a frame', async () => {
    const Real = Worker
    const script = `onmessage = ({ data }) => {
      if (data.kind === 'start') postMessage({ kind: 'started', software: true })
      else throw new Error('out of memory')
    }`
    const crash = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    vi.stubGlobal(
      'Worker',
      class extends Real {
        constructor(_address: URL | string, options?: WorkerOptions) {
          super(crash, options)
        }
      },
    )
    const tracker = make()
    expect(await tracker.start({ subjects: ['face'] })).toEqual({ ok: true, delegate: 'cpu' })
    const observed = await tracker.observe(await drawnFace(), 0)
    expect(observed).toMatchObject({
      ok: false,
      fault: { code: 'tracker-broken', message: expect.stringContaining('out of memory') },
    })
    vi.unstubAllGlobals()
    expect(await tracker.start({ subjects: ['face'] })).toMatchObject({ ok: true })
    expect((await see(tracker, await drawnFace(), 0)).faces).toHaveLength(1)
  })

  it('a frame before the start comes back', async () => {
    const frame = await drawnFace()
    expect(await make().observe(frame, 0)).toMatchObject({
      ok: false,
      frame,
      fault: { code: 'tracker-broken' },
    })
  })
})
