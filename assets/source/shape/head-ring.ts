import { Vector3 } from 'three'
import { at, type Mesh } from './mesh'

/** Half axes of the ring in which a hat holds the head (size 57-58), metres: across, and from front to back. */
export const HEAD = { across: 0.0805, along: 0.1015 } as const

/** A point of the ring, `out` metres outside it; angle 0 at the forehead, growing towards the wearer's left (+X). */
export function headRing(angle: number, out = 0): Vector3 {
  return new Vector3((HEAD.across + out) * Math.sin(angle), 0, (HEAD.along + out) * Math.cos(angle))
}

/** Length round a closed row of vertices: `count` of them from `first` on. */
export function measureRing(mesh: Mesh, first: number, count: number): number {
  let length = 0
  for (let k = 0; k < count; k++) {
    const a = (first + k) * 3
    const b = (first + ((k + 1) % count)) * 3
    length += Math.hypot(
      at(mesh.positions, b) - at(mesh.positions, a),
      at(mesh.positions, b + 1) - at(mesh.positions, a + 1),
      at(mesh.positions, b + 2) - at(mesh.positions, a + 2),
    )
  }
  return length
}
