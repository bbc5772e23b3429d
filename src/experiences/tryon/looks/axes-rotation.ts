import { Matrix4, type Quaternion, Vector3 } from 'three'

const x = new Vector3()
const y = new Vector3()
const z = new Vector3()
const from = new Matrix4()
const to = new Matrix4()

type Direction = readonly [x: number, y: number, z: number]

/**
 * The rotation that turns one pair of directions onto another: `along` exactly onto `ontoAlong`, `facing` as near to `ontoFacing` as it then can be.
 */
export function rotationOfAxes(
  along: Direction,
  facing: Direction,
  ontoAlong: Direction,
  ontoFacing: Direction,
  out: Quaternion,
): void {
  basis(along, facing, from)
  basis(ontoAlong, ontoFacing, to)
  out.setFromRotationMatrix(to.multiply(from.transpose()))
}

function basis(along: Direction, facing: Direction, into: Matrix4): void {
  x.set(along[0], along[1], along[2]).normalize()
  z.set(facing[0], facing[1], facing[2])
  y.crossVectors(z, x).normalize()
  z.crossVectors(x, y)
  into.makeBasis(x, y, z)
}
