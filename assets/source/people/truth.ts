import { baseMesh } from './base-mesh'
import { convexHull } from './convex-hull'
import { mirrorImage } from './edge-loop'
import type { Point } from './head-frame'
import { LEFT, LID, MIDDLE, RIDGE } from './head-marks'
import type { PersonShape, Pose } from './person-shape'
import { regions } from './regions'
import { type Slice, slice } from './slice'

export interface Pair {
  readonly left: Point
  readonly right: Point
}

/** Everything measured on a head, metres, in its own frame: origin midway between the eyeball centres, Y up, facing +Z, the wearer's right at -X. */
export interface HeadTruth {
  readonly version: 1
  readonly eyeballs: Pair & { readonly radius: number }
  /** Centre of the iris's disc, which is the pupil's too. */
  readonly pupils: Pair
  readonly irisDiameter: number
  readonly pupilDiameter: number
  /** Between the pupils. */
  readonly pupillaryDistance: number
  readonly eyeCorners: { readonly inner: Pair; readonly outer: Pair }
  readonly sellion: Point
  readonly nose: {
    /** From between the brows to the tip. */
    readonly ridge: readonly Point[]
    /** Half the nose's width at each point of the ridge, at these depths behind it; null where the nose is not that wide. */
    readonly depths: readonly number[]
    readonly halfWidths: readonly (readonly (number | null)[])[]
  }
  readonly noseTip: Point
  readonly subnasale: Point
  readonly alae: Pair
  /** Where the ear's upper root meets the head and a temple rests. */
  readonly earRoots: Pair
  /** Where a lobe is pierced, on its outer face. */
  readonly earLobes: Pair
  readonly tragions: Pair
  readonly zygia: Pair
  readonly jawAngles: Pair
  readonly cheeks: Pair
  readonly brows: { readonly inner: Pair; readonly outer: Pair }
  readonly mouthCorners: Pair
  readonly chin: Point
  readonly menton: Point
  readonly glabella: Point
  readonly crown: Point
  readonly occiput: Point
  /** Where a hat's band holds the head: its plane, length and outline (the skin's convex hull there, ears left out). */
  readonly hatBand: {
    readonly circumference: number
    readonly centre: Point
    readonly normal: Point
    readonly width: number
    readonly depth: number
    readonly outline: readonly Point[]
  }
  /** Borders of the lips as closed polylines on the skin, in the order of the mesh: outer against the skin, inner where they touch. */
  readonly lips: Readonly<
    Record<'rest' | 'mouth-open', { readonly outer: readonly Point[]; readonly inner: readonly Point[] }>
  >
  /** Name of the texture that is white exactly where skin is coloured as lips, in the head's own texture coordinates. */
  readonly lipMask: string
}

/** Iris across, metres: 11.7 ± 0.5 mm in adults (Rüfer et al., Cornea 2005: white-to-white 11.71 ± 0.42 mm). */
export const IRIS_DIAMETER = 0.0117
export const PUPIL_DIAMETER = 0.0036
const DEPTHS = [0.003, 0.006, 0.009] as const

const mirrored = new Map<number, number>()
function mirror(vertex: number): number {
  const known = mirrored.get(vertex) ?? mirrorImage(baseMesh().positions, vertex)
  mirrored.set(vertex, known)
  return known
}

/** Measures a head. */
export function measureHead(shape: PersonShape): HeadTruth {
  const { positions, frame } = shape
  const at = (vertex: number, pose: Pose = 'rest'): Point => [
    positions[pose][vertex * 3] ?? 0,
    positions[pose][vertex * 3 + 1] ?? 0,
    positions[pose][vertex * 3 + 2] ?? 0,
  ]
  const pair = (vertex: number): Pair => ({ left: at(vertex), right: at(mirror(vertex)) })
  const forward = Math.sqrt(frame.eyeRadius ** 2 - (IRIS_DIAMETER / 2) ** 2)
  const pupil = ([x, y, z]: Point): Point => [x, y, z + forward]
  const pupils = { left: pupil(frame.eyes.left), right: pupil(frame.eyes.right) }
  const lids = regions().neighbours.loop(...LID)
  const corner = (side: number): number =>
    lids.reduce((best, vertex) => (side * at(vertex)[0] > side * at(best)[0] ? vertex : best))
  const ridge = RIDGE.map((vertex) => at(vertex))
  const lips = (pose: 'rest' | 'mouth-open') => ({
    outer: refinedLoop(shape, regions().loops.outer).map((vertex) => at(vertex, pose)),
    inner: refinedLoop(shape, regions().loops.inner).map((vertex) => at(vertex, pose)),
  })
  return {
    version: 1,
    eyeballs: { ...frame.eyes, radius: frame.eyeRadius },
    pupils,
    irisDiameter: IRIS_DIAMETER,
    pupilDiameter: PUPIL_DIAMETER,
    pupillaryDistance: pupils.left[0] - pupils.right[0],
    eyeCorners: { inner: pair(corner(-1)), outer: pair(corner(1)) },
    sellion: at(MIDDLE.sellion),
    nose: { ridge, depths: DEPTHS, halfWidths: ridge.map((point) => halfWidths(shape, point)) },
    noseTip: at(MIDDLE.noseTip),
    subnasale: at(MIDDLE.subnasale),
    alae: pair(LEFT.alare),
    earRoots: pair(LEFT.earRoot),
    earLobes: pair(LEFT.earLobe),
    tragions: pair(LEFT.tragion),
    zygia: pair(LEFT.zygion),
    jawAngles: pair(LEFT.jawAngle),
    cheeks: pair(LEFT.cheek),
    brows: { inner: pair(LEFT.browInner), outer: pair(LEFT.browOuter) },
    mouthCorners: pair(LEFT.mouthCorner),
    chin: at(MIDDLE.chin),
    menton: at(MIDDLE.menton),
    glabella: at(MIDDLE.glabella),
    crown: at(MIDDLE.crown),
    occiput: at(MIDDLE.occiput),
    hatBand: hatBand(shape, at(MIDDLE.forehead), at(MIDDLE.occiput)),
    lips: { rest: lips('rest'), 'mouth-open': lips('mouth-open') },
    lipMask: 'lip-mask',
  }
}

/** A loop of the base on the refined mesh: its vertices and, between them, those the refinement put on its edges. */
function refinedLoop({ quads }: PersonShape, loop: readonly number[]): number[] {
  const ring = new Set(loop)
  const between = new Map<string, number>()
  const seen = new Map<number, number>()
  for (const { quad } of quads) {
    const [corner, next, , before] = quad.corners
    if (!ring.has(corner)) continue
    for (const edge of [next, before]) {
      const other = seen.get(edge)
      if (other !== undefined && other !== corner) {
        between.set(`${corner} ${other}`, edge)
        between.set(`${other} ${corner}`, edge)
      } else seen.set(edge, corner)
    }
  }
  return loop.flatMap((vertex, i) => {
    const edge = between.get(`${vertex} ${loop[(i + 1) % loop.length]}`)
    return edge === undefined ? [vertex] : [vertex, edge]
  })
}

/** Half the nose's width at a height, at each of DEPTHS behind the ridge. */
function halfWidths(shape: PersonShape, [, y, z]: Point): (number | null)[] {
  const cut = slice(shape, { normal: [0, 1, 0], offset: y }, ['head'])
  return DEPTHS.map((depth) => {
    const crossings = crossingsAt(cut, z - depth).filter((x) => x > 0 && x < 0.035)
    return crossings.length > 0 ? Math.min(...crossings) : null
  })
}

/** Where a level slice crosses a depth: x of each crossing. */
function crossingsAt(cut: Slice, z: number): number[] {
  return cut.flatMap(([a, b]) => {
    const t = (z - a[2]) / (b[2] - a[2])
    return t >= 0 && t <= 1 ? [a[0] + (b[0] - a[0]) * t] : []
  })
}

function hatBand(shape: PersonShape, front: Point, back: Point): HeadTruth['hatBand'] {
  const along = [back[1] - front[1], back[2] - front[2]] as const
  const length = Math.hypot(...along)
  const normal: Point = [0, -along[1] / length, along[0] / length]
  const offset = front[1] * normal[1] + front[2] * normal[2]
  const cut = slice(shape, { normal, offset }, ['head'])
  // In the plane: x, and the way from back to front.
  const forward: Point = [0, -along[0] / length, -along[1] / length]
  const flat = cut.flatMap((segment) =>
    segment.map((p) => [p[0], p[1] * forward[1] + p[2] * forward[2]] as [number, number]),
  )
  const hull = convexHull(flat)
  const circumference = hull.reduce((sum, p, i) => {
    const q = hull[(i + 1) % hull.length] ?? p
    return sum + Math.hypot(p[0] - q[0], p[1] - q[1])
  }, 0)
  const lift = ([x, f]: readonly [number, number]): Point => [
    x,
    normal[1] * offset + forward[1] * f,
    normal[2] * offset + forward[2] * f,
  ]
  const [xs, fs] = [hull.map((p) => p[0]), hull.map((p) => p[1])]
  return {
    circumference,
    centre: lift([0, (Math.min(...fs) + Math.max(...fs)) / 2]),
    normal,
    width: Math.max(...xs) - Math.min(...xs),
    depth: Math.max(...fs) - Math.min(...fs),
    outline: hull.map(lift),
  }
}
