import type { Observation } from '../tracker/tracker'
import { assignNearest } from './assign-nearest'
import { FaceTrack } from './face-track'
import type { HeadFit } from './head-fit'
import type { Intrinsics } from './intrinsics'
import { PoseSolver } from './pose-solver'

/** Somebody who left may come back within this time and keep what is known of them, seconds. */
const REMEMBERED = 3
/** How far a face moves between frames at most, in breadths of the face; while away it may have moved further. */
const REACH = 0.7
const REACH_AWAY = 1.2

/**
 * Makes fitted heads of a tracker's faces. Keep one for as long as the picture comes from one source; {@link reset} when it changes.
 * Nothing is allocated once everybody was seen: the heads and their arrays are the same objects from frame to frame.
 */
export class HeadFitter {
  readonly #solver = new PoseSolver()
  readonly #tracks: FaceTrack[] = []
  readonly #fits: HeadFit[] = []
  /** For each face of the frame the track it belongs to. */
  readonly #owner: (FaceTrack | undefined)[] = []
  #observation: Observation | undefined
  #nextId = 1

  /** @returns the faces of this frame, the one seen first at first; reused by the next call */
  fit(observation: Observation, intrinsics: Intrinsics): readonly HeadFit[] {
    const { faces, time } = observation
    this.#forget(time)
    this.#observation = observation
    assignNearest(this.#owner, this.#tracks, faces.length, this.#distance)
    this.#fits.length = 0
    for (let i = 0; i < faces.length; i++) {
      const face = faces[i]
      if (!face) continue
      let track = this.#owner[i]
      if (!track) {
        track = new FaceTrack(this.#nextId++, this.#solver)
        this.#tracks.push(track)
      }
      track.update(face, time, intrinsics)
    }
    for (const track of this.#tracks) if (track.time === time) this.#fits.push(track.fit)
    return this.#fits
  }

  /** Forgets everybody: the next picture is of another source. */
  reset(): void {
    this.#tracks.length = 0
    this.#fits.length = 0
  }

  #forget(time: number): void {
    for (let i = this.#tracks.length - 1; i >= 0; i--) {
      const away = time - (this.#tracks[i]?.time ?? 0)
      if (!(away >= 0 && away < REMEMBERED)) this.#tracks.splice(i, 1)
    }
  }

  #distance = (i: number, track: FaceTrack): number => {
    const points = this.#observation?.faces[i]?.points
    if (!points || !this.#observation) return 1
    const x = ((points[3 * 33] as number) + (points[3 * 263] as number)) / 2
    const y = ((points[3 * 33 + 1] as number) + (points[3 * 263 + 1] as number)) / 2
    const away = this.#observation.time - track.time > 0.2
    return Math.hypot(x - track.x, y - track.y) / Math.max(track.breadth * (away ? REACH_AWAY : REACH), 1)
  }
}
