/** A model who turns their head (or a hand): which of their pictures is shown. */
export interface PeoplePictures {
  readonly count: number
  /** The one that looks straight ahead. */
  readonly first: number
  /** Shows another; resolves when it is the source's next frame. */
  show(index: number): Promise<void>
}
