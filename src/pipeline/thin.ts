import type { Document, Primitive } from '@gltf-transform/core'
import { compactPrimitive } from '@gltf-transform/functions'
import type { MeshoptSimplifier } from 'meshoptimizer'

/** How much a normal and a shade weigh against a position. A plain simplifier would drop the rings that carry baked shade. */
const WEIGHTS = { normal: 0.4, shade: 1 }

/**
 * Takes away vertices that do not show, for the files a phone's own viewer opens: at most half of them, moving nothing by more
 * than `error` of the part's size, and keeping normals and baked shade. Parts whose positions are not floats are left as they are.
 *
 * @param simplifier of meshoptimizer, ready
 */
export function thin(document: Document, simplifier: typeof MeshoptSimplifier, error = 0.004): void {
  for (const mesh of document.getRoot().listMeshes())
    for (const part of mesh.listPrimitives()) thinPart(part, simplifier, error)
}

function thinPart(primitive: Primitive, simplifier: typeof MeshoptSimplifier, error: number): void {
  const indices = primitive.getIndices()
  const position = primitive.getAttribute('POSITION')?.getArray()
  const normal = primitive.getAttribute('NORMAL')
  const shade = primitive.getAttribute('COLOR_0')
  // Morph targets would be left with more vertices than the part.
  if (primitive.getMode() !== 4 || primitive.listTargets().length > 0) return
  if (!indices || !(position instanceof Float32Array) || !normal) return
  const count = position.length / 3
  const attributes = new Float32Array(count * 4)
  const element: number[] = []
  for (let i = 0; i < count; i++) {
    attributes.set(normal.getElement(i, element), i * 4)
    attributes[i * 4 + 3] = shade?.getElement(i, element)[0] ?? 1
  }
  const before = Uint32Array.from(indices.getArray() ?? [])
  const weights = [WEIGHTS.normal, WEIGHTS.normal, WEIGHTS.normal, WEIGHTS.shade]
  const target = Math.floor(before.length / 6) * 3
  const [after] = simplifier.simplifyWithAttributes(
    before,
    position,
    3,
    attributes,
    4,
    weights,
    null,
    target,
    error,
    ['LockBorder'],
  )
  indices.setArray(count > 65535 ? after : Uint16Array.from(after))
  compactPrimitive(primitive)
}
