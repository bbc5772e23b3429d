import type { FrameSource } from '../../../src/experiences/tryon/frame-source'
import type { Frame } from '../../../src/experiences/tryon/tracker/tracker'

/** Frames that count how many of them are held. */
export class CountedFrames implements FrameSource {
  readonly width = 900
  readonly height = 1200
  held = 0
  given = 0
  closed = false
  constructor(readonly still = true) {}
  async next(signal: AbortSignal) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (signal.aborted) return { ok: false, fault: { code: 'aborted' } } as const
    this.held += 1
    this.given += 1
    const close = () => {
      this.held -= 1
    }
    return { ok: true, frame: { width: 900, height: 1200, close } as Frame, time: this.given / 15 } as const
  }
  close() {
    this.closed = true
  }
}
