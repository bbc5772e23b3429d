import type { Wear } from '../../core/wear'
import type { TryOnCanvas } from './try-on-canvas'
import type { TryOnFault, Worn } from './try-on-state'
import type { Garment, TakenOut } from './wardrobe'

/** What a {@link Dresser} works with. */
export interface DresserParts {
  readonly view: Pick<TryOnCanvas, 'wear' | 'takeOff'>
  readonly takeOut: (
    worn: Worn,
    options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ) => Promise<TakenOut>
  /** 0..1 of what is on its way; 1 when nothing is. */
  readonly onProgress: (share: number) => void
}

export type Dressed =
  /** `before` is how the thing worn until now was worn. */
  | { readonly ok: true; readonly garment: Garment; readonly before: Wear | undefined }
  /** `aborted` when a later wish overtook it. */
  | { readonly ok: false; readonly fault: TryOnFault }

/** Takes things out of the wardrobe and puts them on: what is worn, and what it is compared with. Each wish overtakes the one before. */
export class Dresser {
  readonly #parts: DresserParts
  #wear: Wear | undefined
  #untaken: TryOnFault | undefined
  #taking: AbortController | undefined
  #takingOther: AbortController | undefined
  #known: Promise<void> = Promise.resolve()

  constructor(parts: DresserParts) {
    this.#parts = parts
  }

  /** How the thing worn is worn; undefined while nothing could be taken out. */
  get wear(): Wear | undefined {
    return this.#wear
  }

  /** Why nothing could be taken out the last time. */
  get untaken(): TryOnFault | undefined {
    return this.#untaken
  }

  /** Until it is known how what is being fetched is worn. */
  get known(): Promise<void> {
    return this.#known
  }

  /** Puts a thing on in place of the one before. */
  async dress(worn: Worn): Promise<Dressed> {
    this.#taking?.abort()
    this.#taking = new AbortController()
    const { signal } = this.#taking
    const before = this.#wear
    const taking = this.#takeOut(worn, signal)
    this.#known = taking.then((taken) => {
      if (taken.ok) this.#wear = taken.garment.wear
      else if (taken.fault.code !== 'aborted') this.#untaken = taken.fault
    })
    const taken = await taking
    if (!taken.ok) return taken
    return (await this.#put(taken.garment, 'first', signal)) ?? { ok: true, garment: taken.garment, before }
  }

  /** Puts on what it is compared with. */
  async dressOther(worn: Worn): Promise<Dressed> {
    this.#takingOther?.abort()
    this.#takingOther = new AbortController()
    const { signal } = this.#takingOther
    const taken = await this.#takeOut(worn, signal)
    if (!taken.ok) return taken
    const { garment } = taken
    return (await this.#put(garment, 'second', signal)) ?? { ok: true, garment, before: undefined }
  }

  /** Compares with nothing. */
  undressOther(): void {
    this.#takingOther?.abort()
    this.#parts.view.takeOff('second')
  }

  dispose(): void {
    this.#taking?.abort()
    this.#takingOther?.abort()
  }

  async #takeOut(worn: Worn, signal: AbortSignal): Promise<TakenOut> {
    const { onProgress, takeOut } = this.#parts
    onProgress(0)
    const taken = await takeOut(worn, { signal, onProgress })
    onProgress(1)
    if (!signal.aborted) return taken
    if (taken.ok) taken.garment.model.release()
    return { ok: false, fault: { code: 'aborted' } }
  }

  /** @returns why not, or undefined when it is on */
  async #put(
    { model, materialVariant: variant }: Garment,
    place: 'first' | 'second',
    signal: AbortSignal,
  ): Promise<(Dressed & { readonly ok: false }) | undefined> {
    const put = await this.#parts.view.wear({ model, variant }, place)
    if (signal.aborted) return { ok: false, fault: { code: 'aborted' } }
    return put.ok ? undefined : put
  }
}
