import type { HandFit } from './fit/hand-fit'
import type { HeadFit } from './fit/head-fit'
import type { Intrinsics } from './fit/intrinsics'
import type { Frame, Observation } from './tracker/tracker'
import type { TryOnLayout } from './try-on-state'
import type { Garment } from './wardrobe'

/** One moment: a frame and what was seen in it. */
export interface Moment {
  /** Taken over: the canvas closes it when the next is drawn. */
  readonly frame: Frame
  readonly observation: Observation
  readonly heads: readonly HeadFit[]
  readonly hands: readonly HandFit[]
  readonly intrinsics: Intrinsics
}

/** What try-on draws on. The view with three.js is one; a test's recorder another. */
export interface TryOnCanvas {
  /** Whether the picture is shown as in a mirror. */
  mirrored: boolean
  layout: TryOnLayout
  /** Puts a thing on, in the finish its model shows; undefined takes it off. Resolves when it can be drawn without a hitch. */
  wear(garment: Garment | undefined, slot: 'main' | 'other'): Promise<void>
  draw(moment: Moment): void
  /** Forgets the moment that is shown. */
  clear(): void
  /** What is shown, as it is shown. */
  snapshot(): Promise<Blob>
  on(event: 'contextlost' | 'contextrestored', listener: () => void): () => void
  dispose(): void
}
