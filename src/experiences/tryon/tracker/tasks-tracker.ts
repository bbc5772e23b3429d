import { type DelegateMemory, rememberDelegate, rememberedDelegate } from './delegate-memory'
import { probeDelegate } from './delegate-probe'
import { buffersOf } from './observation-buffers'
import { TasksLink } from './tasks-link'
import type { Delegate, EngineOptions, Following } from './tasks-protocol'
import type {
  Frame,
  Observation,
  Observed,
  Tracker,
  TrackerOptions,
  TrackerProgress,
  TrackerStart,
} from './tracker'
import { type OwnModels, trackerFiles } from './tracker-files'
import { canTrack } from './tracker-support'

/** How a {@link TasksTracker} is set up. */
export interface TasksTrackerOptions {
  /** Address of the folder with `wasm/` and `models/`; `/tracker` of this origin unless said otherwise. */
  readonly base?: string
  /** Models of one's own instead of ours. */
  readonly models?: OwnModels
  /** By default what {@link memory} knows of this device, else `cpu`. */
  readonly delegate?: Delegate
  /** Where what is learnt of this device is kept: `localStorage`. Without it the GPU is never tried. */
  readonly memory?: DelegateMemory
  readonly following?: Following
  /** Faces to look for. */
  readonly faces?: number
}

/** Frames with a face before the GPU is tried: by then the processor runs at its own pace. */
const PROBE_AFTER = 90

/** A start that one or more callers wait for. */
interface Start {
  readonly subjects: readonly string[]
  link: TasksLink
  result: Promise<TrackerStart>
  readonly listeners: Set<(progress: TrackerProgress) => void>
  /** Callers that have not given up. */
  waiting: number
}

/**
 * MediaPipe Tasks in a module worker.
 *
 * Arrays of an observation are taken back when the next but one is asked for: copy what you keep longer.
 */
export class TasksTracker implements Tracker {
  readonly #options: TasksTrackerOptions
  #start: Start | undefined
  #engine: EngineOptions | undefined
  #newest: Observation | undefined
  #older: Observation | undefined
  #probing = false
  /** Ends the probe that is under way. */
  #probe: AbortController | undefined
  #framesSeen = 0
  #typicalMs = 0

  constructor(options: TasksTrackerOptions = {}) {
    this.#options = options
  }

  start(options: TrackerOptions): Promise<TrackerStart> {
    const { signal, onProgress, subjects } = options
    if (signal?.aborted) return Promise.resolve({ ok: false, fault: { code: 'aborted' } })
    const current = this.#start
    const joins = current?.link.alive && subjects.every((subject) => current.subjects.includes(subject))
    const start = joins ? current : this.#begin(subjects)
    if (!start) return Promise.resolve({ ok: false, fault: { code: 'tracker-unsupported' } })
    if (onProgress) start.listeners.add(onProgress)
    start.waiting += 1
    if (!signal) return start.result
    return new Promise((resolve) => {
      const give = () => {
        start.waiting -= 1
        if (onProgress) start.listeners.delete(onProgress)
        if (start.waiting === 0) this.#end(start)
        resolve({ ok: false, fault: { code: 'aborted' } })
      }
      signal.addEventListener('abort', give, { once: true })
      start.result.then((result) => {
        signal.removeEventListener('abort', give)
        resolve(result)
      })
    })
  }

  async observe(frame: Frame, time: number, thorough = false): Promise<Observed> {
    const link = this.#start?.link
    if (!link) return { ok: false, fault: { code: 'tracker-broken', message: 'not started' }, frame }
    const spent = this.#older ? buffersOf(this.#older) : []
    this.#older = this.#newest
    this.#newest = undefined
    const observed = await link.observe(frame, time, spent, thorough)
    if (!observed.ok) return observed
    this.#newest = observed.observation
    this.#considerProbe(observed.observation, observed.frame)
    return observed
  }

  reset(): void {
    this.#start?.link.reset()
  }

  dispose(): void {
    this.#probe?.abort()
    if (this.#start) this.#end(this.#start)
  }

  #begin(subjects: TrackerOptions['subjects']): Start | undefined {
    this.dispose()
    if (!canTrack()) return undefined
    const { base = '/tracker', models, following = 'stream', faces = 2, memory } = this.#options
    const delegate = this.#options.delegate ?? rememberedDelegate(memory) ?? 'cpu'
    const files = trackerFiles(new URL(base, location.href).href, models)
    this.#engine = { files, subjects, delegate, following, faces }
    const listeners: Start['listeners'] = new Set()
    const tell = (progress: TrackerProgress) => {
      for (const listener of listeners) listener(progress)
    }
    const link = new TasksLink()
    const pending: Promise<TrackerStart> = Promise.resolve({ ok: false, fault: { code: 'aborted' } })
    const start: Start = { subjects, link, result: pending, listeners, waiting: 0 }
    this.#start = start
    start.result = this.#load(start, this.#engine, tell)
    return start
  }

  async #load(
    start: Start,
    engine: EngineOptions,
    tell: (progress: TrackerProgress) => void,
  ): Promise<TrackerStart> {
    const { delegate } = engine
    const started = await start.link.start(engine, tell)
    if (started.ok) {
      // A processor that plays GPU has nothing to offer.
      this.#probing ||= started.software || delegate === 'gpu'
      return { ok: true, delegate }
    }
    if (delegate === 'cpu' || started.fault.code !== 'tracker-broken') return started
    // What was remembered holds no more (a new driver), or the caller hoped too much.
    if (!this.#options.delegate) rememberDelegate(this.#options.memory, 'cpu')
    start.link = new TasksLink()
    const byProcessor: EngineOptions = { ...engine, delegate: 'cpu' }
    this.#engine = byProcessor
    return this.#load(start, byProcessor, tell)
  }

  #end(start: Start): void {
    start.link.end({ code: 'aborted' })
    if (this.#start !== start) return
    this.#start = undefined
    this.#newest = undefined
    this.#older = undefined
  }

  /** Tries the GPU once in the life of a device, on a frame with a face; its answer holds from the next start. */
  #considerProbe({ faces, detectMs }: Observation, frame: Frame): void {
    const { memory, delegate } = this.#options
    const [face] = faces
    if (!memory || delegate || this.#probing || !face || !this.#engine) return
    this.#typicalMs = this.#framesSeen === 0 ? detectMs : this.#typicalMs * 0.9 + detectMs * 0.1
    this.#framesSeen += 1
    if (this.#framesSeen < PROBE_AFTER) return
    this.#probing = true
    if (rememberedDelegate(memory)) return
    const engine = this.#engine
    const cpu = { face: { points: (face.raw ?? face.points).slice() }, ms: this.#typicalMs }
    const probe = new AbortController()
    this.#probe = probe
    createImageBitmap(frame)
      .then((copy) => probeDelegate(engine, copy, cpu, probe.signal))
      .then(
        (better) => better && rememberDelegate(memory, better),
        // The frame could not be copied: another start tries again.
        () => undefined,
      )
  }
}
