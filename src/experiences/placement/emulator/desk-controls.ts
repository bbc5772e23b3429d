import { Euler, type Quaternion, Vector3 } from 'three'

/** Radians a pixel of drag turns the head. */
const DRAG_TURN = 0.0042
/** Radians a second the arrow keys turn it. */
const KEY_TURN = 1.2
/** Metres a second: a stroll through a room. */
const WALK = 1.4
const STEEPEST = 1.35

/** Where the emulated head is, however the device keeps it. */
export interface Head {
  readonly position: Vector3
  readonly quaternion: Quaternion
}

const KEYS = ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const

/**
 * Walks and looks at a desk: W A S D walk, dragging over the view or the arrow keys look. Keys that the overlay takes
 * for itself never come here.
 */
export class DeskControls {
  private readonly euler = new Euler(0, 0, 0, 'YXZ')
  private readonly step = new Vector3()
  private readonly down = new Set<string>()
  private frame = 0
  private last = 0

  constructor(
    private readonly head: Head,
    /** Half the walkable room along X, and its limits along Z, metres. */
    private readonly bounds: { readonly x: number; readonly near: number; readonly far: number },
    private readonly onChange: () => void,
  ) {
    document.addEventListener('keydown', this.onDown)
    document.addEventListener('keyup', this.onUp)
    addEventListener('blur', this.onBlur)
  }

  look(dx: number, dy: number): void {
    this.turn(dx * DRAG_TURN, dy * DRAG_TURN)
    this.onChange()
  }

  dispose(): void {
    document.removeEventListener('keydown', this.onDown)
    document.removeEventListener('keyup', this.onUp)
    removeEventListener('blur', this.onBlur)
    cancelAnimationFrame(this.frame)
  }

  private readonly onDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    if (!KEYS.some((key) => key === event.code) || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    this.down.add(event.code)
    if (this.frame !== 0) return
    this.last = performance.now()
    this.frame = requestAnimationFrame(this.tick)
  }

  private readonly onUp = (event: KeyboardEvent) => {
    this.down.delete(event.code)
  }

  private readonly onBlur = () => this.down.clear()

  private readonly tick = (now: number) => {
    const seconds = Math.min(0.1, (now - this.last) / 1000)
    this.last = now
    const held = (key: string) => (this.down.has(key) ? 1 : 0)
    this.turn(
      (held('ArrowLeft') - held('ArrowRight')) * KEY_TURN * seconds,
      (held('ArrowUp') - held('ArrowDown')) * KEY_TURN * seconds,
    )
    this.step
      .set(held('KeyD') - held('KeyA'), 0, held('KeyS') - held('KeyW'))
      .normalize()
      .multiplyScalar(WALK * seconds)
    this.euler.setFromQuaternion(this.head.quaternion)
    this.step.applyAxisAngle(UP, this.euler.y)
    const { position } = this.head
    const { x, near, far } = this.bounds
    position.x = Math.min(x, Math.max(-x, position.x + this.step.x))
    position.z = Math.min(near, Math.max(far, position.z + this.step.z))
    this.onChange()
    this.frame = this.down.size > 0 ? requestAnimationFrame(this.tick) : 0
  }

  private turn(yaw: number, pitch: number): void {
    this.euler.setFromQuaternion(this.head.quaternion)
    this.euler.y += yaw
    this.euler.x = Math.min(STEEPEST, Math.max(-STEEPEST, this.euler.x + pitch))
    this.euler.z = 0
    this.head.quaternion.setFromEuler(this.euler)
  }
}

const UP = new Vector3(0, 1, 0)
