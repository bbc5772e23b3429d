import type { WebGLRenderer } from 'three'
import { type Failed, failed } from '../core/model-fault'
import { Decoders } from './decoders'
import type { GlassLook } from './glass'
import { CachedModelHandle, type ModelHandle } from './model-handle'
import { type ModelSource, type Progress, readSource } from './model-source'
import { parseModel, type SharedModel } from './shared-model'

export type { ModelHandle } from './model-handle'

/** Options of {@link ModelCache.acquire}. */
export interface AcquireOptions {
  /** Ends this caller's wait; the download ends when nobody else waits for it. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export type Acquired = { readonly ok: true; readonly model: ModelHandle } | Failed

interface Entry {
  readonly result: Promise<{ readonly ok: true; readonly model: SharedModel } | Failed>
  readonly download: AbortController
  readonly listeners: Set<(progress: Progress) => void>
  /** Callers that wait, plus handles given out. */
  uses: number
}

/**
 * Models by source, loaded once however many ask, kept while anyone uses them and freed with the last.
 * An address is its own key; a Blob or a buffer is known by identity.
 */
export class ModelCache {
  readonly #entries = new Map<ModelSource, Entry>()
  readonly #decoders: Decoders
  readonly #glass: GlassLook

  constructor(
    options: {
      readonly decoders?: string
      readonly renderer?: () => WebGLRenderer | undefined
      readonly glass?: GlassLook
    } = {},
  ) {
    this.#glass = options.glass ?? 'refracting'
    this.#decoders = new Decoders(options.decoders ?? '/decoders', options.renderer ?? (() => undefined))
  }

  /** Models held at the moment. */
  get size(): number {
    return this.#entries.size
  }

  /** Loads a model, or takes part in one that is loaded or on its way. */
  async acquire(source: ModelSource, { signal, onProgress }: AcquireOptions = {}): Promise<Acquired> {
    if (signal?.aborted) return failed('aborted')
    const entry = this.#entries.get(source) ?? this.#start(source)
    entry.uses += 1
    if (onProgress) entry.listeners.add(onProgress)
    const result = await orAborted(entry.result, signal)
    if (onProgress) entry.listeners.delete(onProgress)
    if (!result.ok) {
      this.#end(source, entry)
      return result
    }
    return { ok: true, model: new CachedModelHandle(result.model, () => this.#end(source, entry)) }
  }

  /** Ends decoders. Handles that are out stay valid until released. */
  dispose(): void {
    for (const entry of this.#entries.values()) entry.download.abort()
    this.#decoders.dispose()
  }

  #start(source: ModelSource): Entry {
    const download = new AbortController()
    const listeners = new Set<(progress: Progress) => void>()
    const read = readSource(source, {
      signal: download.signal,
      onProgress: (progress) => {
        for (const listener of listeners) listener(progress)
      },
    })
    const result = read.then((got) =>
      got.ok ? parseModel(got.bytes, this.#decoders, { glass: this.#glass, signal: download.signal }) : got,
    )
    const entry: Entry = { result, download, listeners, uses: 0 }
    this.#entries.set(source, entry)
    // A failure is not kept: the next try may find the network back.
    result.then(({ ok }) => {
      if (!ok && this.#entries.get(source) === entry) this.#entries.delete(source)
    })
    return entry
  }

  #end(source: ModelSource, entry: Entry): void {
    entry.uses -= 1
    if (entry.uses > 0) return
    if (this.#entries.get(source) === entry) this.#entries.delete(source)
    entry.download.abort()
    entry.result.then((result) => {
      if (result.ok) result.model.dispose()
    })
  }
}

/** A promise, or the fault `aborted` as soon as the signal says so. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | Failed> {
  if (!signal) return promise
  let stop = () => {}
  const aborted = new Promise<Failed>((resolve) => {
    stop = () => resolve(failed('aborted'))
    signal.addEventListener('abort', stop, { once: true })
  })
  const result = await Promise.race([promise, aborted])
  signal.removeEventListener('abort', stop)
  return result
}
