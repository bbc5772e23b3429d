import type { ForearmEdges } from '../tracker/tracker'
import type { Side } from './head-fit'
import type { Intrinsics } from './intrinsics'
import { backOfHand } from './ring-seats'
import { quaternionOfAxes } from './rotation'
import { between, cross, dot, square, unit } from './vectors'

/** From the tracker's wrist towards the elbow to where a watch sits, as a share of the palm's length: 2 cm behind the joint, which lies 1.5 cm behind the tracker's. */
const UP = 0.42
/** Across the forearm there, as a share of the palm's length: 54 to 81 mm (wrist breadth, ANSUR II 2012). */
const WIDTH = 0.66
/** From back to palm against across: 38 to 54 mm. */
const THICKNESS = 0.7
/** The tracker sees the palm's end too deep by that much of its length: mean over views of a modelled hand. */
const RAISED = 0.077
/** Edges less sure than this are not used. */
const SURE = 0.3

/**
 * Where a watch sits: the forearm's axis from its edges in the picture when these were found, else from the hand; the dial where the back of the hand looks.
 */
export class WristFrame {
  /** Camera space: X along the forearm to the hand, Z out of the back. */
  readonly frame = { position: new Float64Array(3), quaternion: new Float64Array(4) }
  width = 0
  thickness = 0
  facing = 0
  readonly #axis = new Float64Array(3)
  readonly #hand = new Float64Array(3)
  readonly #back = new Float64Array(3)
  readonly #side = new Float64Array(3)
  readonly #ray = new Float64Array(3)
  readonly #plane = new Float64Array(3)
  readonly #drawn = new Float64Array(3)

  /** @param joints 21 × (x, y, z), metres, camera space */
  measure(
    joints: Float64Array,
    palmLength: number,
    side: Side,
    forearm: ForearmEdges | undefined,
    camera: Intrinsics,
  ): void {
    const hand = this.#hand
    const axis = this.#axis
    const back = backOfHand(this.#back, joints, side)
    // The hand's own axis: between middle and ring finger, where the wrist's middle points.
    between(hand, joints, 0, 9)
    between(axis, joints, 0, 13)
    for (let k = 0; k < 3; k++) hand[k] = 0.6 * (hand[k] as number) + 0.4 * (axis[k] as number)
    unit(hand)
    for (let k = 0; k < 3; k++) hand[k] = (hand[k] as number) + RAISED * (back[k] as number)
    unit(hand)
    axis.set(hand)
    const sure = forearm ? Math.max(0, Math.min(1, (forearm.confidence - SURE) / 0.3)) : 0
    const { position } = this.frame
    for (let k = 0; k < 3; k++) position[k] = (joints[k] as number) - UP * palmLength * (hand[k] as number)
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

  /** Turns the axis into the plane of camera and forearm, keeping the slope in depth that the hand has. */
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
