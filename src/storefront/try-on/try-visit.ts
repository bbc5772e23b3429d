import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EventBus, TryOnWay } from '../../core/events'
import type { Wear } from '../../core/wear'
import { subjectOf } from '../../experiences/tryon/subject'
import type { TryOnFault, TryOnLayout, TryOnSource, Worn } from '../../experiences/tryon/try-on-state'
import {
  type CameraConsent,
  cameraConsent,
  forgetCameraConsent,
  giveCameraConsent,
} from '../../platform/camera-consent'
import { knownFault } from '../../platform/camera-stream'
import { keepRoomHidden, wasRoomHidden } from './kept-room'
import type { TryOnHandle } from './try-on-handle'

/** What the page for trying on shows, beside what try-on itself tells. */
export interface TryVisitState {
  /** Undefined until its code has come. */
  readonly tryOn: TryOnHandle | undefined
  /** Where the picture comes from; undefined while the shopper chooses. */
  readonly source: TryOnSource | undefined
  /** Why there is no picture although one was asked for, when try-on itself could not tell. */
  readonly fault: TryOnFault | { readonly code: 'unreachable' } | undefined
  readonly consent: CameraConsent | undefined
  /** The camera was asked for, and the shopper has still to agree. */
  readonly asking: 'user' | 'environment' | undefined
  readonly layout: TryOnLayout
  /** The room behind the shopper is to be hidden. */
  readonly hidesRoom: boolean
}

const START: TryVisitState = {
  tryOn: undefined,
  source: undefined,
  fault: undefined,
  consent: undefined,
  asking: undefined,
  layout: { kind: 'single' },
  hidesRoom: false,
}

/** Fetches try-on; rejects when it cannot be fetched. */
export type OpenTryOn = () => Promise<TryOnHandle>

/** One visit to the page where things are tried on: consent, source, what is worn, and what is told of it. Free of React. */
export class TryVisit {
  readonly store: StoreApi<TryVisitState> = createStore(() => START)
  readonly #open: OpenTryOn
  readonly #events: EventBus
  readonly #kind: Wear['kind']
  #opening: Promise<TryOnHandle | undefined> | undefined
  #worn: Worn | undefined
  #host: HTMLElement | undefined
  #started: { readonly way: TryOnWay; readonly at: number } | undefined
  readonly #tried = new Set<string>()
  /** Each asking overtakes the one before. */
  #turn = 0
  #visits = 0
  /** Its code came, but this device draws no 3D. */
  #cannotDraw = false

  constructor(open: OpenTryOn, events: EventBus, kind: Wear['kind']) {
    this.#open = open
    this.#events = events
    this.#kind = kind
  }

  /** Reads what the shopper agreed to before, and fetches ahead what their first press will need. */
  arrive(): void {
    // Behind a hand held to the camera there is no telling it from the room.
    const hidesRoom = subjectOf(this.#kind) === 'face' && wasRoomHidden()
    this.store.setState({ consent: cameraConsent(), hidesRoom })
    const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
    // Who saves data has not asked for megabytes by looking at a page.
    if (!connection?.saveData) void this.#opened().then((tryOn) => tryOn?.prepare(this.#kind))
  }

  /** What is worn from now on. */
  wear(worn: Worn): void {
    if (this.#worn?.sku === worn.sku && this.#worn.variant === worn.variant) return
    this.#worn = worn
    if (this.#started) this.#tried.add(`${worn.sku} ${worn.variant}`)
    void this.#opened().then((tryOn) => (tryOn && this.#worn === worn ? this.#putOn(tryOn, worn) : undefined))
  }

  /** Where the picture is shown. */
  attach(host: HTMLElement): void {
    this.#host = host
    this.store.getState().tryOn?.attach(host)
  }

  /** The camera is wanted: opens it, after the shopper has agreed. */
  wantCamera(facing: 'user' | 'environment'): void {
    // What no answer could change is said before anything is asked.
    const fault = knownFault()
    if (fault) this.#refuse({ kind: 'camera', facing }, fault)
    else if (this.store.getState().consent) void this.use({ kind: 'camera', facing })
    else this.store.setState({ asking: facing })
  }

  /** The shopper agreed. */
  agree(): void {
    const { asking } = this.store.getState()
    giveCameraConsent()
    this.store.setState({ consent: cameraConsent(), asking: undefined })
    if (asking) void this.use({ kind: 'camera', facing: asking })
  }

  /** The shopper would rather not. */
  decline(): void {
    this.store.setState({ asking: undefined })
  }

  /** Takes consent back, and with it the camera. */
  forget(): void {
    forgetCameraConsent()
    this.store.setState({ consent: undefined })
    if (this.store.getState().source?.kind === 'camera') this.stop()
  }

  /** Shows the piece in a picture of this source. */
  async use(source: TryOnSource): Promise<void> {
    const turn = ++this.#turn
    this.#end()
    this.store.setState({ source, fault: undefined })
    const tryOn = await this.#opened()
    if (turn !== this.#turn) return
    if (!tryOn) return this.#refuse(source, { code: this.#cannotDraw ? 'no-webgl' : 'unreachable' })
    if (this.#host) tryOn.attach(this.#host)
    this.#begin(source)
    await tryOn.use(source)
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { source, tryOn } = this.store.getState()
    if (!source) return
    if (tryOn && this.#worn && isOfPiece(tryOn)) await tryOn.wear(this.#worn)
    await this.use(source)
  }

  mirror(on: boolean): void {
    this.store.getState().tryOn?.setMirrored(on)
  }

  /** Hides the room behind the shopper, from now on and at their next visit, or shows it. */
  hideRoom(on: boolean): void {
    keepRoomHidden(on)
    this.store.setState({ hidesRoom: on })
    void this.store.getState().tryOn?.hideRoom(on)
  }

  /** @returns false when what is to be seen beside could not be had: then there is one picture again */
  async layOut(layout: TryOnLayout): Promise<boolean> {
    this.store.setState({ layout })
    if (layout.kind === 'beside') this.#tried.add(`${layout.other.sku} ${layout.other.variant}`)
    const { tryOn } = this.store.getState()
    if (!tryOn || (await tryOn.setLayout(layout))) return true
    if (this.store.getState().layout === layout) await this.layOut({ kind: 'single' })
    return false
  }

  /** Takes a picture; undefined when it could not be taken. */
  async picture(): Promise<Blob | undefined> {
    const { tryOn } = this.store.getState()
    const blob = await tryOn?.picture().catch(() => undefined)
    if (blob && this.#worn) {
      this.#events.emit({ name: 'tryon_picture', item_id: this.#worn.sku, item_variant: this.#worn.variant })
    }
    return blob
  }

  /** Closes the source; the shopper chooses anew. */
  stop(): void {
    this.#turn += 1
    this.#end()
    this.store.getState().tryOn?.stop()
    this.store.setState({ source: undefined, fault: undefined })
    void this.layOut({ kind: 'single' })
  }

  /** Ends the visit, and frees everything. It can be begun anew. */
  leave(): void {
    this.#turn += 1
    this.#end()
    this.#worn = undefined
    this.#host = undefined
    this.#visits += 1
    this.#opening = undefined
    this.store.getState().tryOn?.dispose()
    this.store.setState(START)
  }

  /** Puts a piece on; where the one before could not be had, the picture begins anew. */
  async #putOn(tryOn: TryOnHandle, worn: Worn): Promise<void> {
    const again = isOfPiece(tryOn)
    await tryOn.wear(worn)
    const { source } = this.store.getState()
    if (again && source && this.#worn === worn) await this.use(source)
  }

  #refuse(source: TryOnSource, fault: NonNullable<TryVisitState['fault']>): void {
    this.store.setState({ source, fault, asking: undefined })
    this.#events.emit({ name: 'tryon_fault', code: fault.code })
  }

  #opened(): Promise<TryOnHandle | undefined> {
    this.#opening ??= this.#fetch()
    return this.#opening
  }

  async #fetch(): Promise<TryOnHandle | undefined> {
    const visit = this.#visits
    try {
      const tryOn = await this.#open()
      if (visit !== this.#visits) {
        // Left meanwhile.
        tryOn.dispose()
        return undefined
      }
      tryOn.store.subscribe(({ fault }, before) => {
        if (fault && fault !== before.fault) this.#events.emit({ name: 'tryon_fault', code: fault.code })
      })
      if (this.store.getState().hidesRoom) void tryOn.hideRoom(true)
      this.store.setState({ tryOn })
      return tryOn
    } catch (error) {
      this.#cannotDraw = (error as { code?: unknown } | undefined)?.code === 'no-webgl'
      // The next press tries again.
      if (visit === this.#visits) this.#opening = undefined
      return undefined
    }
  }

  #begin(source: TryOnSource): void {
    if (!this.#worn) return
    const { sku, variant } = this.#worn
    this.#started = { way: source.kind, at: performance.now() }
    this.#tried.clear()
    this.#tried.add(`${sku} ${variant}`)
    this.#events.emit({ name: 'tryon_start', way: source.kind, item_id: sku, item_variant: variant })
  }

  #end(): void {
    if (!this.#started) return
    const { way, at } = this.#started
    this.#started = undefined
    const seconds = Math.round((performance.now() - at) / 1000)
    this.#events.emit({ name: 'tryon_end', way, seconds, items: this.#tried.size })
  }
}

/** Whether it stands still because of the piece, not of the picture. */
function isOfPiece(tryOn: TryOnHandle): boolean {
  const code = tryOn.store.getState().fault?.code
  return code === 'model-unreachable' || code === 'not-wearable'
}
