import {
  BufferAttribute,
  BufferGeometry,
  Group,
  type InterleavedBufferAttribute,
  type Material,
  Matrix3,
  Mesh,
  type Object3D,
  Vector3,
} from 'three'

/** Above this many vertices joining would cost more memory than the draws it saves are worth. */
const MOST_VERTICES = 3_000_000

/**
 * Joins the pieces of a model that is drawn in very many: one mesh per material and set of attributes, transforms
 * baked in. A file of 10,000 nodes turns at one draw instead of 10,000.
 *
 * @returns the joined model; undefined when the model moves or changes (skins, morphs, instances) or is too large
 */
export function joinPieces(root: Object3D): Group | undefined {
  root.updateWorldMatrix(true, true)
  const batches = new Map<string, { material: Material; meshes: Mesh[] }>()
  let vertices = 0
  let joinable = true
  root.traverse((object) => {
    if (!('geometry' in object)) return
    if (!isStill(object)) {
      joinable = false
      return
    }
    const names = Object.keys(object.geometry.attributes).sort()
    const key = [object.material.uuid, ...names.map((name) => `${name}${itemSize(object, name)}`)].join(' ')
    const batch = batches.get(key) ?? { material: object.material, meshes: [] }
    batch.meshes.push(object)
    batches.set(key, batch)
    vertices += attributeOf(object, 'position')?.count ?? 0
  })
  if (!joinable || vertices > MOST_VERTICES) return undefined
  const joined = new Group()
  joined.name = root.name
  for (const { material, meshes } of batches.values()) joined.add(new Mesh(join(meshes), material))
  return joined
}

/** A mesh that keeps its shape and place, in one material. */
function isStill(object: Object3D): object is Mesh<BufferGeometry, Material> {
  return (
    object instanceof Mesh &&
    !('isSkinnedMesh' in object || 'isInstancedMesh' in object) &&
    object.morphTargetInfluences === undefined &&
    !Array.isArray(object.material)
  )
}

function join(meshes: readonly Mesh[]): BufferGeometry {
  let vertices = 0
  let indices = 0
  for (const mesh of meshes) {
    const count = attributeOf(mesh, 'position')?.count ?? 0
    vertices += count
    indices += mesh.geometry.index?.count ?? count
  }
  const geometry = new BufferGeometry()
  const [first] = meshes
  if (!first) return geometry
  for (const name of Object.keys(first.geometry.attributes)) {
    const size = itemSize(first, name)
    const values = new Float32Array(vertices * size)
    let at = 0
    for (const mesh of meshes) at = copy(mesh, name, size, values, at)
    geometry.setAttribute(name, new BufferAttribute(values, size))
  }
  const index = new Uint32Array(indices)
  let at = 0
  let base = 0
  for (const mesh of meshes) {
    const own = mesh.geometry.index
    const count = attributeOf(mesh, 'position')?.count ?? 0
    const length = own?.count ?? count
    // A mirrored piece turns its triangles inside out.
    const mirrored = mesh.matrixWorld.determinant() < 0
    for (let i = 0; i < length; i++) {
      const from = mirrored ? i - (i % 3) + (2 - (i % 3)) : i
      index[at++] = base + (own ? own.getX(from) : from)
    }
    base += count
  }
  geometry.setIndex(new BufferAttribute(index, 1))
  geometry.computeBoundingSphere()
  return geometry
}

const vector = new Vector3()
const normalMatrix = new Matrix3()

/** Copies one attribute of a mesh, in the model's space. Quantised values become plain numbers. */
function copy(mesh: Mesh, name: string, size: number, into: Float32Array, start: number): number {
  const attribute = attributeOf(mesh, name)
  if (!attribute) return start
  let at = start
  normalMatrix.getNormalMatrix(mesh.matrixWorld)
  for (let i = 0; i < attribute.count; i++) {
    if (name === 'position' || name === 'normal' || name === 'tangent') {
      vector.fromBufferAttribute(attribute, i)
      if (name === 'position') vector.applyMatrix4(mesh.matrixWorld)
      else if (name === 'normal') vector.applyMatrix3(normalMatrix).normalize()
      else vector.transformDirection(mesh.matrixWorld)
      into[at++] = vector.x
      into[at++] = vector.y
      into[at++] = vector.z
      if (size === 4) into[at++] = attribute.getW(i)
    } else {
      for (let c = 0; c < size; c++) into[at++] = attribute.getComponent(i, c)
    }
  }
  return at
}

function attributeOf(mesh: Mesh, name: string): BufferAttribute | InterleavedBufferAttribute | undefined {
  return mesh.geometry.getAttribute(name)
}

function itemSize(mesh: Mesh, name: string): number {
  return attributeOf(mesh, name)?.itemSize ?? 0
}
