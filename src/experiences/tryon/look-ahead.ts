import type { FrameSource } from './frame-source'
import type { Frame, Observation, Tracker } from './tracker/tracker'
import type { TryOnFault } from './try-on-state'

/** A frame and what was seen in it, or why there is none. */
export type Look =
  | { readonly ok: true; readonly observation: Observation; readonly frame: Frame }
  | { readonly ok: false; readonly fault: TryOnFault }

/**
 * Frames of a source with what a tracker sees in them, one look at a time. The next may be begun while the last is drawn: worker and page then work side by side.
 * Frames that nobody takes are closed.
 */
export class LookAhead {
  readonly #frames: FrameSource
  readonly #take: () => Tracker | undefined
  readonly #signal: AbortSignal
  #begun: Promise<Look> | undefined

  /** @param take gives the tracker for the next frame */
  constructor(frames: FrameSource, take: () => Tracker | undefined, signal: AbortSignal) {
    this.#frames = frames
    this.#take = take
    this.#signal = signal
    signal.addEventListener('abort', () => this.drop(), { once: true })
  }

  /** Begins the next look. Arrays of the one before hold until the one after is begun. */
  begin(): void {
    this.#begun ??= this.#look()
  }

  /** The look that was begun, or a new one. */
  next(): Promise<Look> {
    const look = this.#begun ?? this.#look()
    this.#begun = undefined
    return look
  }

  /** Nobody wants the look that was begun: what comes later is of a later moment. */
  async drop(): Promise<void> {
    const begun = this.#begun
    this.#begun = undefined
    const look = await begun
    if (look?.ok) look.frame.close()
  }

  async #look(): Promise<Look> {
    const next = await this.#frames.next(this.#signal)
    if (!next.ok) return next
    const tracker = this.#signal.aborted ? undefined : this.#take()
    if (!tracker) {
      next.frame.close()
      return { ok: false, fault: { code: 'aborted' } }
    }
    const observed = await tracker.observe(next.frame, next.time, this.#frames.still)
    if (!observed.ok) observed.frame?.close()
    return observed
  }
}
