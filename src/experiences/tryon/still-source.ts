import type { FrameSource, NextFrame } from './frame-source'

/** One picture, given again and again: the tracker sees better at the second look, and a thing that swings needs something to swing before. */
export class StillSource implements FrameSource {
  readonly still = true
  readonly width: number
  readonly height: number
  readonly #picture: ImageBitmap
  readonly #step: number
  #time = 0

  /** @param picture taken over, and closed with the source @param step seconds that pass from look to look */
  constructor(picture: ImageBitmap, step = 1 / 15) {
    this.#picture = picture
    this.#step = step
    this.width = picture.width
    this.height = picture.height
  }

  async next(signal: AbortSignal): Promise<NextFrame> {
    if (signal.aborted) return { ok: false, fault: { code: 'aborted' } }
    const frame = await createImageBitmap(this.#picture)
    this.#time += this.#step
    return { ok: true, frame, time: this.#time }
  }

  close(): void {
    this.#picture.close()
  }
}
