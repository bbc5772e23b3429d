import type { Accessor, Document, Primitive } from '@gltf-transform/core'
import type { InstancedMesh } from '@gltf-transform/extensions'

/** What the default scene of a model draws. */
export interface GeometryFacts {
  readonly triangles: number
  /** Uploaded: shared ones count once. */
  readonly vertices: number
  /** Primitives met through the scene's nodes; instances of EXT_mesh_gpu_instancing are one. */
  readonly draws: number
  readonly nodes: number
  /** Indices and attributes on the GPU, morph targets among them. */
  readonly gpuBytes: number
}

/** Counts what the default scene draws. */
export function geometryFacts(document: Document): GeometryFacts {
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  const uploaded = new Set<Accessor>()
  const positions = new Set<Accessor>()
  let triangles = 0
  let draws = 0
  let nodes = 0
  scene?.traverse((node) => {
    nodes++
    const instances = node.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing')
    const count = instances?.listAttributes()[0]?.getCount() ?? 1
    for (const attribute of instances?.listAttributes() ?? []) uploaded.add(attribute)
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      draws++
      triangles += trianglesOf(primitive) * count
      const position = primitive.getAttribute('POSITION')
      if (position) positions.add(position)
      const indices = primitive.getIndices()
      if (indices) uploaded.add(indices)
      for (const attribute of primitive.listAttributes()) uploaded.add(attribute)
      for (const target of primitive.listTargets()) {
        for (const attribute of target.listAttributes()) uploaded.add(attribute)
      }
    }
  })
  const sum = (all: Set<Accessor>, of: (accessor: Accessor) => number) =>
    [...all].reduce((total, accessor) => total + of(accessor), 0)
  return {
    triangles,
    vertices: sum(positions, (accessor) => accessor.getCount()),
    draws,
    nodes,
    gpuBytes: sum(uploaded, (accessor) => accessor.getByteLength()),
  }
}

/** Triangles a primitive draws once; lines and points draw none. */
export function trianglesOf(primitive: Primitive): number {
  const count = (primitive.getIndices() ?? primitive.getAttribute('POSITION'))?.getCount() ?? 0
  switch (primitive.getMode()) {
    case 4:
      return Math.floor(count / 3)
    case 5:
    case 6:
      return Math.max(0, count - 2)
    default:
      return 0
  }
}
