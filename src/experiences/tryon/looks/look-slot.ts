import type { Group } from 'three'
import type { PictureLight } from '../tracker/tracker'
import type { FitNote } from './fit-note'
import type { Exposure } from './picture-exposure'

/** What all that is worn in one frame has to know. */
export interface Moment {
  readonly exposure: Exposure
  readonly light: PictureLight | undefined
  /** Since the frame before. */
  readonly seconds: number
  /** Nothing swings. */
  readonly reducedMotion: boolean
}

/** One body's copy of what is worn. */
export interface LookSlot<Fit> {
  readonly root: Group
  readonly note: FitNote | undefined
  update(fit: Fit, moment: Moment): void
  dispose(): void
}

/** A copy for each face or hand, kept by its id while it is seen, then free for the next. */
export class LookSlots<Fit extends { readonly id: number }> {
  readonly #create: () => LookSlot<Fit>
  readonly #slots: { id: number; used: boolean; slot: LookSlot<Fit> }[] = []
  #note: FitNote | undefined
  #seen = 0

  /** Makes the first copy at once, hidden, so that its shaders can be compiled before anybody is seen. */
  constructor(create: () => LookSlot<Fit>) {
    this.#create = create
    this.#slots.push({ id: Number.NaN, used: false, slot: create() })
  }

  /** Of the first that has one. */
  get note(): FitNote | undefined {
    return this.#note
  }

  /** Copies that are in the picture. */
  get seen(): number {
    return this.#seen
  }

  update(fits: readonly Fit[], moment: Moment, most: number): void {
    for (const entry of this.#slots) entry.used = false
    this.#note = undefined
    this.#seen = Math.min(most, fits.length)
    for (let i = 0; i < this.#seen; i++) {
      const fit = fits[i]
      if (!fit) continue
      const slot = this.#slotOf(fit.id)
      slot.update(fit, moment)
      this.#note ??= slot.note
    }
    for (const { used, slot } of this.#slots) slot.root.visible = used
  }

  dispose(): void {
    for (const { slot } of this.#slots) slot.dispose()
    this.#slots.length = 0
  }

  #slotOf(id: number): LookSlot<Fit> {
    let free: { id: number; used: boolean; slot: LookSlot<Fit> } | undefined
    for (const entry of this.#slots) {
      if (entry.used) continue
      if (entry.id === id) {
        entry.used = true
        return entry.slot
      }
      free ??= entry
    }
    if (!free) {
      // Only when a face or hand comes that was never there before.
      free = { id, used: true, slot: this.#create() }
      this.#slots.push(free)
    }
    free.id = id
    free.used = true
    return free.slot
  }
}
