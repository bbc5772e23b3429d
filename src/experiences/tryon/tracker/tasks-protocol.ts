import type { Frame, Observation, Subject, TrackerProgress } from './tracker'
import type { TrackerFault } from './tracker-fault'
import type { TrackerFiles } from './tracker-files'

export type Delegate = 'cpu' | 'gpu'

/**
 * How pictures follow each other: `stream` follows a face from frame to frame, `single` looks at each anew.
 * What that does to calm and lag: docs/tryon-tracking.md.
 */
export type Following = 'stream' | 'single'

/** What a worker needs to begin. */
export interface EngineOptions {
  readonly files: TrackerFiles
  readonly subjects: readonly Subject[]
  readonly delegate: Delegate
  readonly following: Following
  /** Faces to look for. MediaPipe's own smoothing, which lags, works with 1 only. */
  readonly faces: number
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly kind: 'start'; readonly options: EngineOptions }
  | {
      readonly kind: 'observe'
      readonly frame: Frame
      readonly time: number
      /** Arrays of observations past, to be used again. */
      readonly spent: readonly ArrayBuffer[]
      readonly thorough: boolean
    }
  | { readonly kind: 'reset' }

/** From the worker to the page. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: TrackerProgress }
  | { readonly kind: 'started'; readonly software: boolean }
  | { readonly kind: 'observed'; readonly frame: Frame; readonly observation: Observation }
  | { readonly kind: 'fault'; readonly fault: TrackerFault; readonly frame?: Frame }
