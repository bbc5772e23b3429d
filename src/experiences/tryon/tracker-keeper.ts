import type { Subject, Tracker, TrackerOptions } from './tracker/tracker'
import type { TrackerFault } from './tracker/tracker-fault'

export type KeptTracker =
  | { readonly ok: true; readonly tracker: Tracker }
  | { readonly ok: false; readonly fault: TrackerFault }

/** Keeps the one tracker that looks, and puts another in its place when something else is to be looked for. */
export class TrackerKeeper {
  readonly #make: () => Tracker
  #tracker: Tracker | undefined
  /** Has loaded, and looks from the next frame on. */
  #next: Tracker | undefined
  #replacing: Tracker | undefined

  /** @param make makes a tracker when one is first needed */
  constructor(make: () => Tracker) {
    this.#make = make
  }

  /** Loads what these subjects need. A tracker that failed is not asked again: the next start makes another. */
  async start(
    subjects: readonly Subject[],
    onProgress: NonNullable<TrackerOptions['onProgress']>,
  ): Promise<KeptTracker> {
    this.#tracker ??= this.#make()
    const tracker = this.#tracker
    const started = await tracker.start({ subjects, onProgress })
    if (started.ok) return { ok: true, tracker }
    tracker.dispose()
    if (this.#tracker === tracker) this.#tracker = undefined
    return started
  }

  /**
   * Loads another tracker for other subjects while the present one goes on looking. It takes over at the next {@link take}; a later call overtakes.
   *
   * @returns `aborted` when it was overtaken
   */
  async replace(subjects: readonly Subject[]): Promise<KeptTracker> {
    this.#replacing?.dispose()
    const tracker = this.#make()
    this.#replacing = tracker
    const started = await tracker.start({ subjects })
    if (this.#replacing !== tracker) {
      tracker.dispose()
      return { ok: false, fault: { code: 'aborted' } }
    }
    this.#replacing = undefined
    if (!started.ok) {
      tracker.dispose()
      return started
    }
    this.#next?.dispose()
    this.#next = tracker
    return { ok: true, tracker }
  }

  /** The tracker for the next frame, between frames: the one before is given up when another has come. */
  take(): Tracker | undefined {
    if (this.#next) {
      this.#tracker?.dispose()
      this.#tracker = this.#next
      this.#next = undefined
    }
    return this.#tracker
  }

  dispose(): void {
    this.#replacing?.dispose()
    this.#replacing = undefined
    this.#next?.dispose()
    this.#next = undefined
    this.#tracker?.dispose()
    this.#tracker = undefined
  }
}
