import type { Side } from './head-fit'
import { BEND, type LinearModel, PALM } from './palm-tilt-model'
import { PALM_FEATURES, PalmView } from './palm-view'
import { backOfHand } from './ring-seats'
import { cross, dot, square } from './vectors'

/** Nothing is believed further out than this many deviations from what was learned from. */
const REACH = 3
/** Of how much brighter a forearm may be: an arm in another light says nothing. */
const SHADE = 1.2

/** Shading and where it is seen, before the joints: see {@link PalmTilt.bend}. */
export const BEND_FEATURES = 5 + PALM_FEATURES

/** Learned from backs of hands: used from the first of these on, wholly from the second (cosine of the angle between back and camera, as the tracker has it). */
const SEEN = [0.1, 0.4] as const
/** A palm seen more from its edge does not tell how long it is. */
const LEAST_FACING = 0.35

const inputs = new Float64Array(BEND_FEATURES)
const standard = new Float64Array(PALM_FEATURES)
const reduced = new Float64Array(PALM.ways.length)
const likeness = new Float64Array(PALM.centres.length)

/**
 * How a palm lies in depth, and how the wrist is bent. The tracker's own depth errs by up to 30 degrees when fingers are curled; what it sees of all joints says by how much
 * (regression on rendered hands, docs/tryon-fit.md).
 */
export class PalmTilt {
  readonly view = new PalmView()
  /** Radians: of the hand's length towards the camera; of its back about that length, away from the camera towards the little finger. */
  slope = 0
  roll = 0
  /** 0..1: how much of it counts. Nothing where the palm faces the camera. */
  seen = 0
  /** Where wrist and middle knuckle really point in the picture, which is not quite where the tracker's do: camera space, unit, square to the ray. */
  readonly along = new Float64Array(3)

  /** @param joints 21 × (x, y, z), metres, camera space */
  measure(joints: ArrayLike<number>, side: Side): void {
    const { view } = this
    view.see(joints, side)
    const facing = dot(backOfHand(learnedBack, joints, side), view.towards)
    this.seen = Math.max(0, Math.min(1, (facing - SEEN[0]) / (SEEN[1] - SEEN[0])))
    standardise(view.features)
    this.slope = palm(0)
    this.roll = palm(1)
    const turn = palm(2) * (side === 'left' ? -1 : 1)
    cross(aside, view.towards, view.along)
    for (let k = 0; k < 3; k++)
      this.along[k] = Math.cos(turn) * (view.along[k] as number) + Math.sin(turn) * (aside[k] as number)
  }

  /**
   * How the wrist is bent as one picture tells it: the tangent of the forearm's axis out of the back. Skin of the same hand in the same light is darker or lighter where it is turned otherwise.
   *
   * @param shade of the forearm, see {@link ForearmEdges}
   * @param along the forearm's direction as drawn, camera space, square to the ray
   */
  bend(shade: number, along: ArrayLike<number>, side: Side): number {
    bendFeatures(inputs, this.view, shade, along, side)
    return Math.tan(linear(BEND, inputs))
  }

  /** From wrist to middle knuckle, the palm lying as learned, at the wrist's distance 1. */
  reach(side: Side): number {
    const { view, seen } = this
    const right = view.flat[27] as number
    const up = view.flat[28] as number
    let deep = view.flat[29] as number
    if (seen > 0) {
      this.stand(learnedAxis, learnedBack, side)
      const facing = Math.max(LEAST_FACING, dot(learnedBack, view.towards))
      const plane = (right * view.rightOf(learnedBack) + up * view.upOf(learnedBack)) / facing
      deep += seen * (plane - deep)
    }
    return Math.hypot(right * (1 + deep), up * (1 + deep), deep)
  }

  /** Writes the palm's axis and back, both unit. */
  stand(axis: Float64Array, back: Float64Array, side: Side): void {
    const { towards } = this.view
    const [c, s] = [Math.cos(this.slope), Math.sin(this.slope)]
    for (let k = 0; k < 3; k++) axis[k] = c * (this.along[k] as number) + s * (towards[k] as number)
    // The back, were it to look at the camera as far as it can.
    facing.set(towards)
    square(facing, axis)
    cross(aside, axis, facing)
    const roll = side === 'left' ? -this.roll : this.roll
    for (let k = 0; k < 3; k++)
      back[k] = Math.cos(roll) * (facing[k] as number) + Math.sin(roll) * (aside[k] as number)
  }
}

const learnedAxis = new Float64Array(3)
const learnedBack = new Float64Array(3)
const facing = new Float64Array(3)
const aside = new Float64Array(3)

/** Fills the regression's inputs: shading, the same up and aside in the picture (light comes from above), where the arm points, and the joints. */
export function bendFeatures(
  out: Float64Array,
  view: PalmView,
  shade: number,
  along: ArrayLike<number>,
  side: Side,
): void {
  const up = view.upOf(along)
  const aside = view.rightOf(along) * (side === 'left' ? -1 : 1)
  const s = Math.max(-SHADE, Math.min(SHADE, shade))
  out[0] = s
  out[1] = s * up
  out[2] = s * aside
  out[3] = up
  out[4] = aside
  out.set(view.features, 5)
}

/** Sets up {@link palm}: joints in deviations from the mean, how they lie along the ways in which hands differ most, and how like each of the model's hands that is. */
function standardise(features: ArrayLike<number>): void {
  const { mean, deviation, ways, centres, width } = PALM
  for (let i = 0; i < PALM_FEATURES; i++) {
    const t = (1000 * (features[i] as number) - (mean[i] as number)) / (deviation[i] as number)
    standard[i] = Math.max(-REACH, Math.min(REACH, t))
  }
  for (let way = 0; way < reduced.length; way++)
    reduced[way] = product(ways[way] as readonly number[], standard)
  for (let hand = 0; hand < likeness.length; hand++) {
    const centre = centres[hand] as readonly number[]
    let squares = 0
    for (let way = 0; way < reduced.length; way++)
      squares += ((reduced[way] as number) - (centre[way] as number) / 1000) ** 2
    likeness[hand] = Math.exp((-1000 * squares) / width)
  }
}

/** Slope, roll and turn in the picture, radians: a linear regression, and what hands like this one have on top. */
function palm(which: 0 | 1 | 2): number {
  const sum = (PALM.offset[which] as number) / 1000
  return (
    ((sum +
      product(PALM.weights[which] as readonly number[], standard) +
      product(PALM.more[which] as readonly number[], likeness)) *
      Math.PI) /
    180
  )
}

/** Of weights in thousandths. */
function product(weights: readonly number[], values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (values[i] as number)
  return sum / 1000
}

function linear({ mean, deviation, weights, offset }: LinearModel, features: ArrayLike<number>): number {
  let sum = offset
  for (let i = 0; i < weights.length; i++) {
    const t = (1000 * (features[i] as number) - (mean[i] as number)) / (deviation[i] as number)
    sum += (weights[i] as number) * Math.max(-REACH, Math.min(REACH, t))
  }
  return (sum * Math.PI) / 180_000
}
