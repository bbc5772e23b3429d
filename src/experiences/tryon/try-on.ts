import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Wear } from '../../core/wear'
import { Dresser, type DresserParts } from './dresser'
import type { HandFit } from './fit/hand-fit'
import { HandFitter } from './fit/hand-fitter'
import type { HeadFit } from './fit/head-fit'
import { HeadFitter } from './fit/head-fitter'
import { guidanceOf, SteadyGuidance } from './guidance'
import { LookAhead } from './look-ahead'
import type { OpenedSource } from './open-source'
import { SourceLens } from './source-lens'
import { subjectOf } from './subject'
import { INITIAL_STATE, NOTHING_SEEN, newsIn, toldOf } from './told-state'
import type { Observation, Subject, Tracker } from './tracker/tracker'
import { TrackerKeeper } from './tracker-keeper'
import type { TryOnCanvas } from './try-on-canvas'
import type { TryOnFault, TryOnLayout, TryOnSource, TryOnState, Worn } from './try-on-state'

/** What a {@link TryOn} is made of. */
export interface TryOnParts {
  readonly view: TryOnCanvas
  /** Puts the view into an element, which it fills. */
  readonly attach: (host: HTMLElement) => void
  readonly takeOut: DresserParts['takeOut']
  /** Makes the tracker when one is first needed. */
  readonly tracker: () => Tracker
  readonly open: (source: TryOnSource, signal: AbortSignal) => Promise<OpenedSource>
}

type Opened = OpenedSource & { readonly ok: true }

/** A still is looked at so often: the tracker betters its own crop from look to look, the fit settles, and then it rests. */
const LOOKS_AT_A_STILL = 8
/** With how much round them, in their own sizes, somebody in a photo is seen at most, and a model on whom a small thing is looked at: neither can come closer. */
const AROUND_PHOTO = 3.5
const AROUND_MODEL: Readonly<Partial<Record<Wear['kind'], number>>> = {
  ring: 1.2,
  makeup: 1.15,
  earring: 1.15,
}
/** Shares of the progress bar: the tracker's files, then the thing's own. */
const TRACKER_SHARE = 0.8

/**
 * One shopper trying things on: frames from a source go through the tracker and the fit, and are drawn with what is worn. What a screen shows of it is
 * in {@link TryOn.store}. A frame lives until the next is drawn; nothing of it is kept or sent.
 */
export class TryOn {
  readonly store: StoreApi<TryOnState> = createStore<TryOnState>(() => INITIAL_STATE)
  /** Milliseconds that the tracker worked on the last frame. */
  detectMs = 0

  readonly #parts: TryOnParts
  readonly #heads = new HeadFitter()
  readonly #hands = new HandFitter()
  readonly #guidance = new SteadyGuidance()
  readonly #lens = new SourceLens()
  readonly #dresser: Dresser
  readonly #trackers: TrackerKeeper
  #opened: Opened | undefined
  /** Ends the source that is running. */
  #session: AbortController | undefined
  /** Shares of what is being loaded, each 0..1. */
  #loaded = { tracker: 1, garment: 1 }
  #paused = false
  /** The room behind whoever is in the picture is to be hidden. */
  #hides = false
  /** How often the still was looked at. */
  #looks = 0
  #wake = () => {}

  constructor(parts: TryOnParts) {
    this.#parts = parts
    this.#trackers = new TrackerKeeper(parts.tracker)
    this.#dresser = new Dresser({
      view: parts.view,
      takeOut: (worn, options) => parts.takeOut(worn, options),
      onProgress: (share) => {
        this.#loaded.garment = share
        this.#tellProgress()
      },
    })
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
    void this.#startTracker(kind, new AbortController().signal)
  }

  /** Opens a source in place of the one before, and puts on what is worn as soon as it is seen. */
  async use(source: TryOnSource): Promise<void> {
    this.#closeSource()
    const session = new AbortController()
    this.#session = session
    const { signal } = session
    this.#set({ ...NOTHING_SEEN, phase: 'loading', fault: undefined, source })
    const opened = await this.#parts.open(source, signal)
    if (signal.aborted) {
      if (opened.ok) opened.frames.close()
      return
    }
    if (!opened.ok) return this.#fail(opened.fault)
    this.#opened = opened
    this.setMirrored(opened.mirrored)
    this.#set({ device: opened.device })
    await this.#dresser.known
    if (signal.aborted) return
    const { wear, untaken } = this.#dresser
    // Nothing could be taken out, and was said when nobody looked yet.
    if (!wear) return this.#fail(untaken ?? { code: 'not-wearable' })
    const tracker = opened.replay ?? (await this.#startTracker(wear.kind, signal))
    if (signal.aborted || !tracker) return
    this.#heads.reset()
    this.#hands.reset()
    this.#guidance.reset()
    tracker.reset()
    this.#set({ phase: 'running', progress: undefined })
    await this.#run(opened, signal)
  }

  /** Wears another thing, or the same in another finish. */
  async wear(worn: Worn): Promise<void> {
    const dressed = await this.#dresser.dress(worn)
    if (!dressed.ok) return this.#fail(dressed.fault)
    const { garment, before } = dressed
    this.#set({ worn: garment.worn, frameFit: undefined, note: undefined })
    if (before && subjectOf(before.kind) !== subjectOf(garment.wear.kind)) await this.retry()
    else this.#lookAgain()
  }

  /**
   * Divides the picture.
   *
   * @returns false when what it was to be compared with could not be had: then the picture stays as it is
   */
  async setLayout(layout: TryOnLayout): Promise<boolean> {
    const { view } = this.#parts
    if (layout.kind === 'beside') {
      const dressed = await this.#dresser.dressOther(layout.other)
      if (!dressed.ok) return dressed.fault.code === 'aborted'
      view.layout = { kind: 'beside' }
    } else {
      this.#dresser.undressOther()
      view.layout = layout
    }
    this.#set({ layout })
    this.#lookAgain()
    return true
  }

  /** Seen as in a mirror, or as others see one. */
  setMirrored(on: boolean): void {
    this.#parts.view.mirrored = on
    this.#set({ mirrored: on })
  }

  /**
   * Hides the room behind whoever is in the picture, or shows it again. What tells people from rooms is fetched when it is first wanted, while the picture
   * goes on; a model stands in no room.
   */
  async hideRoom(on: boolean): Promise<void> {
    if (on === this.#hides) return
    this.#hides = on
    this.#set({ room: on ? 'hiding' : 'shown' })
    if (!on) this.#parts.view.showRoom()
    const kind = this.#dresser.wear?.kind
    // What opens later looks for people from the start.
    if (!kind || !this.#opened || this.#opened.replay) return
    const replaced = await this.#trackers.replace(this.#subjects(kind))
    if (replaced.ok) this.#lookAgain()
    else if (replaced.fault.code !== 'aborted' && on) this.#cannotHide()
  }

  /** Turns a model to another of their pictures. */
  async showPicture(index: number): Promise<void> {
    await this.#opened?.pictures?.show(index)
    this.#lookAgain()
  }

  /** What is seen now, as a JPEG, mirrored as it is shown. */
  picture(): Promise<Blob> {
    return this.#parts.view.snapshot('image/jpeg')
  }

  /** Keeps the present picture while something else is looked at. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#lookAgain()
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
    const { worn, layout } = this.#state
    this.#set({ ...INITIAL_STATE, worn, layout, room: this.#hides ? 'hiding' : 'shown' })
  }

  dispose(): void {
    this.#dresser.dispose()
    this.#closeSource()
    this.#trackers.dispose()
    this.#parts.view.dispose()
  }

  get #state(): TryOnState {
    return this.store.getState()
  }

  async #startTracker(kind: Wear['kind'], signal: AbortSignal): Promise<Tracker | undefined> {
    this.#loaded.tracker = 0
    this.#tellProgress()
    const begin = () =>
      this.#trackers.start(this.#subjects(kind), ({ loaded, total, step }) => {
        const share = total > 0 ? loaded / total : 0
        if (step === 'search') return this.#set({ searched: share })
        this.#loaded.tracker = share
        this.#tellProgress()
      })
    let started = await begin()
    if (!started.ok && this.#hides && !signal.aborted) {
      // Perhaps it was only what hides the room.
      this.#cannotHide()
      started = await begin()
    }
    this.#loaded.tracker = 1
    if (started.ok) return started.tracker
    if (!signal.aborted && this.#session) this.#fail(started.fault)
    return undefined
  }

  #subjects(kind: Wear['kind']): readonly Subject[] {
    const subject = subjectOf(kind)
    return this.#hides ? [subject, 'person'] : [subject]
  }

  #cannotHide(): void {
    this.#hides = false
    this.#set({ room: 'failed' })
  }

  #tellProgress(): void {
    if (this.#state.phase !== 'loading') return
    const { tracker, garment } = this.#loaded
    this.#set({ progress: TRACKER_SHARE * tracker + (1 - TRACKER_SHARE) * garment })
  }

  async #run(opened: Opened, signal: AbortSignal): Promise<void> {
    const { frames, replay } = opened
    const ahead = new LookAhead(frames, () => replay ?? this.#trackers.take(), signal)
    this.#looks = 0
    while (!signal.aborted) {
      if (this.#paused || (frames.still && this.#looks >= LOOKS_AT_A_STILL)) {
        await ahead.drop()
        await this.#untilWoken(signal)
        continue
      }
      const look = await ahead.next()
      if (signal.aborted) {
        if (look.ok) look.frame.close()
        return
      }
      if (!look.ok) return this.#fail(look.fault)
      if (!frames.still) ahead.begin()
      this.#looks += 1
      this.#show(look.observation, look.frame, opened)
      if (this.#looks === LOOKS_AT_A_STILL && this.#nobodyInPhoto()) return
    }
  }

  #show(observation: Observation, frame: ImageBitmap | VideoFrame, opened: Opened): void {
    const intrinsics = this.#lens.of(observation, opened)
    const heads = this.#heads.fit(observation, intrinsics)
    const hands = this.#hands.fit(observation, intrinsics)
    const person = this.#hides ? observation.person : undefined
    this.#parts.view.around = aroundOf(this.#state.source?.kind, this.#dresser.wear?.kind)
    this.#parts.view.draw(frame, observation.light, heads, hands, intrinsics, observation.time, person)
    frame.close()
    this.detectMs = observation.detectMs
    this.#tell(observation, heads, hands, opened.frames.still)
  }

  #tell(
    observation: Observation,
    heads: readonly HeadFit[],
    hands: readonly HandFit[],
    still: boolean,
  ): void {
    const { wear } = this.#dresser
    if (!wear) return
    const wanted = guidanceOf(wear.kind, observation, heads, hands, this.#lens.zoom)
    const guidance = still ? wanted : this.#guidance.next(wanted, observation.time)
    const { note } = this.#parts.view
    const room = this.#hides && observation.person ? 'hidden' : this.#state.room
    this.#set({
      ...toldOf(wear, heads, hands, this.#state.turned, this.#lens.zoom),
      guidance,
      note,
      room,
      searched: undefined,
    })
  }

  /** A photo in which there is nothing to put a thing on will not get better by waiting. */
  #nobodyInPhoto(): boolean {
    const { source, seen } = this.#state
    if (source?.kind !== 'photo' || seen) return false
    const { wear } = this.#dresser
    const hand = wear && subjectOf(wear.kind) === 'hand'
    this.#fail({ code: hand ? 'photo-no-hand' : 'photo-no-face' })
    return true
  }

  /** What was seen of a still counts no more: it shows or wears something else. */
  #lookAgain(): void {
    this.#looks = 0
    this.#wake()
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
    this.#lens.forget()
    this.#paused = false
  }

  #fail(fault: TryOnFault): void {
    if (fault.code === 'aborted') return
    this.#closeSource()
    this.#set({ ...NOTHING_SEEN, phase: 'failed', fault, progress: undefined })
  }

  /** Tells only what changed, so that a screen is not drawn thirty times a second for nothing. */
  #set(change: Partial<TryOnState>): void {
    const news = newsIn(this.#state, change)
    if (news) this.store.setState(news)
  }
}

function aroundOf(source: TryOnSource['kind'] | undefined, kind: Wear['kind'] | undefined): number {
  if (source === 'photo') return AROUND_PHOTO
  return (source === 'model' && kind && AROUND_MODEL[kind]) || Number.POSITIVE_INFINITY
}
