import { Euler, Matrix4, Quaternion, Vector3 } from 'three'

/** Moves a part to `position` (metres), turned about X, then Y, then Z (degrees) before. */
export function place(
  position: readonly [number, number, number],
  turn: readonly [number, number, number] = [0, 0, 0],
  scale: readonly [number, number, number] = [1, 1, 1],
): Matrix4 {
  const [x, y, z] = turn.map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  return new Matrix4().compose(
    new Vector3(...position),
    new Quaternion().setFromEuler(new Euler(x, y, z, 'ZYX')),
    new Vector3(...scale),
  )
}
