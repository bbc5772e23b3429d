import { Quaternion, Vector3 } from 'three'
import { bar, path, round } from '../bar'
import { Mesh } from '../mesh'
import { smoothNormals } from '../smooth-normals'

/** An ellipsoid: a pad, or the swelling of a rim where it rests on the nose. `half` are its half axes, metres. */
export function pad(
  centre: Vector3,
  half: Vector3,
  turn: Quaternion,
  around = 20,
  rows = 10,
  square = 2,
): Mesh {
  const mesh = new Mesh().grid(around, rows, (i, j) => {
    const a = ((i % around) / around) * Math.PI * 2
    const b = -Math.PI / 2 + (j / rows) * Math.PI
    // A superellipse: pads are flatter than an egg.
    const soft = (c: number) => Math.sign(c) * Math.abs(c) ** (2 / square)
    const point = new Vector3(
      soft(Math.cos(b)) * Math.cos(a) * half.x,
      soft(Math.cos(b)) * Math.sin(a) * half.y,
      soft(Math.sin(b)) * half.z,
    )
    const { x, y, z } = point.applyQuaternion(turn).add(centre)
    return { x, y, z, u: x, v: y }
  })
  return smoothNormals(mesh, 180)
}

export interface PadSet {
  /** Arm and the box that holds the pad: metal. */
  readonly arm: Mesh
  readonly pad: Mesh
}

export interface PadOptions {
  /** Where the arm is soldered to the rim; the left one. */
  readonly rim: Vector3
  /** Middle of the pad. */
  readonly at: Vector3
  /** Where the pad's bearing face points: towards the nose. */
  readonly towards: Vector3
  readonly length?: number
}

/** A nose pad on its arm, for the wearer's left: a wire that leaves the rim backwards, loops round to a box, a soft pad screwed to it. */
export function padOnArm({ rim, at, towards, length = 0.013 }: PadOptions): PadSet {
  const facing = towards.clone().normalize()
  const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 0, 1), facing)
  // The long axis stays upright.
  const up = new Vector3(0, 1, 0).applyQuaternion(turn)
  const wanted = new Vector3(0, 1, -0.18)
    .addScaledVector(facing, -new Vector3(0, 1, -0.18).dot(facing))
    .normalize()
  turn.premultiply(new Quaternion().setFromUnitVectors(up, wanted))
  const behind = at.clone().addScaledVector(facing, -0.0014)
  const box = at.clone().addScaledVector(facing, -0.0026)
  const arm = bar(
    path(
      rim.toArray(),
      [rim.x - 0.0002, rim.y + 0.0006, rim.z - 0.0026],
      [(rim.x * 2 + box.x) / 3 + 0.001, Math.max(rim.y, box.y) + 0.0012, (rim.z + box.z) / 2 - 0.0024],
      [box.x + 0.0008, box.y + 0.0008, box.z - 0.0006],
      behind.toArray(),
    ),
    {
      section: () => round(0.00085),
      rings: 20,
      corner: 1,
      ends: 0.0001,
      endRings: 1,
      up: new Vector3(0.3, 1, 0.2),
    },
  )
  arm.append(
    pad(at.clone().addScaledVector(facing, -0.0012), new Vector3(0.0016, 0.0022, 0.0009), turn, 14, 6, 4),
  )
  return {
    arm,
    pad: pad(at, new Vector3(0.0034, length / 2, 0.00125), turn, 24, 12, 2.6),
  }
}
