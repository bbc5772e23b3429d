import { afterEach, describe, expect, it, vi } from 'vitest'
import { rememberedDelegate } from '../../../../src/experiences/tryon/tracker/delegate-memory'
import { probeDelegate } from '../../../../src/experiences/tryon/tracker/delegate-probe'
import type { EngineOptions } from '../../../../src/experiences/tryon/tracker/tasks-protocol'
import { TasksTracker } from '../../../../src/experiences/tryon/tracker/tasks-tracker'
import { trackerFiles } from '../../../../src/experiences/tryon/tracker/tracker-files'
import { warmUpPicture } from '../../../../src/experiences/tryon/tracker/warm-up-picture'

/** Frames with a face after which the GPU is tried (docs/tryon-tracking.md). */
const TRIED_AFTER = 90

let tracker: TasksTracker | undefined
afterEach(() => {
  tracker?.dispose()
  vi.unstubAllGlobals()
})

const picture = () => createImageBitmap(warmUpPicture())

async function see(tracker: TasksTracker, frames: number) {
  for (let i = 0; i < frames; i++) {
    const observed = await tracker.observe(await picture(), i / 30)
    if (!observed.ok) throw new Error(observed.fault.code)
    observed.frame.close()
  }
}

function memory(known?: string) {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? known ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return { storage, kept }
}

/** What a device's GPU is like, beside a processor that takes 20 ms a frame. */
interface Gpu {
  /** Milliseconds a frame; undefined: it never answers. */
  readonly ms?: number
  /** The fault of its start. */
  readonly fault?: 'tracker-broken' | 'tracker-unreachable'
}

/** Puts workers of a device with such a GPU in the tracker's worker's place: this machine has none. @returns how many were made, and how many of them work */
function device({ ms, fault }: Gpu): { made: number; alive: number } {
  const script = `
    let gpu = false
    const points = () => Float32Array.from({ length: 478 * 3 }, (_, i) => (i * 37) % 200)
    onmessage = ({ data }) => {
      if (data.kind === 'start') {
        gpu = data.options.delegate === 'gpu'
        const fault = ${JSON.stringify(fault ? { code: fault, message: 'no', file: 'x' } : null)}
        if (gpu && fault) postMessage({ kind: 'fault', fault })
        else postMessage({ kind: 'started', software: false })
      } else if (data.kind === 'observe') {
        const detectMs = gpu ? ${ms ?? 'undefined'} : 20
        if (detectMs === undefined) return
        const { frame, time } = data
        const observation = { time, width: 640, height: 480, faces: [{ points: points() }], hands: [], detectMs }
        postMessage({ kind: 'observed', frame, observation }, [frame])
      }
    }`
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const count = { made: 0, alive: 0 }
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      #works: boolean
      constructor(wanted: URL | string, options?: WorkerOptions) {
        super(address, options)
        // Whether there are module workers is asked with an address that is none.
        this.#works = !String(wanted).startsWith('blob:')
        if (!this.#works) return
        count.made += 1
        count.alive += 1
      }
      override terminate() {
        super.terminate()
        if (this.#works) count.alive -= 1
        this.#works = false
      }
    },
  )
  return count
}

describe('a GPU that is tried while the processor works', () => {
  it.each([
    ['faster', { ms: 8 }, 'gpu'],
    ['no faster', { ms: 19 }, 'cpu'],
    ['broken', { fault: 'tracker-broken' }, 'cpu'],
  ] as const)('and is %s decides the next start', async (_, gpu, better) => {
    const count = device(gpu)
    const { storage, kept } = memory()
    tracker = new TasksTracker({ memory: storage })
    expect(await tracker.start({ subjects: ['face'] })).toEqual({ ok: true, delegate: 'cpu' })
    await see(tracker, TRIED_AFTER - 1)
    expect(count.made).toBe(1)
    await see(tracker, 1)
    await expect.poll(() => rememberedDelegate(storage)).toBe(better)
    expect(count).toEqual({ made: 2, alive: 1 })
    expect(kept.size).toBe(1)
    tracker.dispose()

    const next = new TasksTracker({ memory: storage })
    tracker = next
    expect(await next.start({ subjects: ['face'] })).toEqual({ ok: true, delegate: better })
    await see(next, TRIED_AFTER + 1)
    // It is tried once in the life of a device.
    expect(count.made).toBe(3)
  })

  it('and cannot be reached is tried again another time', async () => {
    const count = device({ fault: 'tracker-unreachable' })
    const { storage, kept } = memory()
    tracker = new TasksTracker({ memory: storage })
    await tracker.start({ subjects: ['face'] })
    await see(tracker, TRIED_AFTER)
    await expect.poll(() => count).toEqual({ made: 2, alive: 1 })
    expect(kept.size).toBe(0)
  })

  it('is let go of when the shopper leaves', async () => {
    const count = device({})
    const { storage, kept } = memory()
    tracker = new TasksTracker({ memory: storage })
    await tracker.start({ subjects: ['face'] })
    await see(tracker, TRIED_AFTER)
    await expect.poll(() => count.alive).toBe(2)
    tracker.dispose()
    expect(count.alive).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(kept.size).toBe(0)
  })
})

describe('a GPU that served before', () => {
  it('and fails is replaced by the processor within the same start', async () => {
    const count = device({ fault: 'tracker-broken' })
    const { storage } = memory('gpu')
    tracker = new TasksTracker({ memory: storage })
    expect(await tracker.start({ subjects: ['face'] })).toEqual({ ok: true, delegate: 'cpu' })
    await see(tracker, 2)
    expect(rememberedDelegate(storage)).toBe('cpu')
    expect(count).toEqual({ made: 2, alive: 1 })
  })
})

describe('MediaPipe on GL, at real work', () => {
  const options: EngineOptions = {
    files: trackerFiles(new URL('/tracker', location.href).href),
    subjects: ['face'],
    delegate: 'cpu',
    following: 'stream',
    faces: 2,
  }

  it('sees what the processor sees', { timeout: 120_000 }, async () => {
    const byProcessor = new TasksTracker()
    tracker = byProcessor
    await byProcessor.start({ subjects: ['face'] })
    const observed = await byProcessor.observe(await picture(), 0)
    if (!observed.ok) throw new Error(observed.fault.code)
    observed.frame.close()
    const [face] = observed.observation.faces
    if (!face) throw new Error('no face')
    // As if the processor needed a minute: GL that is drawn by a processor is slower.
    const cpu = { face, ms: 60_000 }
    const { signal } = new AbortController()
    expect(await probeDelegate(options, await picture(), cpu, signal)).toBe('gpu')
  })
})
