import type { Box3 } from 'three'
import type { Stand } from '../core/product'

/** Vertical angle of view in degrees: a short telephoto, which shows a product without swelling its near corner. */
export const FOV_DEGREES = 28

/** A camera position around a target: angles in radians, distance and target in metres. */
export interface View {
  /** Turn about +Y; 0 looks at the front (+Z), positive moves the camera to the product's +X side. */
  readonly yaw: number
  /** Height above the horizon. */
  readonly pitch: number
  readonly distance: number
  readonly target: readonly [number, number, number]
}

/** Angles of a camera, radians. */
export type Angle = Pick<View, 'yaw' | 'pitch'>

/** Where a product is photographed from when nobody has turned it yet. */
export const FIRST_ANGLE: Angle = { yaw: 0.55, pitch: 0.24 }
/** A wall product is seen more from the front, or its picture would foreshorten. */
export const FIRST_ANGLE_WALL: Angle = { yaw: 0.42, pitch: 0.08 }
/** A rug or a tray shows its face only from above. */
export const FIRST_ANGLE_FLAT: Angle = { yaw: 0.4, pitch: 0.72 }

/** A lamp under the ceiling is seen from below, where its light is. */
export const FIRST_ANGLE_CEILING: Angle = { yaw: 0.4, pitch: -0.34 }

/** Height against footprint below which a thing is flat. */
const FLAT = 0.12

/** The first angle for a product of some bounds, where it belongs. */
export function firstAngle({ min, max }: Box3, on: Stand): Angle {
  if (on === 'wall') return FIRST_ANGLE_WALL
  if (on === 'ceiling') return FIRST_ANGLE_CEILING
  const flat = max.y - min.y < FLAT * Math.max(max.x - min.x, max.z - min.z)
  return flat ? FIRST_ANGLE_FLAT : FIRST_ANGLE
}

/**
 * Room left around the object, as a factor on the distance: at the first angle (enough for its shadow to fade inside the
 * picture), and when turned all round.
 */
const MARGIN = 1.2
const TURNED_MARGIN = 1.02
const TURNS = 16

/**
 * The first view of an object: three-quarter, whole, centred in height, at any shape of the picture. Posters use the
 * same. The camera turns about the middle of the bounds, and far enough away that turning cuts nothing off.
 *
 * @param outline points that the object reaches out to, three numbers each, metres (see `measure`)
 * @param aspect width / height of the picture
 */
export function frame(
  outline: Float32Array,
  { min, max }: Box3,
  aspect: number,
  angle: Angle = FIRST_ANGLE,
): View {
  const tanY = Math.tan((FOV_DEGREES * Math.PI) / 360)
  const tanX = tanY * aspect
  const target: [number, number, number] = [(min.x + max.x) / 2, (min.y + max.y) / 2, (min.z + max.z) / 2]
  const reach: Reach = { distance: 0, low: 0, high: 0 }
  // What is nearer looks larger, so the middle of the picture is not the middle of the box: a few rounds settle it.
  for (let round = 0; round < 4; round++) {
    reachOf(outline, target, angle.yaw, angle.pitch, tanX, tanY, reach)
    target[1] += (((reach.high + reach.low) / 2) * reach.distance * 0.8) / Math.cos(angle.pitch)
  }
  reachOf(outline, target, angle.yaw, angle.pitch, tanX, tanY, reach)
  let distance = reach.distance * MARGIN
  for (let i = 0; i < TURNS; i++) {
    reachOf(outline, target, (i / TURNS) * Math.PI * 2, angle.pitch, tanX, tanY, reach)
    distance = Math.max(distance, reach.distance * TURNED_MARGIN)
  }
  return { ...angle, distance: Math.max(distance, 1e-4), target }
}

interface Reach {
  /** Distance from which every point is inside the picture, metres. */
  distance: number
  /** Lowest and highest point at that distance, as tangents from the middle. */
  low: number
  high: number
}

function reachOf(
  points: Float32Array,
  [cx, cy, cz]: readonly [number, number, number],
  yaw: number,
  pitch: number,
  tanX: number,
  tanY: number,
  out: Reach,
): void {
  const sy = Math.sin(yaw)
  const cosYaw = Math.cos(yaw)
  const sp = Math.sin(pitch)
  const cp = Math.cos(pitch)
  let distance = 0
  for (let pass = 0; pass < 2; pass++) {
    out.low = Infinity
    out.high = -Infinity
    for (let i = 0; i < points.length; i += 3) {
      const x = (points[i] ?? 0) - cx
      const y = (points[i + 1] ?? 0) - cy
      const z = (points[i + 2] ?? 0) - cz
      const right = x * cosYaw - z * sy
      const back = x * sy + z * cosYaw
      const up = y * cp - back * sp
      const near = y * sp + back * cp
      if (pass === 0) {
        distance = Math.max(distance, near + Math.abs(right) / tanX, near + Math.abs(up) / tanY)
      } else {
        const tangent = up / (distance - near)
        out.low = Math.min(out.low, tangent)
        out.high = Math.max(out.high, tangent)
      }
    }
  }
  out.distance = distance
}
