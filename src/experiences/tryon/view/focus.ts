import type { HandFit } from '../fit/hand-fit'
import type { HeadFit } from '../fit/head-fit'
import type { Intrinsics } from '../fit/intrinsics'

/** Seconds in which most of a way is gone: the picture follows a shopper as a hand would that holds it. */
const EASE = 0.35

/** Where in a frame those are who wear something, so that a narrow pane does not cut them off. Pixels of the frame. */
export class Focus {
  x = 0
  y = 0
  #known = false

  /** Undefined before anybody was seen. Who leaves is waited for where they were. */
  get point(): { readonly x: number; readonly y: number } | undefined {
    return this.#known ? this : undefined
  }

  /** @param seconds since the frame before */
  follow(
    heads: readonly HeadFit[],
    hands: readonly HandFit[],
    { focal, centreX, centreY }: Intrinsics,
    seconds: number,
  ): void {
    const count = heads.length > 0 ? heads.length : hands.length
    if (count === 0) return
    let x = 0
    let y = 0
    for (let i = 0; i < count; i++) {
      const at = heads[i]?.pose.position ?? hands[i]?.wrist.position
      const depth = at?.[2] ?? -1
      x += centreX - (focal * (at?.[0] ?? 0)) / depth
      y += centreY + (focal * (at?.[1] ?? 0)) / depth
    }
    const share = this.#known ? 1 - Math.exp(-Math.max(0, seconds) / EASE) : 1
    this.x += (x / count - this.x) * share
    this.y += (y / count - this.y) * share
    this.#known = true
  }

  clear(): void {
    this.x = 0
    this.y = 0
    this.#known = false
  }
}
