import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Dimensions } from '../core/dimensions'
import type { Stand } from '../core/product'
import type { Pose } from '../core/room'
import type { Acquired, ModelHandle } from '../engine/model-cache'
import { failed, type ModelFault } from '../engine/model-fault'
import type { ModelNote } from '../engine/model-note'
import type { ModelSource, Progress } from '../engine/model-source'
import type { ViewName } from '../engine/view-name'
import type { Viewer } from '../engine/viewer'

/** A product of a room, for the stage. */
export interface Standing {
  readonly source: string
  readonly variant: string
  readonly pose: Pose
}

/** What the stage is asked to show. */
export interface StageRequest {
  /** Tells requests apart: the same key again is the same thing, already shown or on its way. */
  readonly key: string
  /** Address of a GLB, the file itself, or several models as they stand in a room. */
  readonly source: ModelSource | readonly Standing[]
  /** Variant inside the GLB to begin with. */
  readonly variant?: string
  /** Name of the thing, for the canvas's accessible name. */
  readonly label: string
  /** Where it belongs: a wall product is seen from the front. */
  readonly on?: Stand
}

/** Why the stage shows a picture or nothing instead of 3D. */
export type StageFault =
  | { readonly code: 'no-webgl' }
  | { readonly code: 'context-lost' }
  | { readonly code: 'engine-unreachable' }
  | ModelFault

/** What a page needs to know of the stage. */
export interface StageState {
  readonly key: string | undefined
  readonly phase: 'empty' | 'loading' | 'shown' | 'failed'
  /** Share of the file that has arrived, 0..1, once its length is known. */
  readonly progress: number | undefined
  readonly fault: StageFault | undefined
  /** Measured size of what is shown, metres. */
  readonly dimensions: Dimensions | undefined
  /** Names of the variants inside what is shown. */
  readonly variants: readonly string[]
  /** What makes it heavy, for whoever made it. */
  readonly notes: readonly ModelNote[]
}

const EMPTY: StageState = {
  key: undefined,
  phase: 'empty',
  progress: undefined,
  fault: undefined,
  dimensions: undefined,
  variants: [],
  notes: [],
}

/**
 * The one 3D view of the shop. It outlives pages: its element moves from slot to slot with its renderer and its cache,
 * so going from product to product never starts WebGL twice. The engine is fetched at the first request.
 */
export class Stage {
  readonly store: StoreApi<StageState> = createStore<StageState>(() => EMPTY)
  /** Told when the shopper has turned the view and it rests. */
  onView: ((view: ViewName) => void) | undefined
  #host: HTMLElement | undefined
  #viewer: Promise<Viewer> | undefined
  #alive: Viewer | undefined
  #abort: AbortController | undefined
  #request: StageRequest | undefined
  #variant: string | undefined
  #usdz: string | undefined
  #label: { readonly name: string; readonly describedBy: string } | undefined

  /** The engine's viewer once something was shown. */
  get viewer(): Viewer | undefined {
    return this.#alive
  }

  /** Fetches the engine's code without starting it: the shopper is likely to want it soon. */
  static prefetch(): void {
    void import('../engine/viewer').catch(() => undefined)
  }

  /** Moves the view into a slot of the page. */
  attach(slot: HTMLElement): void {
    this.#host ??= hostElement()
    if (this.#host.parentElement !== slot) slot.append(this.#host)
    this.#alive?.resume()
  }

  /** Takes the view out of its slot and lets it rest. */
  detach(slot: HTMLElement): void {
    if (this.#host?.parentElement !== slot) return
    this.#host.remove()
    this.#alive?.suspend()
  }

  /** Shows a thing; resolves when its first frame is on screen or a fault is in the store. */
  async show(request: StageRequest): Promise<void> {
    const { key, phase } = this.store.getState()
    if (key === request.key && phase !== 'failed') {
      if (request.variant) await this.setVariant(request.variant)
      return
    }
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#request = request
    this.#variant = request.variant
    this.#set({ ...EMPTY, key: request.key, phase: 'loading' })
    const opened = await this.#open(request.label)
    if (abort.signal.aborted) return
    if (!opened.ok) return this.#fail(opened.fault)
    const shown = await this.#draw(opened.viewer, request, abort.signal)
    if (abort.signal.aborted) return
    if (!shown.ok) return shown.fault.code === 'aborted' ? undefined : this.#fail(shown.fault)
    await nextPaint()
    if (abort.signal.aborted) return
    const { dimensions, variants, notes } = shown.model
    this.#set({ phase: 'shown', progress: 1, dimensions, variants, notes })
    if (this.#variant && this.#variant !== request.variant) await opened.viewer.setVariant(this.#variant)
  }

  /** Dresses what is shown, or what is still on its way, in another variant. */
  async setVariant(variant: string): Promise<void> {
    this.#variant = variant
    if (this.store.getState().phase === 'shown') await this.#alive?.setVariant(variant)
  }

  /** Turns the view back to where it began. */
  resetView(): void {
    this.#alive?.home()
  }

  /** Draws a size on the object, or takes it away with null. */
  setDimensions(labels: { width: string; height: string; depth: string } | null): void {
    this.#alive?.setDimensions(labels)
  }

  /** What is shown as a USDZ for AR Quick Look, as a `blob:` address; rejects where it cannot be made. */
  async usdzAddress(): Promise<string> {
    const model = this.#alive?.model
    if (!model) throw new Error('nothing is shown')
    const { exportUsdz } = await import('../engine/export-usdz')
    const file = await exportUsdz(model.object, model.bounds)
    if (this.#usdz) URL.revokeObjectURL(this.#usdz)
    this.#usdz = URL.createObjectURL(file)
    return this.#usdz
  }

  /** Names the canvas for screen readers; `describedBy` is the id of the element that explains the keys. */
  label(name: string, describedBy: string): void {
    this.#label = { name, describedBy }
    const canvas = this.#alive?.canvas
    canvas?.setAttribute('aria-label', name)
    canvas?.setAttribute('aria-describedby', describedBy)
  }

  /** Asks once more for what failed. */
  retry(): void {
    const request = this.#request
    if (!request) return
    if (this.store.getState().fault?.code === 'context-lost') {
      // The browser gave the context back to nobody: begin with a new one.
      this.#alive?.dispose()
      this.#alive = undefined
      this.#viewer = undefined
    }
    const variant = this.#variant ?? request.variant
    void this.show(variant ? { ...request, variant } : request)
  }

  /** Stops a load under way and forgets what was asked; the renderer stays for the next page. */
  clear(): void {
    this.#abort?.abort()
    this.#request = undefined
    this.#set(EMPTY)
  }

  /** The viewer, fetched and started if need be; undefined where its code cannot be fetched. */
  async open(): Promise<Viewer | undefined> {
    const opened = await this.#open('')
    return opened.ok ? opened.viewer : undefined
  }

  async #open(label: string): Promise<{ ok: true; viewer: Viewer } | { ok: false; fault: StageFault }> {
    this.#viewer ??= import('../engine/viewer').then(({ Viewer }) => {
      this.#host ??= hostElement()
      const viewer = new Viewer(this.#host, { label })
      viewer.on('contextlost', () => this.#fail({ code: 'context-lost' }))
      viewer.on('contextrestored', () => this.#set({ phase: 'shown', fault: undefined }))
      viewer.on('view', (view) => this.onView?.(view))
      this.#alive = viewer
      if (this.#label) this.label(this.#label.name, this.#label.describedBy)
      return viewer
    })
    try {
      return { ok: true, viewer: await this.#viewer }
    } catch {
      // A rejected promise must not be kept, or a retry could never succeed.
      this.#viewer = undefined
      return { ok: false, fault: { code: 'engine-unreachable' } }
    }
  }

  /** WebGL is started by the first drawing, so a device without it is found out here. */
  async #draw(viewer: Viewer, request: StageRequest, signal: AbortSignal) {
    const { source, on } = request
    const onProgress = ({ loaded, total }: Progress) => {
      if (!signal.aborted) this.#set({ progress: total > 0 ? Math.min(1, loaded / total) : undefined })
    }
    try {
      if (isRoom(source)) return await showRoom(viewer, source, signal)
      return await viewer.show(absolute(source), { signal, variant: this.#variant, on, onProgress })
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'no-webgl') throw error
      return { ok: false, fault: { code: 'no-webgl' } } as const
    }
  }

  #fail(fault: StageFault): void {
    this.#set({ phase: 'failed', fault, progress: undefined })
  }

  #set(change: Partial<StageState>): void {
    this.store.setState(change)
    // Styles fade from picture to view by this mark, also before React has come.
    if (this.#host) this.#host.dataset.drawn = String(this.store.getState().phase === 'shown')
  }
}

function isRoom(source: StageRequest['source']): source is readonly Standing[] {
  return Array.isArray(source)
}

/** The address in full, under which placement will find the same model in the cache. */
function absolute(source: ModelSource): ModelSource {
  return typeof source === 'string' ? new URL(source, location.href).href : source
}

/** Loads a room's models side by side and shows them as one. What fails is reported; what came is let go. */
async function showRoom(viewer: Viewer, room: readonly Standing[], signal: AbortSignal): Promise<Acquired> {
  const { arrange } = await import('../engine/arrangement')
  const acquired = await Promise.all(
    room.map(({ source }) => viewer.models.acquire(absolute(source), { signal })),
  )
  const parts: { model: ModelHandle; pose: Pose }[] = []
  acquired.forEach((result, index) => {
    const standing = room[index]
    if (result.ok && standing) parts.push({ model: result.model, pose: standing.pose })
  })
  const failure = acquired.find((result) => !result.ok)
  if (failure && !failure.ok) {
    for (const { model } of parts) model.release()
    return failure
  }
  await Promise.all(parts.map(({ model }, index) => model.setVariant(room[index]?.variant ?? '')))
  const model = arrange(parts)
  return (await viewer.present(model, { signal })) ? { ok: true, model } : failed('aborted')
}

function hostElement(): HTMLElement {
  const host = document.createElement('div')
  host.className = 'stage-view'
  return host
}

/** Resolves after the frame that is drawn next has been handed to the screen. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
