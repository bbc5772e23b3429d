import type { Wear } from '../../../core/wear'
import type { Finger, HandFit } from '../fit/hand-fit'
import type { HeadFit } from '../fit/head-fit'
import type { Intrinsics } from '../fit/intrinsics'

/** Seconds in which most of a way is gone: the picture follows a shopper as a hand would that holds it. */
const EASE = 0.35
/** Metres above the eyes where a face with its hat has its middle. */
const HAT = 0.07
/** Metres: a head with its hair, a hand. */
const HEAD = 0.24
const HAND = 0.19

/** Where in a frame those are who wear something, in its pixels. */
export interface FocusPoint {
  readonly x: number
  readonly y: number
  /** Of the first of them. */
  readonly firstX: number
  readonly firstY: number
  /** How far they are apart, across. */
  readonly spread: number
  /** Of the first, from crown to chin or from wrist to fingertip. */
  readonly size: number
}

/** Follows those who wear something, so that a narrow pane does not cut them off. */
export class Focus implements FocusPoint {
  x = 0
  y = 0
  firstX = 0
  firstY = 0
  spread = 0
  size = 0
  #known = false

  /** Undefined before anybody was seen. Who leaves is waited for where they were. */
  get point(): FocusPoint | undefined {
    return this.#known ? this : undefined
  }

  /**
   * @param kind of the thing worn
   * @param finger that a ring is on
   * @param seconds since the frame before
   */
  follow(
    heads: readonly HeadFit[],
    hands: readonly HandFit[],
    kind: Wear['kind'] | undefined,
    finger: Finger,
    { focal, centreX, centreY }: Intrinsics,
    seconds: number,
  ): void {
    const count = heads.length > 0 ? heads.length : hands.length
    if (count === 0) return
    const share = this.#known ? 1 - Math.exp(-Math.max(0, seconds) / EASE) : 1
    const above = heads.length > 0 && kind === 'hat' ? HAT : 0
    let sumX = 0
    let sumY = 0
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let i = 0; i < count; i++) {
      const hand = heads.length > 0 ? undefined : hands[i]
      const seat = kind === 'ring' ? hand?.rings[finger].frame : hand?.wrist
      const at = (heads[i]?.pose ?? seat)?.position
      const depth = at?.[2] ?? -1
      const x = centreX - (focal * (at?.[0] ?? 0)) / depth
      const y = centreY + (focal * ((at?.[1] ?? 0) + above)) / depth
      sumX += x
      sumY += y
      least = Math.min(least, x)
      most = Math.max(most, x)
      if (i > 0) continue
      this.size = (-focal * (heads.length > 0 ? HEAD : HAND)) / depth
      this.firstX += (x - this.firstX) * share
      this.firstY += (y - this.firstY) * share
    }
    this.x += (sumX / count - this.x) * share
    this.y += (sumY / count - this.y) * share
    this.spread = most - least
    this.#known = true
  }

  clear(): void {
    this.#known = false
  }
}
