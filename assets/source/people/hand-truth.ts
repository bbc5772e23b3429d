import { convexHull } from './convex-hull'
import type { HandShape } from './hand-shape'
import type { Point } from './head-frame'
import { quadTriangles } from './part'
import { across, cross, dot, length, minus, plus, unit } from './vector'

/** Where a ring sits on a finger. */
export interface RingSeat {
  readonly centre: Point
  /** Along the finger towards its tip. */
  readonly axis: Point
  /** Out of the finger's back. */
  readonly dorsal: Point
  /** Metres: of the circle as long round as the finger is there. */
  readonly radius: number
}

/** Everything measured on a right hand, metres, in its own frame: origin at the wrist's centre, Y to the middle finger's knuckle, back facing +Z. */
export interface HandTruth {
  readonly version: 1
  readonly pose: string
  /** MediaPipe's 21 hand points, in its order: joint centres of the rig, and the fingers' ends. */
  readonly joints: readonly Point[]
  /** From the wrist's centre to the middle finger's knuckle. */
  readonly palmLength: number
  readonly forearm: {
    readonly wrist: Point
    /** On the forearm's axis, 10 cm up from the wrist. */
    readonly up: Point
  }
  /** Where a watch sits, 2 cm above the wrist joint: the middle of the arm's cut there, its outline, width and thickness. */
  readonly watch: {
    readonly centre: Point
    /** Along the forearm towards the hand. */
    readonly axis: Point
    /** Out of the arm's back, where a dial faces. */
    readonly dial: Point
    readonly width: number
    readonly thickness: number
    readonly circumference: number
    readonly outline: readonly Point[]
  }
  readonly rings: Readonly<Record<'thumb' | 'index' | 'middle' | 'ring' | 'little', RingSeat>>
}

const WATCH_UP = 0.02
const AXIS_UP = 0.1
/** Share of the way from a knuckle to the next joint at which a ring sits; the thumb's counts from its second joint. */
const SEAT = 0.5
const NAMES = ['thumb', 'index', 'middle', 'ring', 'little'] as const

export function measureHand(shape: HandShape, pose: string): HandTruth {
  const { joints, elbow } = shape
  const joint = (index: number): Point => joints[index] ?? [0, 0, 0]
  const arm = (up: number) => cut(shape, plus([0, 0, 0], elbow, up), elbow, (finger) => finger < 0, 0.06)
  const middle = (points: readonly Point[], axis: Point) => boxMiddle(points, axis, [0, 0, 1])
  const toHand: Point = [-elbow[0], -elbow[1], -elbow[2]]
  // The watch's own axis: between the middles of two cuts, for the arm tapers and is not round.
  const [low, high] = [middle(arm(WATCH_UP + 0.02).points, elbow), middle(arm(WATCH_UP - 0.01).points, elbow)]
  const axis = unit(minus(high.centre, low.centre))
  const seat = cut(shape, plus([0, 0, 0], elbow, WATCH_UP), toHand, (finger) => finger < 0, 0.06)
  const dial = across([0, 0, 1], axis)
  const box = boxMiddle(seat.points, axis, dial)
  const rings = Object.fromEntries(
    NAMES.map((name, finger) => {
      const from = finger === 0 ? joint(2) : joint(1 + finger * 4)
      const to = finger === 0 ? joint(3) : joint(2 + finger * 4)
      const along = unit(minus(to, from))
      const at = plus(from, minus(to, from), SEAT)
      const section = cut(shape, at, along, (other) => other === finger, 0.02)
      const bend = unit(minus(joint(4 + finger * 4), to))
      const back = finger === 0 ? across(plus([0, 0, 1], bend, -0.2), along) : across([0, 0, 1], along)
      const { centre } = boxMiddle(section.points, along, back)
      return [name, { centre, axis: along, dorsal: back, radius: section.circumference / (2 * Math.PI) }]
    }),
  ) as HandTruth['rings']
  return {
    version: 1,
    pose,
    joints,
    palmLength: length(minus(joint(9), joint(0))),
    forearm: { wrist: joint(0), up: middle(arm(AXIS_UP).points, elbow).centre },
    watch: {
      centre: box.centre,
      axis,
      dial,
      width: box.width,
      thickness: box.thickness,
      circumference: seat.circumference,
      outline: seat.points,
    },
    rings,
  }
}

/** The outline of a limb cut across: its convex hull, in order, and how long that is. */
function cut(
  { positions, quads, fingerOf }: HandShape,
  at: Point,
  normal: Point,
  belongs: (finger: number) => boolean,
  reach: number,
): { points: Point[]; circumference: number } {
  const u = across(Math.abs(normal[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0], normal)
  const v = cross(normal, u)
  const flat: [number, number][] = []
  const point = (vertex: number): Point => [
    positions[vertex * 3] ?? 0,
    positions[vertex * 3 + 1] ?? 0,
    positions[vertex * 3 + 2] ?? 0,
  ]
  for (const { quad } of quads) {
    if (!quad.corners.some((corner) => belongs(fingerOf(corner)))) continue
    const triangles = quadTriangles(quad.corners)
    for (const corners of [triangles.slice(0, 3), triangles.slice(3)])
      corners.forEach((a, k) => {
        const [from, to] = [minus(point(a), at), minus(point(corners[(k + 1) % 3] ?? a), at)]
        const [da, db] = [dot(from, normal), dot(to, normal)]
        if (da < 0 === db < 0) return
        const cross = plus(from, minus(to, from), da / (da - db))
        if (length(cross) < reach) flat.push([dot(cross, u), dot(cross, v)])
      })
  }
  const hull = convexHull(flat)
  return {
    points: hull.map(([x, y]) => plus(plus(at, u, x), v, y)),
    circumference: hull.reduce((sum, p, i) => {
      const q = hull[(i + 1) % hull.length] ?? p
      return sum + Math.hypot(p[0] - q[0], p[1] - q[1])
    }, 0),
  }
}

/** Middle and size of an outline, measured along its back and across. */
function boxMiddle(
  points: readonly Point[],
  axis: Point,
  back: Point,
): { centre: Point; width: number; thickness: number } {
  const dorsal = across(back, axis)
  const side = cross(axis, dorsal)
  const range = (direction: Point) => {
    const values = points.map((p) => dot(p, direction))
    return [Math.min(...values), Math.max(...values)] as const
  }
  const [s0, s1] = range(side)
  const [d0, d1] = range(dorsal)
  const [a0, a1] = range(axis)
  const centre = plus(plus(plus([0, 0, 0], side, (s0 + s1) / 2), dorsal, (d0 + d1) / 2), axis, (a0 + a1) / 2)
  return { centre, width: s1 - s0, thickness: d1 - d0 }
}
