import { Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface NarrowLeafOptions {
  readonly root: Vector3
  /** Where it points, and where its upper face looks; unit, square to each other. */
  readonly along: Vector3
  readonly face: Vector3
  readonly length: number
  readonly width: number
  /** How far it curls down at the tip, radians, and how far its halves fold up along the midrib. */
  readonly curl: number
  readonly fold: number
  /** Columns of the leaf texture for the upper and the lower face. */
  readonly slots: readonly [number, number]
}

/** Size of one column of the texture, metres; leaves are drawn to it by share. */
export const LEAF_SLOT: readonly [number, number] = [0.01, 0.06]

const STATIONS: readonly (readonly [number, number])[] = [
  [0, 0.1],
  [0.28, 0.9],
  [0.68, 0.84],
  [1, 0],
]

/** A willow-like leaf with an upper and a lower face of their own, folded along its midrib and curling. */
export function narrowLeaf({ root, along, face, length, width, curl, fold, slots }: NarrowLeafOptions): Mesh {
  const across = new Vector3().crossVectors(along, face)
  const leaf = new Mesh()
  for (const upper of [true, false]) {
    leaf.append(
      smoothNormals(
        new Mesh().grid(2, STATIONS.length - 1, (i, j) => {
          const [t, half] = STATIONS[j] ?? [0, 0]
          const column = upper ? i : 2 - i
          const aside = ((column - 1) * half * width) / 2
          const droop = -curl * length * t * t * 0.5
          const lift = Math.abs(aside) * fold + droop + (upper ? 0.0002 : -0.0002)
          const reach = length * t * (1 - 0.18 * curl * curl * t)
          return {
            x: root.x + along.x * reach + across.x * aside + face.x * lift,
            y: root.y + along.y * reach + across.y * aside + face.y * lift,
            z: root.z + along.z * reach + across.z * aside + face.z * lift,
            u:
              ((upper ? slots[0] : slots[1]) + 0.5 + ((column - 1) * (0.2 + 0.8 * half)) / 2.2) *
              LEAF_SLOT[0],
            v: (1 - t) * LEAF_SLOT[1],
          }
        }),
        120,
      ),
    )
  }
  return leaf
}
