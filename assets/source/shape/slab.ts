import type { Vector2 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

/** A rounded rectangle seen from above: half of its width (X) and depth (Z), radius of its corners, metres. */
export interface Plan {
  readonly halfX: number
  readonly halfZ: number
  readonly corner: number
}

/** A round plan. */
export const disc = (radius: number): Plan => ({ halfX: radius, halfZ: radius, corner: radius })

/**
 * What a lathe is to round things, for a rounded rectangle: a case, a cap, a compact, a pan. The profile runs from the underside outwards
 * and up; its x counts from the middle along the shorter half, its y is the height, metres.
 *
 * @param segments lines a corner
 */
export function slab(profile: readonly Vector2[], plan: Plan, segments = 12, crease = 50): Mesh {
  const short = Math.min(plan.halfX, plan.halfZ)
  const columns = 4 * (segments + 1)
  const at = (i: number, reach: number): [number, number] => {
    const k = i % columns
    const quarter = Math.floor(k / (segments + 1))
    const inset = short - reach
    const corner = Math.max(0, plan.corner - inset)
    const angle = ((quarter + (k % (segments + 1)) / segments) * Math.PI) / 2
    const cx = Math.max(0, plan.halfX - inset - corner) * (quarter < 2 ? 1 : -1)
    const cz = Math.max(0, plan.halfZ - inset - corner) * (quarter === 0 || quarter === 3 ? 1 : -1)
    return [cx + Math.sin(angle) * corner, cz + Math.cos(angle) * corner]
  }
  const around = [0]
  for (let i = 1; i <= columns; i++) {
    const [ax, az] = at(i - 1, short)
    const [bx, bz] = at(i, short)
    around.push((around[i - 1] as number) + Math.hypot(bx - ax, bz - az))
  }
  let run = 0
  const lengths = profile.map((point, j) => {
    run += j === 0 ? 0 : point.distanceTo(profile[j - 1] as Vector2)
    return run
  })
  const mesh = new Mesh().grid(columns, profile.length - 1, (i, j) => {
    const { x: reach, y } = profile[j] as Vector2
    const [x, z] = at(i, reach)
    return { x, y, z, u: around[i] as number, v: lengths[j] as number }
  })
  return smoothNormals(mesh, crease)
}
