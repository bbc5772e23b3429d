import type { Document, Node, Primitive } from '@gltf-transform/core'
import { compactPrimitive } from '@gltf-transform/functions'
import type { MeshoptSimplifier } from 'meshoptimizer'

/** A simpler model that is wanted. */
export interface LodRequest {
  /** Share of the triangles to keep, 0..1; fewer go when `error` forbids. */
  readonly ratio: number
  /** How far the surface may move at most, metres. */
  readonly error: number
}

/** How much a normal and a baked shade weigh against a position: without, the rings that carry them go first. */
const WEIGHTS = { normal: 0.4, shade: 0.5 } as const

/**
 * Simplifies every mesh of a document in place, keeping open edges.
 *
 * @returns how far the surface moved, metres, as meshoptimizer tells it; the largest of all pieces
 */
export async function simplifyTo(
  document: Document,
  { ratio, error }: LodRequest,
  simplifier: typeof MeshoptSimplifier,
): Promise<number> {
  await simplifier.ready
  let moved = 0
  for (const mesh of document.getRoot().listMeshes()) {
    const scale = scaleOf(
      mesh.listParents().filter((parent): parent is Node => parent.propertyType === 'Node'),
    )
    if (scale === 0) continue
    for (const primitive of mesh.listPrimitives()) {
      const local = simplifyPrimitive(primitive, ratio, error / scale, simplifier)
      moved = Math.max(moved, local * scale)
    }
  }
  return moved
}

/** Metres to one unit of a mesh, the largest of all nodes that show it. */
function scaleOf(nodes: readonly Node[]): number {
  return Math.max(0, ...nodes.flatMap((node) => node.getWorldScale().map(Math.abs)))
}

/** @returns how far the surface moved, in the mesh's units */
function simplifyPrimitive(
  primitive: Primitive,
  ratio: number,
  error: number,
  simplifier: typeof MeshoptSimplifier,
): number {
  const indices = primitive.getIndices()
  const position = primitive.getAttribute('POSITION')
  const count = position?.getCount() ?? 0
  // Skins and morph targets move what is thinned here.
  const posed = primitive.listTargets().length > 0 || primitive.getAttribute('JOINTS_0') !== null
  if (!indices || !position || primitive.getMode() !== 4 || posed || count === 0) return 0
  const positions = new Float32Array(count * 3)
  const attributes = new Float32Array(count * 4)
  const normal = primitive.getAttribute('NORMAL')
  const shade = primitive.getAttribute('COLOR_0')
  const element: number[] = []
  for (let i = 0; i < count; i++) {
    positions.set(position.getElement(i, element).slice(0, 3), i * 3)
    if (normal) attributes.set(normal.getElement(i, element).slice(0, 3), i * 4)
    attributes[i * 4 + 3] = shade?.getElement(i, element)[0] ?? 1
  }
  const before = Uint32Array.from(indices.getArray() ?? [])
  const weights = [WEIGHTS.normal, WEIGHTS.normal, WEIGHTS.normal, WEIGHTS.shade]
  const target = Math.floor((before.length * ratio) / 3) * 3
  const [after, moved] = simplifier.simplifyWithAttributes(
    before,
    positions,
    3,
    attributes,
    4,
    weights,
    null,
    target,
    error,
    ['LockBorder', 'ErrorAbsolute'],
  )
  if (after.length === 0 || after.length === before.length) return 0
  // The accessor may serve another primitive.
  primitive.setIndices(indices.clone().setArray(count > 65535 ? after : Uint16Array.from(after)))
  compactPrimitive(primitive)
  return moved
}
