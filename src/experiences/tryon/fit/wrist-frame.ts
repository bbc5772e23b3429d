import type { ForearmEdges } from '../tracker/tracker'
import type { Side } from './head-fit'
import type { Intrinsics } from './intrinsics'
import type { PalmTilt } from './palm-tilt'
import { backOfHand } from './ring-seats'
import { quaternionOfAxes } from './rotation'
import { cross, dot, square, unit } from './vectors'
import { WristBend } from './wrist-bend'

/** From the tracker's wrist towards the elbow to where a watch sits, as a share of the palm's length: 2 cm behind the joint, which lies 1.5 cm behind the tracker's. */
const UP = 0.42
/** Across the forearm there, as a share of the palm's length: 54 to 81 mm (wrist breadth, ANSUR II 2012). */
const WIDTH = 0.66
/** From back to palm against across: 38 to 54 mm. */
const THICKNESS = 0.7
/** Edges less sure than this are not used. */
const SURE = 0.3

/**
 * Where a watch sits: the forearm's axis from its edges in the picture when these were found, else from the hand; how both lie in depth from {@link PalmTilt} and {@link WristBend}, and from
 * the tracker's own depth where the palm faces the camera.
 */
export class WristFrame {
  /** Camera space: X along the forearm to the hand, Z out of the back. */
  readonly frame = { position: new Float64Array(3), quaternion: new Float64Array(4) }
  width = 0
  thickness = 0
  facing = 0
  readonly #axis = new Float64Array(3)
  readonly #back = new Float64Array(3)
  readonly #side = new Float64Array(3)
  readonly #ray = new Float64Array(3)
  readonly #plane = new Float64Array(3)
  readonly #drawn = new Float64Array(3)
  readonly #bend = new WristBend()
  readonly #learnedAxis = new Float64Array(3)
  readonly #learnedBack = new Float64Array(3)

  /**
   * @param joints 21 × (x, y, z), metres, camera space
   * @param palm as measured on this hand
   * @param dt seconds since the frame before; not a number for a start
   */
  measure(
    joints: Float64Array,
    palm: PalmTilt,
    palmLength: number,
    side: Side,
    forearm: ForearmEdges | undefined,
    camera: Intrinsics,
    dt: number,
  ): void {
    if (!(dt >= 0)) this.#bend.reset()
    const axis = this.#axis
    const back = this.#back
    const sure = forearm ? Math.max(0, Math.min(1, (forearm.confidence - SURE) / 0.3)) : 0
    this.#tilt(joints, palm, side, forearm, sure, dt)
    const { position } = this.frame
    for (let k = 0; k < 3; k++) position[k] = (joints[k] as number) - UP * palmLength * (axis[k] as number)
    this.width = WIDTH * palmLength
    if (forearm && sure > 0) this.#lay(forearm, sure, palmLength, camera, joints)
    square(back, axis)
    cross(this.#side, back, axis)
    quaternionOfAxes(this.frame.quaternion, axis, this.#side, back)
    this.thickness = THICKNESS * this.width
    const [x, y, z] = [position[0] as number, position[1] as number, position[2] as number]
    this.facing =
      -(x * (back[0] as number) + y * (back[1] as number) + z * (back[2] as number)) / Math.hypot(x, y, z)
  }

  /** Axis and back: learned where the back is seen, else as the tracker's depth has them. */
  #tilt(
    joints: Float64Array,
    palm: PalmTilt,
    side: Side,
    forearm: ForearmEdges | undefined,
    sure: number,
    dt: number,
  ): void {
    const axis = this.#axis
    const back = backOfHand(this.#back, joints, side)
    const { view, seen } = palm
    for (let k = 0; k < 3; k++)
      axis[k] = 0.6 * (joints[27 + k] as number) + 0.4 * (joints[39 + k] as number) - (joints[k] as number)
    unit(axis)
    if (seen === 0) return
    palm.stand(this.#learnedAxis, this.#learnedBack, side)
    if (forearm && sure > 0) {
      view.lay(this.#drawn, forearm.direction[0], forearm.direction[1])
      if (dot(this.#drawn, view.along) > 0) this.#turn(palm, side, forearm, sure, dt)
    }
    for (let k = 0; k < 3; k++) {
      axis[k] = (1 - seen) * (axis[k] as number) + seen * (this.#learnedAxis[k] as number)
      back[k] = (1 - seen) * (back[k] as number) + seen * (this.#learnedBack[k] as number)
    }
    unit(axis)
  }

  /** Turns the learned axis from the hand's to the forearm's, which is drawn. */
  #turn(palm: PalmTilt, side: Side, forearm: ForearmEdges, sure: number, dt: number): void {
    const axis = this.#learnedAxis
    const back = this.#learnedBack
    const across = this.#side
    const drawn = this.#drawn
    const { towards } = palm.view
    cross(across, axis, back)
    if (side === 'left') for (let k = 0; k < 3; k++) across[k] = -(across[k] as number)
    cross(this.#plane, towards, drawn)
    const plane = this.#plane
    const bend = this.#bend
    bend.see(dot(plane, across), dot(plane, back), -dot(plane, axis), palm.slope, sure * palm.seen, dt)
    bend.solve(forearm.shade === undefined ? 0 : palm.bend(forearm.shade, drawn, side), palm.slope)
    const { flexion, sideways } = bend
    const slope =
      (dot(axis, towards) + flexion * dot(back, towards) + sideways * dot(across, towards)) /
      Math.sqrt(1 + flexion * flexion + sideways * sideways)
    const flat = Math.sqrt(Math.max(0, 1 - slope * slope))
    for (let k = 0; k < 3; k++) {
      const along = flat * (drawn[k] as number) + slope * (towards[k] as number)
      axis[k] = (1 - sure) * (axis[k] as number) + sure * along
    }
    unit(axis)
  }

  /** Turns the axis into the plane of camera and forearm, keeping its slope in depth. */
  #lay(
    forearm: ForearmEdges,
    sure: number,
    palmLength: number,
    camera: Intrinsics,
    joints: Float64Array,
  ): void {
    const axis = this.#axis
    const ray = this.#ray
    ray[0] = (forearm.middle[0] - camera.centreX) / camera.focal
    ray[1] = -(forearm.middle[1] - camera.centreY) / camera.focal
    ray[2] = -1
    const drawn = this.#drawn
    drawn[0] = forearm.direction[0]
    drawn[1] = -forearm.direction[1]
    drawn[2] = 0
    cross(this.#plane, ray, drawn)
    unit(this.#plane)
    const along = dot(axis, this.#plane)
    for (let k = 0; k < 3; k++) axis[k] = (axis[k] as number) - sure * along * (this.#plane[k] as number)
    unit(axis)
    if (dot(axis, drawn) < 0) return
    // The middle line in space, at the wrist's depth; from the point nearest the wrist towards the elbow.
    const { position } = this.frame
    const depth = -(joints[2] as number)
    let back = 0
    for (let k = 0; k < 3; k++) {
      const m = (ray[k] as number) * depth
      back += ((joints[k] as number) - m) * (axis[k] as number)
    }
    for (let k = 0; k < 3; k++) {
      const m = (ray[k] as number) * depth + (back - UP * palmLength) * (axis[k] as number)
      position[k] = (1 - sure) * (position[k] as number) + sure * m
    }
    const width = (forearm.width / camera.focal) * depth
    // An edge of a sleeve is no edge of an arm.
    if (width > 0.35 * palmLength && width < 1.1 * palmLength) this.width += sure * (width - this.width)
  }
}
