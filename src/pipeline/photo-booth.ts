import type { Shot } from '../core/shot'
import type { PipelineFailed, PipelineFault } from './pipeline-fault'

/** Takes pictures of models with the engine's own viewer. It needs a browser, so it is handed in. */
export interface PhotoBooth {
  /** Pixels of the picture's edge for each of its own: what comes is that many times as large. */
  readonly density: number
  /** @returns a transparent PNG of `edge * density` pixels square, or what the engine says of the file */
  take(
    model: Uint8Array,
    shot: Shot,
  ): Promise<{ readonly ok: true; readonly png: Uint8Array } | PipelineFailed>
  close(): Promise<void>
}

export interface OpenBoothOptions {
  /** Edge of the picture in pixels. */
  readonly edge: number
  /** Twice as many pixels as are kept smooth edges and grain. */
  readonly density: number
}

/** Why there is no booth: nothing to draw with, or it could not be put up. */
export interface PhotoBoothFault extends PipelineFault {
  readonly code: 'no-browser' | 'no-booth'
}

export type OpenBooth = (
  options: OpenBoothOptions,
) => Promise<
  { readonly ok: true; readonly booth: PhotoBooth } | { readonly ok: false; readonly fault: PhotoBoothFault }
>
