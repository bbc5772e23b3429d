import type { EngineOptions, FromWorker, ToWorker } from './tasks-protocol'
import type { Frame, Observed, TrackerProgress } from './tracker'
import type { TrackerFault } from './tracker-fault'

/** How a worker's start ended. */
export type LinkStart =
  | { readonly ok: true; readonly software: boolean }
  | { readonly ok: false; readonly fault: TrackerFault }

/** One worker that runs MediaPipe Tasks. Dies of its first fault; its caller makes another. */
export class TasksLink {
  readonly #worker: Worker
  #started: ((start: LinkStart) => void) | undefined
  #observed: ((observed: Observed) => void) | undefined
  #onProgress: ((progress: TrackerProgress) => void) | undefined
  #fault: TrackerFault | undefined

  constructor() {
    this.#worker = new Worker(new URL('./tasks-worker.ts', import.meta.url), {
      type: 'module',
      name: 'tracker',
    })
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data)
    this.#worker.onerror = (event) => {
      event.preventDefault()
      // Without words it is the worker's own script that could not be fetched.
      this.end(
        event.message
          ? { code: 'tracker-broken', message: event.message }
          : { code: 'tracker-unreachable', file: 'tasks-worker' },
      )
    }
    this.#worker.onmessageerror = () =>
      this.end({ code: 'tracker-broken', message: 'a message was unreadable' })
  }

  /** Whether it still works. */
  get alive(): boolean {
    return !this.#fault
  }

  /** Once. */
  start(options: EngineOptions, onProgress: (progress: TrackerProgress) => void): Promise<LinkStart> {
    this.#onProgress = onProgress
    return new Promise((resolve) => {
      if (this.#fault) resolve({ ok: false, fault: this.#fault })
      this.#started = resolve
      this.#tell({ kind: 'start', options })
    })
  }

  /** One at a time. @param spent arrays of observations past, which nobody needs any more @param thorough as in {@link Tracker.observe} */
  observe(frame: Frame, time: number, spent: ArrayBuffer[], thorough = false): Promise<Observed> {
    return new Promise((resolve) => {
      if (this.#fault) return resolve({ ok: false, fault: this.#fault, frame })
      this.#observed = resolve
      this.#tell({ kind: 'observe', frame, time, spent, thorough }, [frame, ...spent])
    })
  }

  reset(): void {
    this.#tell({ kind: 'reset' })
  }

  /** Stops at once, whatever is under way, and answers with this fault from now on. */
  end(fault: TrackerFault): void {
    if (this.#fault) return
    this.#fault = fault
    this.#worker.terminate()
    this.#started?.({ ok: false, fault })
    this.#observed?.({ ok: false, fault })
  }

  #tell(message: ToWorker, transfer: Transferable[] = []): void {
    if (!this.#fault) this.#worker.postMessage(message, transfer)
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'progress') this.#onProgress?.(message.progress)
    else if (message.kind === 'started') this.#started?.({ ok: true, software: message.software })
    else if (message.kind === 'observed') {
      const { observation, frame } = message
      this.#answer({ ok: true, observation, frame })
    } else {
      const { fault, frame } = message
      if (frame) this.#answer({ ok: false, fault, frame })
      this.end(fault)
    }
  }

  #answer(observed: Observed): void {
    const resolve = this.#observed
    this.#observed = undefined
    resolve?.(observed)
  }
}
