import { type PerspectiveCamera, Vector3 } from 'three'
import type { Stand } from '../core/product'
import type { View } from './framing'
import { type ViewName, viewName } from './view-name'

/** How far a shopper may move the camera. Angles in radians, distances as factors of the first view's. */
export interface OrbitLimits {
  /** Never under a floor that the thing stands on. */
  readonly minPitch: number
  readonly maxPitch: number
  /** Half the yaw range around the front; Infinity turns all round (a wall product shows no back). */
  readonly maxYaw: number
  readonly nearest: number
  readonly farthest: number
}

const FREE: OrbitLimits = { minPitch: 0.02, maxPitch: 1.5, maxYaw: Infinity, nearest: 0.35, farthest: 1.6 }
const WALL: OrbitLimits = { minPitch: -0.5, maxPitch: 0.9, maxYaw: 1.2, nearest: 0.35, farthest: 1.6 }
/** What hangs overhead is looked up at, and down on from a gallery. */
const HUNG: OrbitLimits = { minPitch: -1.2, maxPitch: 1, maxYaw: Infinity, nearest: 0.35, farthest: 1.6 }

/** By where a product belongs. */
export const ORBIT_LIMITS: Readonly<Record<Stand, OrbitLimits>> = {
  floor: FREE,
  table: FREE,
  wall: WALL,
  ceiling: HUNG,
}

/** A pointer that is down. */
interface Held {
  /** Where it was last, CSS pixels. */
  x: number
  y: number
  /** A finger of which it is not yet known whether it turns the product or scrolls the page. */
  undecided: boolean
}

/** Pixels a finger moves across before it turns. */
const SLOP = 4
/** Radians a key press turns, and the factor it zooms by. */
const KEY_TURN = Math.PI / 12
const KEY_ZOOM = 1.15
/** Radians a drag over the whole height of the picture turns. */
const DRAG_TURN = Math.PI
/** Seconds in which 63 % of the way to the goal is done. */
const SETTLE_SECONDS = 0.09
const AT_REST = 1e-4

/**
 * Turns and zooms a camera around an object by drag, pinch, wheel and keys.
 *
 * It takes as little from the page as it can: a finger that moves up or down scrolls the page, the wheel zooms only
 * with Ctrl (a trackpad's pinch) or when the viewer has the focus.
 */
export class Orbit {
  enabled = true
  /** Called when a frame is needed. */
  onMove: () => void = () => {}
  /** Called with the view's name when it changes and has come to rest. */
  onView: (view: ViewName) => void = () => {}

  readonly #camera: PerspectiveCamera
  readonly #element: HTMLElement
  readonly #listening = new AbortController()
  readonly #pointers = new Map<number, Held>()
  readonly #calm: MediaQueryList
  #home: View = { yaw: 0, pitch: 0, distance: 1, target: [0, 0, 0] }
  #limits: OrbitLimits = FREE
  #yaw = 0
  #pitch = 0
  #distance = 1
  #goalYaw = 0
  #goalPitch = 0
  #goalDistance = 1
  readonly #target = new Vector3()
  readonly #goalTarget = new Vector3()
  #pinch = 0
  #named = ''

  /** @param element takes the pointers, and the keys when it has the focus */
  constructor(camera: PerspectiveCamera, element: HTMLElement) {
    this.#camera = camera
    this.#element = element
    this.#calm = matchMedia('(prefers-reduced-motion: reduce)')
    element.style.touchAction = 'pan-y'
    const { signal } = this.#listening
    element.addEventListener('pointerdown', this.#down, { signal })
    element.addEventListener('pointermove', this.#drag, { signal })
    element.addEventListener('pointerup', this.#up, { signal })
    element.addEventListener('pointercancel', this.#up, { signal })
    element.addEventListener('wheel', this.#wheel, { signal, passive: false })
    element.addEventListener('keydown', this.#key, { signal })
  }

  /** Where the camera is now. */
  get view(): View {
    const { x, y, z } = this.#target
    return { yaw: this.#yaw, pitch: this.#pitch, distance: this.#distance, target: [x, y, z] }
  }

  /**
   * Makes a view the home, to which `Home` returns, and goes there.
   *
   * @param go `jump` at once, `glide` in motion; the `keep` forms stay at the angle and zoom the shopper has chosen
   */
  setHome(
    view: View,
    limits: OrbitLimits = FREE,
    go: 'jump' | 'glide' | 'keep-jump' | 'keep-glide' = 'jump',
  ): void {
    const zoom = this.#goalDistance / this.#home.distance
    const keep = go === 'keep-jump' || go === 'keep-glide'
    this.#home = view
    this.#limits = limits
    this.#goalTarget.fromArray(view.target)
    this.turnTo(keep ? { distance: view.distance * zoom } : view, go === 'jump' || go === 'keep-jump')
    if (!keep) this.#named = keyOf(viewName(this.#goalYaw, this.#goalPitch))
  }

  /** Turns to angles (radians) and a distance (metres); what is left out stays. */
  turnTo(view: Partial<Pick<View, 'yaw' | 'pitch' | 'distance'>>, jump = false): void {
    if (view.yaw !== undefined) this.#goalYaw = view.yaw
    if (view.pitch !== undefined) this.#goalPitch = view.pitch
    if (view.distance !== undefined) this.#goalDistance = view.distance
    this.#clamp()
    if (jump || this.#calm.matches) {
      this.#yaw = this.#goalYaw
      this.#pitch = this.#goalPitch
      this.#distance = this.#goalDistance
      this.#target.copy(this.#goalTarget)
      this.#place()
    }
    this.onMove()
  }

  /** Moves towards the goal. Returns whether it still moves. */
  step(seconds: number): boolean {
    const dYaw = this.#goalYaw - this.#yaw
    const dPitch = this.#goalPitch - this.#pitch
    const dDistance = this.#goalDistance - this.#distance
    const aside = this.#target.distanceTo(this.#goalTarget)
    if (dYaw === 0 && dPitch === 0 && dDistance === 0 && aside === 0) return false
    const far = Math.abs(dYaw) + Math.abs(dPitch) + (Math.abs(dDistance) + aside) / this.#home.distance
    const part = far < AT_REST || this.#calm.matches ? 1 : 1 - Math.exp(-seconds / SETTLE_SECONDS)
    this.#yaw += dYaw * part
    this.#pitch += dPitch * part
    this.#distance += dDistance * part
    this.#target.lerp(this.#goalTarget, part)
    this.#place()
    if (part < 1) return true
    this.#yaw = this.#goalYaw
    this.#pitch = this.#goalPitch
    this.#distance = this.#goalDistance
    this.#target.copy(this.#goalTarget)
    this.#announce()
    return false
  }

  dispose(): void {
    this.#listening.abort()
    this.onMove = () => {}
    this.onView = () => {}
  }

  #announce(): void {
    const name = viewName(this.#yaw, this.#pitch)
    const key = keyOf(name)
    if (key === this.#named) return
    this.#named = key
    this.onView(name)
  }

  #clamp(): void {
    const { minPitch, maxPitch, maxYaw, nearest, farthest } = this.#limits
    const home = this.#home.distance
    this.#goalPitch = Math.min(maxPitch, Math.max(minPitch, this.#goalPitch))
    this.#goalYaw = Math.min(maxYaw, Math.max(-maxYaw, this.#goalYaw))
    this.#goalDistance = Math.min(home * farthest, Math.max(home * nearest, this.#goalDistance))
  }

  #place(): void {
    const { x, y, z } = this.#target
    const flat = Math.cos(this.#pitch) * this.#distance
    const camera = this.#camera
    camera.position.set(
      x + Math.sin(this.#yaw) * flat,
      y + Math.sin(this.#pitch) * this.#distance,
      z + Math.cos(this.#yaw) * flat,
    )
    camera.near = this.#distance / 50
    camera.far = this.#distance * 10
    camera.lookAt(x, y, z)
    camera.updateProjectionMatrix()
    camera.updateMatrixWorld()
  }

  #turn(yaw: number, pitch: number, zoom: number): void {
    this.#goalYaw += yaw
    this.#goalPitch += pitch
    this.#goalDistance *= zoom
    this.#clamp()
    this.onMove()
  }

  readonly #down = (event: PointerEvent): void => {
    if (!this.enabled || (event.pointerType === 'mouse' && event.button !== 0)) return
    this.#pointers.set(event.pointerId, {
      x: event.clientX,
      y: event.clientY,
      undecided: event.pointerType === 'touch',
    })
    this.#pinch = this.#span()
    if (event.isTrusted) this.#element.setPointerCapture(event.pointerId)
  }

  readonly #drag = (event: PointerEvent): void => {
    const last = this.#pointers.get(event.pointerId)
    if (!last || !this.enabled) return
    if (last.undecided && this.#pointers.size === 1) {
      // A finger that sets off up or down is about to scroll the page: the browser will take it away from us.
      const across = Math.abs(event.clientX - last.x)
      const along = Math.abs(event.clientY - last.y)
      if (across <= along || across < SLOP) return
    }
    last.undecided = false
    const scale = DRAG_TURN / Math.max(1, this.#element.clientHeight) / this.#pointers.size
    const yaw = (last.x - event.clientX) * scale
    const pitch = (event.clientY - last.y) * scale
    last.x = event.clientX
    last.y = event.clientY
    let zoom = 1
    if (this.#pointers.size === 2) {
      const span = this.#span()
      if (span > 0 && this.#pinch > 0) zoom = this.#pinch / span
      this.#pinch = span
    }
    this.#turn(yaw, pitch, zoom)
  }

  readonly #up = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId)
    this.#pinch = this.#span()
  }

  /** Pixels between two fingers; 0 with fewer. */
  #span(): number {
    if (this.#pointers.size < 2) return 0
    const [a, b] = [...this.#pointers.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
  }

  readonly #wheel = (event: WheelEvent): void => {
    const focused = this.#element.contains(document.activeElement)
    if (!this.enabled || !(event.ctrlKey || focused)) return
    event.preventDefault()
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1)
    // A pinch on a trackpad comes as small steps with Ctrl held.
    this.#turn(0, 0, Math.exp(Math.max(-200, Math.min(200, pixels)) * (event.ctrlKey ? 0.01 : 0.0012)))
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.enabled || event.altKey || event.metaKey || event.ctrlKey) return
    switch (event.key) {
      case 'ArrowLeft':
        this.#turn(-KEY_TURN, 0, 1)
        break
      case 'ArrowRight':
        this.#turn(KEY_TURN, 0, 1)
        break
      case 'ArrowUp':
        this.#turn(0, KEY_TURN, 1)
        break
      case 'ArrowDown':
        this.#turn(0, -KEY_TURN, 1)
        break
      case '+':
      case '=':
        this.#turn(0, 0, 1 / KEY_ZOOM)
        break
      case '-':
      case '_':
        this.#turn(0, 0, KEY_ZOOM)
        break
      case 'Home':
        this.turnTo(this.#home)
        break
      default:
        return
    }
    event.preventDefault()
  }
}

function keyOf(name: ViewName): string {
  return `${name.side} ${name.height}`
}
