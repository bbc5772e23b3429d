import {
  Box3,
  type BufferAttribute,
  InstancedMesh,
  type InterleavedBufferAttribute,
  Matrix4,
  type Mesh,
  type Object3D,
  SkinnedMesh,
  Vector3,
} from 'three'
import type { Dimensions } from '../core/dimensions'

/** Size and place of an object in metres, in its parent's space. */
export interface ObjectMeasure {
  readonly dimensions: Dimensions
  readonly bounds: Box3
  /** Triangles drawn. */
  readonly triangles: number
}

const vertex = new Vector3()
const instance = new Matrix4()
const placed = new Matrix4()
const meshBox = new Box3()

/** Whether an object is drawn as vertices: a mesh, lines or points. */
export function isDrawn(object: Object3D): object is Mesh {
  return 'geometry' in object && 'material' in object
}

/**
 * Exact bounding box of what an object draws: every vertex through its node's transform, skinned and morphed ones in
 * their base pose. Corners of rotated boxes, which overstate, are not used. A vertex that is not a number makes
 * the bounds not a number, so that the caller can tell.
 */
export function measure(object: Object3D): ObjectMeasure {
  object.updateWorldMatrix(true, true)
  const bounds = new Box3()
  let triangles = 0
  object.traverse((child) => {
    if (!isDrawn(child)) return
    const position = child.geometry.getAttribute('position')
    if (!position) return
    const count = child.geometry.index?.count ?? position.count
    const instances = child instanceof InstancedMesh ? child.count : 1
    triangles += Math.floor(count / 3) * instances
    for (let i = 0; i < instances; i++) {
      if (child instanceof InstancedMesh) {
        child.getMatrixAt(i, instance)
        placed.multiplyMatrices(child.matrixWorld, instance)
      } else {
        placed.copy(child.matrixWorld)
      }
      boundVertices(child, position, placed, meshBox)
      bounds.min.set(
        low(bounds.min.x, meshBox.min.x),
        low(bounds.min.y, meshBox.min.y),
        low(bounds.min.z, meshBox.min.z),
      )
      bounds.max.set(
        high(bounds.max.x, meshBox.max.x),
        high(bounds.max.y, meshBox.max.y),
        high(bounds.max.z, meshBox.max.z),
      )
    }
  })
  const { min, max } = bounds
  return {
    dimensions: { width: max.x - min.x, height: max.y - min.y, depth: max.z - min.z },
    bounds,
    triangles,
  }
}

// Math.min and Math.max keep NaN; comparisons would lose it.
const low = Math.min
const high = Math.max

function boundVertices(
  mesh: Mesh,
  position: BufferAttribute | InterleavedBufferAttribute,
  matrix: Matrix4,
  into: Box3,
): void {
  const e = matrix.elements
  const posed =
    mesh instanceof SkinnedMesh || (mesh.morphTargetInfluences?.some((weight) => weight !== 0) ?? false)
  let x0 = Infinity
  let y0 = Infinity
  let z0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  let z1 = -Infinity
  for (let i = 0; i < position.count; i++) {
    if (posed) mesh.getVertexPosition(i, vertex)
    else vertex.fromBufferAttribute(position, i)
    const { x, y, z } = vertex
    const wx = e[0] * x + e[4] * y + e[8] * z + e[12]
    const wy = e[1] * x + e[5] * y + e[9] * z + e[13]
    const wz = e[2] * x + e[6] * y + e[10] * z + e[14]
    x0 = low(x0, wx)
    y0 = low(y0, wy)
    z0 = low(z0, wz)
    x1 = high(x1, wx)
    y1 = high(y1, wy)
    z1 = high(z1, wz)
  }
  into.min.set(x0, y0, z0)
  into.max.set(x1, y1, z1)
}
