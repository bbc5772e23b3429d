import { type Camera, Ray, Vector3 } from 'three'
import { Gesture } from './gesture'
import type { PlacementSession } from './placement-session'

/** Marks an element of the overlay whose touches are its own: buttons, sheets. */
export const CONTROL = 'data-placement-control'

const far = new Vector3()

/** The ray from the camera through a point of the view. */
export function rayThrough(
  camera: Camera,
  x: number,
  y: number,
  width: number,
  height: number,
  out: Ray,
): Ray {
  out.origin.setFromMatrixPosition(camera.matrixWorld)
  far
    .set((x / width) * 2 - 1, 1 - (y / height) * 2, 0.5)
    .applyMatrix4(camera.projectionMatrixInverse)
    .applyMatrix4(camera.matrixWorld)
  out.direction.copy(far).sub(out.origin).normalize()
  return out
}

/** Fingers and mouse on the overlay, for sessions that show it over the camera's picture. */
export class ScreenInput {
  private readonly ray = new Ray()
  private readonly gesture: Gesture

  constructor(
    private readonly overlay: HTMLElement,
    private readonly session: PlacementSession,
    /** A finger drags over nothing: only an emulator turns its head by it. */
    onLook: (dx: number, dy: number) => void = () => {},
  ) {
    const { world } = session
    this.gesture = new Gesture({
      tap: (x, y) => {
        if (session.placeHere() || world.task) return
        if (this.aim(x, y)) session.selectAlong(this.ray)
      },
      dragStart: (x, y) => this.aim(x, y) && session.grab(this.ray, true),
      drag: (x, y) => {
        if (this.aim(x, y)) world.dragAlong(this.ray)
      },
      dragEnd: () => session.drop(),
      // Clockwise on the glass is clockwise from above.
      turn: (radians) => session.turnBy(-radians),
      turnEnd: () => {},
      look: onLook,
    })
    overlay.addEventListener('pointerdown', this.onDown)
    overlay.addEventListener('pointermove', this.onMove)
    overlay.addEventListener('pointerup', this.onUp)
    overlay.addEventListener('pointercancel', this.onCancel)
    overlay.addEventListener('beforexrselect', this.onBeforeSelect)
  }

  dispose(): void {
    this.gesture.cancel()
    this.overlay.removeEventListener('pointerdown', this.onDown)
    this.overlay.removeEventListener('pointermove', this.onMove)
    this.overlay.removeEventListener('pointerup', this.onUp)
    this.overlay.removeEventListener('pointercancel', this.onCancel)
    this.overlay.removeEventListener('beforexrselect', this.onBeforeSelect)
  }

  private readonly onDown = (event: PointerEvent) => {
    if (onControl(event)) return
    if (event.pointerType === 'mouse' && event.button !== 0) return
    this.overlay.setPointerCapture(event.pointerId)
    this.gesture.down(event.pointerId, event.clientX, event.clientY, event.timeStamp)
  }

  private readonly onMove = (event: PointerEvent) => {
    this.gesture.move(event.pointerId, event.clientX, event.clientY)
  }

  private readonly onUp = (event: PointerEvent) => {
    this.gesture.up(event.pointerId, event.timeStamp)
  }

  private readonly onCancel = () => this.gesture.cancel()

  /** The browser's own select event would put something down behind the button that was meant. */
  private readonly onBeforeSelect = (event: Event) => event.preventDefault()

  private aim(x: number, y: number): boolean {
    const { camera } = this.session.world
    if (!camera) return false
    rayThrough(camera, x, y, this.overlay.clientWidth, this.overlay.clientHeight, this.ray)
    return true
  }
}

function onControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest(`[${CONTROL}]`) !== null
}
