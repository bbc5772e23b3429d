import { baseMesh } from './base-mesh'
import type { Point } from './head-frame'

/** A rotation about a point of the rest pose: degrees about an axis. */
export interface Turn {
  readonly bone: string
  readonly axis: Point
  readonly degrees: number
}

/** A rigid motion, rows of a 3×4 matrix. */
export type Motion = readonly number[]

const STILL: Motion = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]

/** Where a joint of the rig lies: the mean of the vertices that mark it. @param joint `finger2-1.R____head` */
export function jointAt(positions: Float32Array, joint: string): Point {
  const marks = baseMesh().metadata.joint_pos_idxs?.[joint]
  if (!marks) throw new Error(`people/no-such-joint: ${joint}`)
  const sum: Point = [0, 0, 0]
  for (const vertex of marks)
    for (let axis = 0; axis < 3; axis++)
      sum[axis] = (sum[axis] ?? 0) + (positions[vertex * 3 + axis] ?? 0) / marks.length
  return sum
}

/** Turns about a unit axis through a point (Rodrigues). */
function turnAbout(point: Point, [x, y, z]: Point, degrees: number): Motion {
  const angle = (degrees * Math.PI) / 180
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const t = 1 - c
  const r = [
    [t * x * x + c, t * x * y - s * z, t * x * z + s * y],
    [t * x * y + s * z, t * y * y + c, t * y * z - s * x],
    [t * x * z - s * y, t * y * z + s * x, t * z * z + c],
  ]
  return r.flatMap((row, i) => [
    ...row,
    (point[i] ?? 0) - row.reduce((sum, value, k) => sum + value * (point[k] ?? 0), 0),
  ])
}

function after(a: Motion, b: Motion): Motion {
  const at = (m: Motion, row: number, column: number) => m[row * 4 + column] ?? 0
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3].map(
      (column) =>
        [0, 1, 2].reduce((sum, k) => sum + at(a, row, k) * at(b, k, column), 0) +
        (column === 3 ? at(a, row, 3) : 0),
    ),
  )
}

export function move(motion: Motion, [x, y, z]: Point): Point {
  return [0, 4, 8].map(
    (row) =>
      (motion[row] ?? 0) * x +
      (motion[row + 1] ?? 0) * y +
      (motion[row + 2] ?? 0) * z +
      (motion[row + 3] ?? 0),
  ) as Point
}

/** How each bone moves under some turns; bones follow their parents. */
export class PosedRig {
  private readonly motions = new Map<string, Motion>()

  constructor(
    private readonly rest: Float32Array,
    private readonly turns: readonly Turn[],
  ) {}

  motionOf(bone: string): Motion {
    const known = this.motions.get(bone)
    if (known) return known
    const { bones } = baseMesh()
    let parent = bones[bones.findIndex(({ name }) => name === `${bone}____head`)]?.parent ?? -1
    // Parents alternate between a bone's tail and its head.
    while (parent >= 0 && !bones[parent]?.name.endsWith('____head')) parent = bones[parent]?.parent ?? -1
    const above = parent >= 0 ? this.motionOf((bones[parent]?.name ?? '').replace('____head', '')) : STILL
    const motion = this.turns
      .filter((turn) => turn.bone === bone)
      .reduce(
        (sum, { axis, degrees }) =>
          after(sum, turnAbout(jointAt(this.rest, `${bone}____head`), axis, degrees)),
        above,
      )
    this.motions.set(bone, motion)
    return motion
  }

  /** Linear blend skinning of the vertices that `among` names. */
  skin(among: Iterable<number>): Float32Array {
    const { bones, skinIndices, skinWeights, influences } = baseMesh()
    const out = Float32Array.from(this.rest)
    for (const vertex of among) {
      const from: Point = [
        this.rest[vertex * 3] ?? 0,
        this.rest[vertex * 3 + 1] ?? 0,
        this.rest[vertex * 3 + 2] ?? 0,
      ]
      const to: Point = [0, 0, 0]
      let total = 0
      for (let k = 0; k < influences; k++) {
        const weight = skinWeights[vertex * influences + k] ?? 0
        if (weight <= 0) continue
        const name = (bones[skinIndices[vertex * influences + k] ?? 0]?.name ?? '').replace('____head', '')
        const moved = move(this.motionOf(name), from)
        total += weight
        for (let axis = 0; axis < 3; axis++) to[axis] = (to[axis] ?? 0) + (moved[axis] ?? 0) * weight
      }
      if (total > 0) for (let axis = 0; axis < 3; axis++) out[vertex * 3 + axis] = (to[axis] ?? 0) / total
    }
    return out
  }
}
