import { Mesh, type Object3D, Vector3 } from 'three'

const vertex = new Vector3()
const along = new Vector3()
const facing = new Vector3()

/**
 * Half of how far a strap or a ring reaches along the limb on the side away from its dial or stone, metres: there it is nothing but strap.
 *
 * @param object in its own space: parents are not asked
 */
export function halfStrap(
  object: Object3D,
  axis: readonly [number, number, number],
  face: readonly [number, number, number],
): number {
  along.set(...axis).normalize()
  facing.set(...face).normalize()
  object.updateMatrixWorld(true)
  let most = 0
  object.traverse((mesh) => {
    if (!(mesh instanceof Mesh)) return
    const count = mesh.geometry.getAttribute('position')?.count ?? 0
    for (let i = 0; i < count; i++) {
      mesh.getVertexPosition(i, vertex).applyMatrix4(mesh.matrixWorld)
      if (vertex.dot(facing) < 0) most = Math.max(most, Math.abs(vertex.dot(along)))
    }
  })
  return most
}
