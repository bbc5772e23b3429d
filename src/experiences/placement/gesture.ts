/** What fingers on the glass mean. Coordinates in CSS pixels from the top left of the overlay. */
export interface GestureHandlers {
  /** A finger came and went in place. */
  tap(x: number, y: number): void
  /** One finger starts to move; the point is where it came down. Return whether there is something to drag. */
  dragStart(x: number, y: number): boolean
  drag(x: number, y: number): void
  /** @param kept false when the drag became a turn or was cancelled by the system */
  dragEnd(kept: boolean): void
  /** Two fingers turn by this many radians, clockwise on the glass. Spreading them does nothing: sizes are true. */
  turn(radians: number): void
  turnEnd(): void
  /** One finger moves over nothing that can be dragged, by this many pixels. */
  look(dx: number, dy: number): void
}

/** Pixels a finger may slip and still tap: Android's touch slop. */
const SLOP = 8
/** Milliseconds a tap may last; a longer press is someone resting a thumb. */
const TAP_TIME = 800

interface Finger {
  readonly id: number
  readonly startX: number
  readonly startY: number
  readonly startTime: number
  x: number
  y: number
}

/**
 * Tells tap, one-finger drag and two-finger turn apart from pointer events.
 * Holds no DOM: the binding feeds it numbers, and so does the test.
 */
export class Gesture {
  private readonly fingers: Finger[] = []
  private mode: 'idle' | 'pressed' | 'dragging' | 'looking' | 'turning' | 'spent' = 'idle'

  constructor(private readonly handlers: GestureHandlers) {}

  down(id: number, x: number, y: number, time: number): void {
    if (this.fingers.length === 2 || this.fingers.some((finger) => finger.id === id)) return
    this.fingers.push({ id, startX: x, startY: y, startTime: time, x, y })
    if (this.fingers.length === 1) {
      this.mode = 'pressed'
      return
    }
    if (this.mode === 'dragging') this.handlers.dragEnd(true)
    this.mode = 'turning'
  }

  move(id: number, x: number, y: number): void {
    const finger = this.fingers.find((each) => each.id === id)
    if (!finger) return
    const before = this.mode === 'turning' ? this.angle() : 0
    const dx = x - finger.x
    const dy = y - finger.y
    finger.x = x
    finger.y = y
    if (this.mode === 'turning') {
      const turned = this.angle() - before
      const wrapped = turned - 2 * Math.PI * Math.round(turned / (2 * Math.PI))
      if (wrapped !== 0) this.handlers.turn(wrapped)
      return
    }
    if (this.mode === 'pressed') {
      if (Math.hypot(x - finger.startX, y - finger.startY) <= SLOP) return
      this.mode = this.handlers.dragStart(finger.startX, finger.startY) ? 'dragging' : 'looking'
    }
    if (this.mode === 'dragging') this.handlers.drag(x, y)
    else if (this.mode === 'looking') this.handlers.look(dx, dy)
  }

  up(id: number, time: number): void {
    const index = this.fingers.findIndex((finger) => finger.id === id)
    const finger = this.fingers[index]
    if (!finger) return
    this.fingers.splice(index, 1)
    if (this.mode === 'turning') {
      // The finger that stays must not drag the product off: lift both to begin again.
      this.mode = 'spent'
      this.handlers.turnEnd()
    } else if (this.mode === 'dragging') {
      this.handlers.dragEnd(true)
      this.mode = 'spent'
    } else if (this.mode === 'pressed' && time - finger.startTime <= TAP_TIME) {
      this.handlers.tap(finger.startX, finger.startY)
    }
    if (this.fingers.length === 0) this.mode = 'idle'
  }

  /** The system took the fingers away (a call, a notification, the session's end). */
  cancel(): void {
    const mode = this.mode
    this.fingers.length = 0
    this.mode = 'idle'
    if (mode === 'dragging') this.handlers.dragEnd(false)
    else if (mode === 'turning') this.handlers.turnEnd()
  }

  private angle(): number {
    const [first, second] = this.fingers
    return first && second ? Math.atan2(second.y - first.y, second.x - first.x) : 0
  }
}
