import type { PixelReader } from './pixel-reader'
import type { ForearmEdges, PersonMask, PictureLight } from './tracker'

/** A face on its way into an observation. */
export interface FaceDraft {
  /** As `FaceLandmarks.points`: to be written over. The tracker keeps what it saw itself as `raw`. */
  readonly points: Float32Array
  readonly raw: Float32Array
  /** As `FaceLandmarks.lobes`: to be written over, all 0 at first. Absent where nobody asks. */
  readonly lobes?: Float32Array
}

/** A hand on its way into an observation. */
export interface HandDraft {
  /** As `HandLandmarks.points`: to be written over. */
  readonly points: Float32Array
  readonly world: Float32Array
  readonly side: 'left' | 'right'
  readonly confidence: number
  forearm?: ForearmEdges
}

/** An observation while the frame can still be read. */
export interface ObservationDraft {
  readonly time: number
  readonly width: number
  readonly height: number
  readonly faces: readonly FaceDraft[]
  readonly hands: readonly HandDraft[]
  readonly person?: PersonMask
  light?: PictureLight
}

/**
 * Betters what the tracker saw by what the picture shows: moves points, finds edges, measures the light. Runs in the worker after the tracker, in the
 * order of `refinements.ts`; each sees what those before it made of the draft. Pure over the patches it reads, so that it is tested without a browser.
 * One that throws is told as `tracker-broken`.
 */
export type Refinement = (draft: ObservationDraft, reader: PixelReader) => void
