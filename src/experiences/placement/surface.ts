import type { Matrix4, Ray, Vector3 } from 'three'
import type { Stand } from '../../core/product'

/** Which way a surface looks: up (floor, table), out (wall) or down (ceiling). */
export type Facing = 'up' | 'out' | 'down'

/** Cosine of the tilt up to which a surface counts as level: 25°. Hit tests on phones wobble by 10-15°. */
const LEVEL = Math.cos((25 * Math.PI) / 180)
/** Sine of the lean up to which a surface counts as a wall: 20°. */
const UPRIGHT = Math.sin((20 * Math.PI) / 180)

/** Metres above the floor from which an upward surface is furniture, not floor. */
export const FURNITURE_HEIGHT = 0.3

/** How a surface with this normal faces, or undefined for a slope on which nothing stands or hangs. */
export function facingOf(normal: Readonly<Vector3>): Facing | undefined {
  if (normal.y >= LEVEL) return 'up'
  if (normal.y <= -LEVEL) return 'down'
  return Math.abs(normal.y) <= UPRIGHT ? 'out' : undefined
}

/** The facing that a product of this situation needs. */
export function facingFor(stand: Stand): Facing {
  if (stand === 'wall') return 'out'
  return stand === 'ceiling' ? 'down' : 'up'
}

/** Why a product cannot go where the shopper aims. Its sentence is `placement.aim.<reason>`. */
export type Misfit = 'needsFloor' | 'needsTable' | 'needsWall' | 'needsCeiling'

const MISFITS: Readonly<Record<Stand, Misfit>> = {
  floor: 'needsFloor',
  table: 'needsTable',
  wall: 'needsWall',
  ceiling: 'needsCeiling',
}

/**
 * Whether a product may go on a surface.
 *
 * @param height height of the surface, metres
 * @param floor height of the floor where known, metres; a lounge chair is then not put on the table
 * @returns undefined when it may, else why not
 */
export function misfitOf(
  stand: Stand,
  facing: Facing | undefined,
  height: number,
  floor: number | undefined,
): Misfit | undefined {
  if (facing !== facingFor(stand)) return MISFITS[stand]
  if (stand === 'floor' && floor !== undefined && height - floor > FURNITURE_HEIGHT) return 'needsFloor'
  return undefined
}

/** The normal of a hit: the Y axis of its pose, as WebXR defines it. */
export function normalOf(hit: Readonly<Matrix4>, out: Vector3): Vector3 {
  return out.setFromMatrixColumn(hit as Matrix4, 1).normalize()
}

/** Takes the wobble out of the normal of a surface that suits: floors are level and walls upright. */
export function level(stand: Stand, normal: Vector3): void {
  if (stand === 'wall') normal.setY(0).normalize()
  else normal.set(0, stand === 'ceiling' ? -1 : 1, 0)
}

/** The heading in radians of something that faces along a direction (its horizontal part). */
export function headingOf(direction: Readonly<Vector3>): number {
  return Math.atan2(direction.x, direction.z)
}

/** The heading of something at `from` that faces `to`. */
export function headingTowards(from: Readonly<Vector3>, to: Readonly<Vector3>): number {
  return Math.atan2(to.x - from.x, to.z - from.z)
}

/**
 * Where a ray meets a plane.
 *
 * @param reach metres beyond which a hit is no longer a place a person aims at
 * @returns `out`, or undefined if the ray misses, starts behind or goes further than `reach`
 */
export function meetPlane(
  ray: Readonly<Ray>,
  point: Readonly<Vector3>,
  normal: Readonly<Vector3>,
  out: Vector3,
  reach = 12,
): Vector3 | undefined {
  const towards = ray.direction.dot(normal)
  if (towards > -1e-4) return undefined
  const distance =
    ((point.x - ray.origin.x) * normal.x +
      (point.y - ray.origin.y) * normal.y +
      (point.z - ray.origin.z) * normal.z) /
    towards
  if (!(distance > 0) || distance > reach) return undefined
  return out.copy(ray.origin).addScaledVector(ray.direction, distance)
}

/**
 * Whether a point in a detected plane's own frame (X and Z span it) lies inside its polygon,
 * with a hand's breadth to spare: detected planes end short of the real edge.
 */
export function insidePolygon(
  x: number,
  z: number,
  polygon: readonly { readonly x: number; readonly z: number }[],
  margin = 0.1,
): boolean {
  let inside = false
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i]
    const b = polygon[j]
    if (!a || !b) continue
    if (a.z > z !== b.z > z && x < ((b.x - a.x) * (z - a.z)) / (b.z - a.z) + a.x) inside = !inside
    const abx = b.x - a.x
    const abz = b.z - a.z
    const length = abx * abx + abz * abz
    const t = length > 0 ? Math.min(1, Math.max(0, ((x - a.x) * abx + (z - a.z) * abz) / length)) : 0
    const dx = x - a.x - t * abx
    const dz = z - a.z - t * abz
    nearest = Math.min(nearest, dx * dx + dz * dz)
  }
  return inside || nearest <= margin * margin
}
