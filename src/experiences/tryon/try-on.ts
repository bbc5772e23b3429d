import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Wear } from '../../core/wear'
import { estimateIntrinsics } from './fit/estimate-intrinsics'
import { frameWidthFit } from './fit/frame-width-fit'
import type { HandFit } from './fit/hand-fit'
import { HandFitter } from './fit/hand-fitter'
import type { HeadFit } from './fit/head-fit'
import { HeadFitter } from './fit/head-fitter'
import { guidanceOf, SteadyGuidance } from './guidance'
import type { OpenedSource } from './open-source'
import { subjectOf } from './subject'
import type { Observation, Tracker } from './tracker/tracker'
import type { TryOnCanvas } from './try-on-canvas'
import type { TryOnFault, TryOnLayout, TryOnSource, TryOnState, Worn } from './try-on-state'
import type { Garment, TakenOut } from './wardrobe'

/** What a {@link TryOn} is made of. */
export interface TryOnParts {
  readonly view: TryOnCanvas
  /** Puts the view into an element, which it fills. */
  readonly attach: (host: HTMLElement) => void
  readonly takeOut: (
    worn: Worn,
    options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ) => Promise<TakenOut>
  /** Makes the tracker when one is first needed. */
  readonly tracker: () => Tracker
  readonly open: (source: TryOnSource, signal: AbortSignal) => Promise<OpenedSource>
}

type Opened = OpenedSource & { readonly ok: true }

/** A still is looked at so often: the tracker betters its own crop from look to look, the fit settles, and then it rests. */
const LOOKS_AT_A_STILL = 8
/** Shares of the progress bar: the tracker's files, then the thing's own. */
const TRACKER_SHARE = 0.8

/**
 * One shopper trying things on: frames from a source go through the tracker and the fit, and are drawn with what is worn. What a screen shows of it is
 * in {@link TryOn.store}. A frame lives until the next is drawn; nothing of it is kept or sent.
 */
export class TryOn {
  readonly store: StoreApi<TryOnState> = createStore<TryOnState>(() => INITIAL)

  readonly #parts: TryOnParts
  readonly #heads = new HeadFitter()
  readonly #hands = new HandFitter()
  readonly #guidance = new SteadyGuidance()
  #tracker: Tracker | undefined
  #opened: Opened | undefined
  /** Ends the source that is running. */
  #session: AbortController | undefined
  #wear: Wear | undefined
  /** Why nothing could be taken out the last time. */
  #untaken: TryOnFault | undefined
  /** Each overtakes the one before. */
  #taking: AbortController | undefined
  #takingOther: AbortController | undefined
  /** Shares of what is being loaded, each 0..1. */
  #loaded = { tracker: 1, garment: 1 }
  #paused = false
  #wake = () => {}

  constructor(parts: TryOnParts) {
    this.#parts = parts
  }

  /** Shows the picture in an element, filling it. */
  attach(host: HTMLElement): void {
    this.#parts.attach(host)
  }

  /** The GPU's memory is gone: nothing can be drawn until it is given back. */
  lose(): void {
    this.#fail({ code: 'context-lost' })
  }

  /** It was given back: goes on where it was. */
  restore(): void {
    if (this.#state.fault?.code === 'context-lost') void this.retry()
  }

  /** Fetches what trying on will need, on a first sign of intent. Nothing is opened and nothing is asked. */
  prepare(kind: Parameters<typeof subjectOf>[0]): void {
    void this.#startTracker(subjectOf(kind), new AbortController().signal)
  }

  /** Opens a source in place of the one before, and puts on what is worn as soon as it is seen. */
  async use(source: TryOnSource): Promise<void> {
    this.#closeSource()
    const session = new AbortController()
    this.#session = session
    const { signal } = session
    this.#set({ phase: 'loading', fault: undefined, source, guidance: undefined, seen: false, count: 0 })
    const opened = await this.#parts.open(source, signal)
    if (signal.aborted) {
      if (opened.ok) opened.frames.close()
      return
    }
    if (!opened.ok) return this.#fail(opened.fault)
    this.#opened = opened
    this.setMirrored(opened.mirrored)
    await this.#taken
    if (signal.aborted) return
    const wear = this.#wear
    // Nothing could be taken out, and was said when nobody looked yet.
    if (!wear) return this.#fail(this.#untaken ?? { code: 'not-wearable' })
    const tracker = opened.replay ?? (await this.#startTracker(subjectOf(wear.kind), signal))
    if (signal.aborted || !tracker) return
    this.#heads.reset()
    this.#hands.reset()
    this.#guidance.reset()
    tracker.reset()
    this.#set({ phase: 'running', progress: undefined })
    await this.#run(opened, tracker, signal)
  }

  /** Wears another thing, or the same in another finish. */
  async wear(worn: Worn): Promise<void> {
    this.#taking?.abort()
    const taking = new AbortController()
    this.#taking = taking
    const wearing = this.#takeOut(worn, taking.signal)
    const before = this.#wear
    // Who waits for it waits until it is known how the thing is worn.
    this.#taken = wearing.then((taken) => {
      if (taken) this.#wear = taken.wear
    })
    const garment = await wearing
    if (!garment) return
    const { model, materialVariant: variant, wear } = garment
    const put = await this.#parts.view.wear({ model, variant }, 'first')
    if (taking.signal.aborted) return
    if (!put.ok) return this.#fail(put.fault)
    this.#set({ worn: garment.worn, frameFit: undefined, note: undefined })
    if (before && subjectOf(before.kind) !== subjectOf(wear.kind)) await this.retry()
    else this.#wake()
  }

  /** Divides the picture. */
  async setLayout(layout: TryOnLayout): Promise<void> {
    this.#takingOther?.abort()
    const { view } = this.#parts
    if (layout.kind === 'beside') {
      const taking = new AbortController()
      this.#takingOther = taking
      const other = await this.#takeOut(layout.other, taking.signal)
      if (!other) return
      const { model, materialVariant: variant } = other
      const put = await view.wear({ model, variant }, 'second')
      if (!put.ok) return
      view.layout = { kind: 'beside' }
    } else {
      view.takeOff('second')
      view.layout = layout
    }
    this.#set({ layout })
    this.#wake()
  }

  /** Seen as in a mirror, or as others see one. */
  setMirrored(on: boolean): void {
    this.#parts.view.mirrored = on
    this.#set({ mirrored: on })
  }

  /** Turns a model to another of their pictures. */
  async showPicture(index: number): Promise<void> {
    await this.#opened?.pictures?.show(index)
    this.#wake()
  }

  /** What is seen now, as a picture, mirrored as it is shown. */
  picture(): Promise<Blob> {
    return this.#parts.view.snapshot()
  }

  /** Keeps the present picture while something else is looked at. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#wake()
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { source } = this.#state
    if (source) await this.use(source)
  }

  /** Closes the source: the camera's lamp goes out. What is worn is kept for the next. */
  stop(): void {
    this.#closeSource()
    this.#parts.view.clear()
    this.#set({ ...INITIAL, worn: this.#state.worn, layout: this.#state.layout })
  }

  dispose(): void {
    this.#taking?.abort()
    this.#takingOther?.abort()
    this.#closeSource()
    this.#tracker?.dispose()
    this.#parts.view.dispose()
  }

  #taken: Promise<void> = Promise.resolve()

  get #state(): TryOnState {
    return this.store.getState()
  }

  async #takeOut(worn: Worn, signal: AbortSignal): Promise<Garment | undefined> {
    this.#loaded.garment = 0
    const taken = await this.#parts.takeOut(worn, {
      signal,
      onProgress: (share) => {
        this.#loaded.garment = share
        this.#tellProgress()
      },
    })
    this.#loaded.garment = 1
    if (signal.aborted) {
      if (taken.ok) taken.garment.model.release()
      return undefined
    }
    if (taken.ok) return taken.garment
    this.#untaken = taken.fault
    this.#fail(taken.fault)
    return undefined
  }

  async #startTracker(subject: 'face' | 'hand', signal: AbortSignal): Promise<Tracker | undefined> {
    this.#tracker ??= this.#parts.tracker()
    const tracker = this.#tracker
    this.#loaded.tracker = 0
    const started = await tracker.start({
      subjects: [subject],
      onProgress: ({ loaded, total }) => {
        this.#loaded.tracker = total > 0 ? loaded / total : 0
        this.#tellProgress()
      },
    })
    this.#loaded.tracker = 1
    if (started.ok) return tracker
    // A worker that failed to start is not asked again: the next try makes another.
    tracker.dispose()
    if (this.#tracker === tracker) this.#tracker = undefined
    if (!signal.aborted && this.#session) this.#fail(started.fault)
    return undefined
  }

  #tellProgress(): void {
    if (this.#state.phase !== 'loading') return
    const { tracker, garment } = this.#loaded
    this.#set({ progress: TRACKER_SHARE * tracker + (1 - TRACKER_SHARE) * garment })
  }

  async #run(opened: Opened, tracker: Tracker, signal: AbortSignal): Promise<void> {
    const { frames } = opened
    let looks = 0
    while (!signal.aborted) {
      if (this.#paused || (frames.still && looks >= LOOKS_AT_A_STILL)) {
        await this.#untilWoken(signal)
        looks = 0
        continue
      }
      const next = await frames.next(signal)
      if (signal.aborted) {
        if (next.ok) next.frame.close()
        return
      }
      if (!next.ok) return this.#fail(next.fault)
      const observed = await tracker.observe(next.frame, next.time)
      if (signal.aborted || !observed.ok) {
        observed.frame?.close()
        if (!signal.aborted && !observed.ok) this.#fail(observed.fault)
        return
      }
      looks += 1
      this.#show(observed.observation, observed.frame, opened)
      if (looks === LOOKS_AT_A_STILL && this.#nobodyInPhoto()) return
    }
  }

  #show(observation: Observation, frame: ImageBitmap | VideoFrame, opened: Opened): void {
    const { hints, frames } = opened
    const intrinsics = opened.intrinsics ?? estimateIntrinsics(observation.width, observation.height, hints)
    const heads = this.#heads.fit(observation, intrinsics)
    const hands = this.#hands.fit(observation, intrinsics)
    this.#parts.view.draw(frame, observation.light, heads, hands, intrinsics, observation.time)
    frame.close()
    this.detectMs = observation.detectMs
    this.#tell(observation, heads, hands, frames.still)
  }

  /** Milliseconds that the tracker worked on the last frame. */
  detectMs = 0

  #tell(
    observation: Observation,
    heads: readonly HeadFit[],
    hands: readonly HandFit[],
    still: boolean,
  ): void {
    const wear = this.#wear
    if (!wear) return
    const subject = subjectOf(wear.kind)
    const wanted = guidanceOf(subject, observation, heads, hands)
    const guidance = still ? wanted : this.#guidance.next(wanted, observation.time)
    const fits = subject === 'face' ? heads : hands
    const [head] = heads
    const pupils = subject === 'face' ? rounded(head?.pd) : undefined
    const width = wear.kind === 'eyewear' ? wear.frameWidth : undefined
    const frameFit = head && width !== undefined ? frameWidthFit(width, head.marks.faceWidth) : undefined
    const { note } = this.#parts.view
    this.#set({ guidance, seen: fits.length > 0, count: fits.length, pupils, frameFit, note })
  }

  /** A photo in which there is nothing to put a thing on will not get better by waiting. */
  #nobodyInPhoto(): boolean {
    const { source, seen } = this.#state
    if (source?.kind !== 'photo' || seen) return false
    const hand = this.#wear && subjectOf(this.#wear.kind) === 'hand'
    this.#fail({ code: hand ? 'photo-no-hand' : 'photo-no-face' })
    return true
  }

  /** Until something asks for the picture anew. */
  #untilWoken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake)
        this.#wake = () => {}
        resolve()
      }
      signal.addEventListener('abort', wake)
      this.#wake = wake
    })
  }

  #closeSource(): void {
    this.#session?.abort()
    this.#session = undefined
    this.#opened?.frames.close()
    this.#opened?.replay?.dispose()
    this.#opened = undefined
    this.#paused = false
  }

  #fail(fault: TryOnFault): void {
    if (fault.code === 'aborted') return
    this.#closeSource()
    this.#set({ phase: 'failed', fault, progress: undefined, guidance: undefined, seen: false, count: 0 })
  }

  /** Tells only what changed, so that a screen is not drawn thirty times a second for nothing. */
  #set(change: Partial<TryOnState>): void {
    const now = this.#state
    const keys = Object.keys(change) as (keyof TryOnState)[]
    if (keys.some((key) => !same(now[key], change[key]))) this.store.setState(change)
  }
}

const INITIAL: TryOnState = {
  phase: 'idle',
  progress: undefined,
  fault: undefined,
  source: undefined,
  worn: undefined,
  layout: { kind: 'single' },
  mirrored: false,
  guidance: undefined,
  seen: false,
  pupils: undefined,
  frameFit: undefined,
  note: undefined,
  count: 0,
}

/** To half a millimetre: what is less is no news to a shopper. */
function rounded(pd: HeadFit['pd']): TryOnState['pupils'] {
  if (!pd) return undefined
  return { value: Math.round(pd.value * 2000) / 2000, uncertainty: Math.round(pd.uncertainty * 2000) / 2000 }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
