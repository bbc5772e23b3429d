import { estimateIntrinsics } from './fit/estimate-intrinsics'
import type { Intrinsics } from './fit/intrinsics'
import type { OpenedSource } from './open-source'

/** The lens that a source is seen through: known, or estimated; found once for a size of its frames. */
export class SourceLens {
  #lens: Intrinsics | undefined
  #zoom = 1

  /** How many times as long as a usual one it is. */
  get zoom(): number {
    return this.#zoom
  }

  /** The lens of frames of this size, pixels. */
  of(
    { width, height }: Pick<Intrinsics, 'width' | 'height'>,
    { intrinsics, hints }: Pick<OpenedSource & { readonly ok: true }, 'intrinsics' | 'hints'>,
  ): Intrinsics {
    const known = this.#lens
    if (known?.width === width && known.height === height) return known
    const lens = intrinsics ?? estimateIntrinsics(width, height, hints)
    this.#lens = lens
    this.#zoom = lens.focal / estimateIntrinsics(width, height).focal
    return lens
  }

  /** Another source follows. */
  forget(): void {
    this.#lens = undefined
  }
}
