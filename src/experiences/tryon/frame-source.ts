import type { Frame } from './tracker/tracker'
import type { TryOnFault } from './try-on-state'

/** A frame, or why there will be none. */
export type NextFrame =
  | { readonly ok: true; readonly frame: Frame; readonly time: number }
  | { readonly ok: false; readonly fault: TryOnFault }

/** Where frames come from: a camera, a photo, a model's picture. Unmirrored. */
export interface FrameSource {
  /** A still shows one moment: it is looked at until the fit has settled, then rests. */
  readonly still: boolean
  /** Pixels. */
  readonly width: number
  readonly height: number
  /**
   * The newest frame, at once for a still, else as soon as the camera has one that was not given yet.
   * Whoever takes it closes it.
   */
  next(signal: AbortSignal): Promise<NextFrame>
  close(): void
}
