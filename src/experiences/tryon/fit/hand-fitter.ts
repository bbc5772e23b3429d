import type { Observation } from '../tracker/tracker'
import { assignNearest } from './assign-nearest'
import type { HandFit } from './hand-fit'
import { HandTrack } from './hand-track'
import type { Intrinsics } from './intrinsics'

/** A hand that left may come back within this time as the same, seconds. */
const REMEMBERED = 1
/** How far a hand moves between frames at most, in palm lengths. */
const REACH = 1.2

/** Makes fitted hands of a tracker's hands, as {@link HeadFitter} does heads. Nothing is allocated once every hand was seen. */
export class HandFitter {
  readonly #tracks: HandTrack[] = []
  readonly #fits: HandFit[] = []
  readonly #owner: (HandTrack | undefined)[] = []
  #observation: Observation | undefined
  #nextId = 1

  /** @returns the hands of this frame; reused by the next call */
  fit(observation: Observation, intrinsics: Intrinsics): readonly HandFit[] {
    const { hands, time } = observation
    for (let i = this.#tracks.length - 1; i >= 0; i--) {
      const away = time - (this.#tracks[i]?.time ?? 0)
      if (!(away >= 0 && away < REMEMBERED)) this.#tracks.splice(i, 1)
    }
    this.#observation = observation
    assignNearest(this.#owner, this.#tracks, hands.length, this.#distance)
    this.#fits.length = 0
    for (let i = 0; i < hands.length; i++) {
      const hand = hands[i]
      if (!hand) continue
      let track = this.#owner[i]
      if (!track) {
        track = new HandTrack(this.#nextId++)
        this.#tracks.push(track)
      }
      track.update(hand, time, intrinsics)
    }
    for (const track of this.#tracks) if (track.time === time) this.#fits.push(track.fit)
    return this.#fits
  }

  /** Forgets every hand: the next picture is of another source. */
  reset(): void {
    this.#tracks.length = 0
    this.#fits.length = 0
  }

  #distance = (i: number, track: HandTrack): number => {
    const hand = this.#observation?.hands[i]
    if (!hand) return 1
    const x = ((hand.points[0] as number) + (hand.points[27] as number)) / 2
    const y = ((hand.points[1] as number) + (hand.points[28] as number)) / 2
    const d = Math.hypot(x - track.x, y - track.y) / Math.max(REACH * track.size, 1)
    // Two hands that cross are told apart by their side.
    return hand.side === track.side ? d : d * 2
  }
}
