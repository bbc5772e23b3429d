import type { Box3 } from 'three'

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

/** Where a product is photographed from when nobody has turned it yet. */
export const FIRST_ANGLE = { yaw: 0.55, pitch: 0.24 } as const
/** A wall product is seen more from the front, or its picture would foreshorten. */
export const FIRST_ANGLE_WALL = { yaw: 0.42, pitch: 0.08 } as const

const MARGIN = 1.14
const TURNED_MARGIN = 1.04
const TURNS = 16

/**
 * The first view of an object: three-quarter, whole, centred, at any shape of the picture. Posters use the same.
 *
 * @param bounds metres
 * @param aspect width / height of the picture
 */
export function frame(
  bounds: Box3,
  aspect: number,
  angle: { readonly yaw: number; readonly pitch: number } = FIRST_ANGLE,
): View {
  const { min, max } = bounds
  const target: [number, number, number] = [(min.x + max.x) / 2, (min.y + max.y) / 2, (min.z + max.z) / 2]
  const half: [number, number, number] = [(max.x - min.x) / 2, (max.y - min.y) / 2, (max.z - min.z) / 2]
  let distance = fittingDistance(half, aspect, angle.yaw, angle.pitch) * MARGIN
  // Turning it must not cut its corners off.
  for (let i = 0; i < TURNS; i++) {
    distance = Math.max(
      distance,
      fittingDistance(half, aspect, (i / TURNS) * Math.PI * 2, angle.pitch) * TURNED_MARGIN,
    )
  }
  return { ...angle, distance: Math.max(distance, 1e-4), target }
}

/** Distance from which the eight corners of a box fit the picture exactly. */
function fittingDistance(
  half: readonly [number, number, number],
  aspect: number,
  yaw: number,
  pitch: number,
): number {
  const tanY = Math.tan((FOV_DEGREES * Math.PI) / 360)
  const tanX = tanY * aspect
  const sy = Math.sin(yaw)
  const cy = Math.cos(yaw)
  const sp = Math.sin(pitch)
  const cp = Math.cos(pitch)
  let distance = 0
  for (let corner = 0; corner < 8; corner++) {
    const x = corner & 1 ? half[0] : -half[0]
    const y = corner & 2 ? half[1] : -half[1]
    const z = corner & 4 ? half[2] : -half[2]
    const right = x * cy - z * sy
    const back = x * sy + z * cy
    const up = y * cp - back * sp
    const near = y * sp + back * cp
    distance = Math.max(distance, near + Math.abs(right) / tanX, near + Math.abs(up) / tanY)
  }
  return distance
}
