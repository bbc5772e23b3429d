import { Matrix4, Quaternion, Ray, Vector3 } from 'three'
import { wrapAngle } from '../../core/room-frame'
import type { PlacementSession } from './placement-session'
import { rayOf } from './placement-world'

/** Part of the thumbstick's way that is rest. */
const DEAD_ZONE = 0.3
/** Radians a second at full deflection. */
const STICK_SPEED = Math.PI / 2
/** Radians of wrist roll that are not yet meant as turning: 6°. */
const TWIST_SLACK = 0.1

const matrix = new Matrix4()
const roll = new Quaternion()
const side = new Vector3()

/**
 * Rays and hands: trigger or pinch puts down, selects and drags; rolling the wrist while holding, or the thumbstick,
 * turns. The panel comes first: what points at it does not reach into the room.
 */
export class HeadsetInput {
  private readonly ray = new Ray()
  private holding: XRInputSource | undefined
  private startRoll = 0
  private turned = 0

  constructor(
    private readonly xr: XRSession,
    private readonly session: PlacementSession,
    /** Whether an input points at the panel. */
    private readonly onPanel: (input: XRInputSource) => boolean,
  ) {
    xr.addEventListener('selectstart', this.onStart)
    xr.addEventListener('select', this.onSelect)
    xr.addEventListener('selectend', this.onEnd)
    xr.addEventListener('inputsourceschange', this.onInputs)
    this.choosePointer()
  }

  /** Once in each frame, before the world's update. */
  update(frame: XRFrame, space: XRReferenceSpace, seconds: number): void {
    const { holding, session } = this
    for (const input of this.xr.inputSources) this.stick(input, seconds)
    if (!holding) return
    if (!this.readRay(frame, space, holding)) return
    session.world.dragAlong(this.ray)
    const twist = wrapAngle(this.rollNow() - this.startRoll)
    const meant = Math.abs(twist) < TWIST_SLACK ? 0 : twist - Math.sign(twist) * TWIST_SLACK
    if (meant !== this.turned) {
      session.turnBy(meant - this.turned)
      this.turned = meant
    }
  }

  dispose(): void {
    this.xr.removeEventListener('selectstart', this.onStart)
    this.xr.removeEventListener('select', this.onSelect)
    this.xr.removeEventListener('selectend', this.onEnd)
    this.xr.removeEventListener('inputsourceschange', this.onInputs)
  }

  private readonly onStart = (event: XRInputSourceEvent) => {
    const { inputSource, frame } = event
    if (inputSource.targetRayMode === 'screen' || this.onPanel(inputSource)) return
    if (inputSource.targetRayMode === 'tracked-pointer') this.session.world.pointer = inputSource
    const space = this.space
    if (!space || !this.readRay(frame, space, inputSource)) return
    if (!this.session.grab(this.ray, false)) return
    this.holding = inputSource
    this.startRoll = this.rollNow()
    this.turned = 0
  }

  private readonly onSelect = (event: XRInputSourceEvent) => {
    const { inputSource, frame } = event
    if (this.onPanel(inputSource)) return
    if (this.session.placeHere()) return
    const space = this.space
    if (!space || this.session.world.task || !this.readRay(frame, space, inputSource)) return
    this.session.selectAlong(this.ray)
  }

  private readonly onEnd = (event: XRInputSourceEvent) => {
    if (event.inputSource !== this.holding) return
    this.holding = undefined
    this.session.drop()
  }

  private readonly onInputs = () => {
    if (this.holding && !Array.from(this.xr.inputSources).includes(this.holding)) {
      this.holding = undefined
      this.session.drop()
    }
    this.choosePointer()
  }

  /** Set by the binding once the session has a floor. */
  space: XRReferenceSpace | undefined

  /** The right hand aims until the other one acts. */
  private choosePointer(): void {
    const { world } = this.session
    const tracked = Array.from(this.xr.inputSources).filter(
      (input) => input.targetRayMode === 'tracked-pointer',
    )
    if (world.pointer && tracked.includes(world.pointer)) return
    world.pointer = tracked.find(({ handedness }) => handedness === 'right') ?? tracked[0]
  }

  private readRay(frame: XRFrame, space: XRReferenceSpace, input: XRInputSource): boolean {
    const pose = frame.getPose(input.targetRaySpace, space)
    if (!pose) return false
    matrix.fromArray(pose.transform.matrix)
    rayOf(matrix, this.ray)
    return true
  }

  /** Roll of the last read ray about itself, radians: the angle of its right side above the horizon. */
  private rollNow(): number {
    roll.setFromRotationMatrix(matrix)
    side.set(1, 0, 0).applyQuaternion(roll)
    const up = matrix.elements[5] ?? 1
    return Math.atan2(side.y, up)
  }

  private stick(input: XRInputSource, seconds: number): void {
    const axes = input.gamepad?.axes
    if (!axes) return
    const x = axes[2] ?? 0
    if (Math.abs(x) <= DEAD_ZONE) return
    const strength = (Math.abs(x) - DEAD_ZONE) / (1 - DEAD_ZONE)
    this.session.turnBy(-Math.sign(x) * strength * STICK_SPEED * seconds)
  }
}
