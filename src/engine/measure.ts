import { Box3, InstancedMesh, Matrix4, Mesh, type Object3D, SkinnedMesh, Vector3 } from 'three'
import type { Dimensions } from '../core/dimensions'

/** Size and place of an object in metres, in its parent's space. */
export interface ObjectMeasure {
  readonly dimensions: Dimensions
  readonly bounds: Box3
  /**
   * Points the object reaches out to, three numbers each: in each of 16 slices of its height, the vertex farthest
   * from its middle axis in each of 24 directions. Enough to frame it from any side.
   */
  readonly outline: Float32Array
  /** Triangles drawn. */
  readonly triangles: number
}

const vertex = new Vector3()
const instance = new Matrix4()
const placed = new Matrix4()

/** Whether an object is drawn as vertices: a mesh, lines or points. */
export function isDrawn(object: Object3D): object is Mesh {
  return 'geometry' in object && 'material' in object
}

/** Calls back with every vertex an object draws, in its parent's space; skinned and morphed ones in their base pose. */
function forEachVertex(root: Object3D, visit: (x: number, y: number, z: number) => void): void {
  root.traverse((mesh) => {
    if (!isDrawn(mesh)) return
    const position = mesh.geometry.getAttribute('position')
    if (!position) return
    const posed =
      mesh instanceof SkinnedMesh || (mesh.morphTargetInfluences?.some((weight) => weight !== 0) ?? false)
    const instances = mesh instanceof InstancedMesh ? mesh.count : 1
    for (let i = 0; i < instances; i++) {
      placed.copy(mesh.matrixWorld)
      if (mesh instanceof InstancedMesh) {
        mesh.getMatrixAt(i, instance)
        placed.multiply(instance)
      }
      const e = placed.elements
      for (let v = 0; v < position.count; v++) {
        if (posed) mesh.getVertexPosition(v, vertex)
        else vertex.fromBufferAttribute(position, v)
        const { x, y, z } = vertex
        visit(
          e[0] * x + e[4] * y + e[8] * z + e[12],
          e[1] * x + e[5] * y + e[9] * z + e[13],
          e[2] * x + e[6] * y + e[10] * z + e[14],
        )
      }
    }
  })
}

const SLICES = 16
const SECTORS = 24

/**
 * Exact bounding box of what an object draws: every vertex through its node's transform. Corners of rotated boxes,
 * which overstate, are not used. A vertex that is not a number makes the size not a number, so that the caller can
 * tell.
 */
export function measure(object: Object3D): ObjectMeasure {
  object.updateWorldMatrix(true, true)
  const { min, max } = new Box3()
  forEachVertex(object, (x, y, z) => {
    // Math.min and Math.max keep NaN; comparisons would lose it.
    min.set(Math.min(min.x, x), Math.min(min.y, y), Math.min(min.z, z))
    max.set(Math.max(max.x, x), Math.max(max.y, y), Math.max(max.z, z))
  })
  return {
    dimensions: { width: max.x - min.x, height: max.y - min.y, depth: max.z - min.z },
    bounds: new Box3(min, max),
    outline: outlineOf(object, min, max),
    triangles: countTriangles(object),
  }
}

function outlineOf(object: Object3D, min: Vector3, max: Vector3): Float32Array {
  const cx = (min.x + max.x) / 2
  const cz = (min.z + max.z) / 2
  const perSlice = SLICES / Math.max(max.y - min.y, 1e-9)
  const farthest = new Float32Array(SLICES * SECTORS).fill(-1)
  const points = new Float32Array(SLICES * SECTORS * 3)
  forEachVertex(object, (x, y, z) => {
    const dx = x - cx
    const dz = z - cz
    const slice = Math.min(SLICES - 1, ((y - min.y) * perSlice) | 0)
    const sector = (((Math.atan2(dz, dx) / (2 * Math.PI) + 0.5) * SECTORS) | 0) % SECTORS
    const at = slice * SECTORS + sector
    const far = dx * dx + dz * dz
    if (far <= (farthest[at] ?? 0)) return
    farthest[at] = far
    points[at * 3] = x
    points[at * 3 + 1] = y
    points[at * 3 + 2] = z
  })
  let used = 0
  for (let at = 0; at < farthest.length; at++) {
    if ((farthest[at] ?? 0) >= 0) points.copyWithin(used++ * 3, at * 3, at * 3 + 3)
  }
  return points.slice(0, used * 3)
}

function countTriangles(object: Object3D): number {
  let triangles = 0
  object.traverse((mesh) => {
    if (!(mesh instanceof Mesh)) return
    const count: number = mesh.geometry.index?.count ?? mesh.geometry.getAttribute('position')?.count ?? 0
    triangles += Math.floor(count / 3) * (mesh instanceof InstancedMesh ? mesh.count : 1)
  })
  return triangles
}
