import { beforeEach, describe, expect, it } from 'vitest'
import type {
  Observed,
  Subject,
  Tracker,
  TrackerOptions,
  TrackerStart,
} from '../../../src/experiences/tryon/tracker/tracker'
import { TrackerKeeper } from '../../../src/experiences/tryon/tracker-keeper'

/** A tracker that has loaded when the test says so. */
class PatientTracker implements Tracker {
  subjects: readonly Subject[] = []
  disposed = false
  answer = (_: TrackerStart) => {}
  start({ subjects }: TrackerOptions): Promise<TrackerStart> {
    this.subjects = subjects
    return new Promise((resolve) => {
      this.answer = resolve
    })
  }
  observe(): Promise<Observed> {
    return Promise.reject(new Error('not asked here'))
  }
  reset() {}
  dispose() {
    this.disposed = true
    this.answer({ ok: false, fault: { code: 'aborted' } })
  }
}

const LOADED: TrackerStart = { ok: true, delegate: 'cpu' }
const quiet = () => {}
let made: PatientTracker[]
let keeper: TrackerKeeper

beforeEach(() => {
  made = []
  keeper = new TrackerKeeper(() => {
    const tracker = new PatientTracker()
    made.push(tracker)
    return tracker
  })
})

async function startFirst(): Promise<void> {
  const starting = keeper.start(['face'], quiet)
  made[0]?.answer(LOADED)
  await starting
}

describe('the tracker that looks', () => {
  it('goes on until another has loaded, and is given up between two frames', async () => {
    await startFirst()
    const replacing = keeper.replace(['face', 'person'])
    expect(keeper.take()).toBe(made[0])
    made[1]?.answer(LOADED)
    expect((await replacing).ok).toBe(true)
    expect(made[1]?.subjects).toEqual(['face', 'person'])
    // A frame may still be with it.
    expect(made[0]?.disposed).toBe(false)
    expect(keeper.take()).toBe(made[1])
    expect(made[0]?.disposed).toBe(true)
  })

  it('stays when another could not be loaded', async () => {
    await startFirst()
    const replacing = keeper.replace(['face', 'person'])
    made[1]?.answer({ ok: false, fault: { code: 'tracker-unreachable', file: 'x' } })
    expect(await replacing).toMatchObject({ ok: false, fault: { code: 'tracker-unreachable' } })
    expect(keeper.take()).toBe(made[0])
    expect(made.map(({ disposed }) => disposed)).toEqual([false, true])
  })

  it('is the last one asked for, however often one changes one’s mind', async () => {
    await startFirst()
    const first = keeper.replace(['face', 'person'])
    const second = keeper.replace(['face'])
    made[2]?.answer(LOADED)
    expect(await first).toMatchObject({ ok: false, fault: { code: 'aborted' } })
    expect((await second).ok).toBe(true)
    expect(keeper.take()).toBe(made[2])
    keeper.dispose()
    expect(made.every(({ disposed }) => disposed)).toBe(true)
  })

  it('is made anew after one failed to start', async () => {
    const starting = keeper.start(['face'], quiet)
    made[0]?.answer({ ok: false, fault: { code: 'tracker-broken', message: '' } })
    expect((await starting).ok).toBe(false)
    await Promise.all([keeper.start(['face'], quiet), Promise.resolve().then(() => made[1]?.answer(LOADED))])
    expect(keeper.take()).toBe(made[1])
  })
})
