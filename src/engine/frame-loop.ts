/** Called before each frame with the seconds since the last one (at most 0.1). Returns true while it still moves. */
export type Animator = (seconds: number) => boolean

const MAX_STEP_SECONDS = 0.1

/**
 * Draws on demand: a frame is drawn only after {@link request}, or while an animator moves. A page at rest costs
 * nothing, and neither does one that is hidden, scrolled away or suspended.
 */
export class FrameLoop {
  /** Frames drawn since the start. */
  framesDrawn = 0

  readonly #draw: (moving: boolean) => void
  readonly #animators: Animator[] = []
  readonly #pauses = new Set<string>()
  #scheduled = 0
  #wanted = false
  #last = 0
  #disposed = false

  /** @param draw draws one frame; `moving` is false on the last frame of a movement */
  constructor(draw: (moving: boolean) => void) {
    this.#draw = draw
  }

  /** Whether nothing will be drawn until someone asks. */
  get idle(): boolean {
    return this.#scheduled === 0
  }

  /** Asks for one frame. Calls before that frame count once; while paused the wish is kept. */
  request(): void {
    this.#wanted = true
    if (this.#scheduled !== 0 || this.#pauses.size > 0 || this.#disposed) return
    this.#scheduled = requestAnimationFrame(this.#tick)
  }

  /** Draws at once, without waiting for the display, unless paused: then the frame is drawn on return. */
  drawNow(): void {
    if (this.#pauses.size > 0 || this.#disposed) {
      this.request()
      return
    }
    cancelAnimationFrame(this.#scheduled)
    this.#scheduled = 0
    this.#wanted = false
    this.framesDrawn += 1
    this.#draw(false)
  }

  /** Adds an animator; the returned function removes it. */
  animate(animator: Animator): () => void {
    this.#animators.push(animator)
    this.request()
    return () => {
      const at = this.#animators.indexOf(animator)
      if (at >= 0) this.#animators.splice(at, 1)
    }
  }

  /** Stops or goes on for one of several reasons; frames are drawn when no reason to pause is left. */
  pause(reason: 'hidden' | 'offscreen' | 'suspended' | 'contextlost', on: boolean): void {
    if (on) {
      this.#pauses.add(reason)
      cancelAnimationFrame(this.#scheduled)
      this.#scheduled = 0
      this.#last = 0
    } else if (this.#pauses.delete(reason) && this.#wanted) {
      this.request()
    }
  }

  dispose(): void {
    this.#disposed = true
    cancelAnimationFrame(this.#scheduled)
    this.#scheduled = 0
    this.#animators.length = 0
  }

  readonly #tick = (now: number): void => {
    this.#scheduled = 0
    this.#wanted = false
    const seconds = this.#last === 0 ? 1 / 60 : Math.min((now - this.#last) / 1000, MAX_STEP_SECONDS)
    let moving = false
    for (let i = this.#animators.length - 1; i >= 0; i--) {
      if (this.#animators[i]?.(seconds)) moving = true
    }
    this.#last = moving ? now : 0
    if (moving) this.request()
    this.framesDrawn += 1
    this.#draw(moving)
  }
}
