import { type Document, type Material, MathUtils, type Node, type Primitive } from '@gltf-transform/core'
import type { Mapping, MappingList } from '@gltf-transform/extensions'
import { clearNodeParent, join } from '@gltf-transform/functions'
import { mappingsOf, materialsOf, setMappings } from './primitive-materials'

/**
 * A mesh that many nodes share stays shared where writing it out for each would add more vertices than this: a thousand screws are one screw in the
 * file.
 */
const MOST_COPIED_VERTICES = 60_000

/**
 * Joins pieces of one material into one draw. Nodes in `kept`, and what hangs from them, stay where they are; so does
 * what is see-through, for pieces are sorted by distance. Pieces with variants are joined with those that change alike.
 */
export async function joinDraws(document: Document, kept: ReadonlySet<Node>): Promise<void> {
  const root = document.getRoot()
  const copied = new Map<unknown, boolean>()
  const joinable = (node: Node): boolean => {
    const mesh = node.getMesh()
    if (!mesh || kept.has(node) || Object.keys(mesh.getExtras()).length > 0) return false
    if (node.listExtensions().length > 0) return false
    const shared = copied.get(mesh)
    if (shared === false) return false
    return mesh.listPrimitives().every(isPlain)
  }
  for (const mesh of root.listMeshes()) {
    const users = mesh.listParents().filter((parent) => parent.propertyType === 'Node').length
    const vertices = mesh
      .listPrimitives()
      .reduce((sum, primitive) => sum + (primitive.getAttribute('POSITION')?.getCount() ?? 0), 0)
    copied.set(mesh, (users - 1) * vertices <= MOST_COPIED_VERTICES)
  }
  for (const node of root.listNodes()) if (joinable(node)) detach(node, kept)
  const looks = maskVariants(document)
  await document.transform(join({ filter: joinable, cleanup: false }))
  looks.unmask()
}

/** Whether a primitive may be joined: opaque, undescribed, no morph targets. */
function isPlain(primitive: Primitive): boolean {
  if (Object.keys(primitive.getExtras()).length > 0 || primitive.listTargets().length > 0) return false
  return [...materialsOf(primitive)].every(
    (material) =>
      material.getAlphaMode() !== 'BLEND' &&
      !material.getExtension('KHR_materials_transmission') &&
      !material.getExtension('KHR_materials_volume'),
  )
}

/** Hangs a node from the scene itself, where it looks the same there. */
function detach(node: Node, kept: ReadonlySet<Node>): void {
  for (let above = node.getParentNode(); above; above = above.getParentNode()) {
    if (kept.has(above)) return
  }
  if (!node.getParentNode()) return
  const world = node.getWorldMatrix()
  // A turn inside an uneven scale shears, and a node's own transform cannot say that.
  const [translation, rotation, scale] = [
    [0, 0, 0],
    [0, 0, 0, 1],
    [1, 1, 1],
  ] as [[number, number, number], [number, number, number, number], [number, number, number]]
  MathUtils.decompose(world, translation, rotation, scale)
  const again = MathUtils.compose(translation, rotation, scale, [...world])
  const size = Math.max(...world.map(Math.abs))
  if (world.some((value, i) => Math.abs(value - (again[i] ?? 0)) > size * 1e-5)) return
  clearNodeParent(node)
}

/**
 * `join` compares primitives by their own material and forgets their variants. While it works, each way of
 * changing with the variants is a material of its own.
 */
function maskVariants(document: Document): { unmask(): void } {
  const looks = new Map<string, { mask: Material; material: Material | null; list: MappingList }>()
  const masks = new Map<Material, string>()
  const ids = new Map<unknown, number>()
  const id = (thing: unknown) => {
    const known = ids.get(thing) ?? ids.size
    ids.set(thing, known)
    return known
  }
  const say = (mapping: Mapping) =>
    `${id(mapping.getMaterial())}:${mapping.listVariants().map(id).sort().join('+')}`
  const primitives = () =>
    document
      .getRoot()
      .listMeshes()
      .flatMap((mesh) => mesh.listPrimitives())
  for (const primitive of primitives()) {
    const list = mappingsOf(primitive)
    if (!list) continue
    const key = `${id(primitive.getMaterial())}|${list.listMappings().map(say).sort().join('|')}`
    let look = looks.get(key)
    if (!look) {
      look = { mask: document.createMaterial('mask'), material: primitive.getMaterial(), list }
      looks.set(key, look)
      masks.set(look.mask, key)
    }
    primitive.setMaterial(look.mask)
    setMappings(primitive, null)
  }
  return {
    unmask() {
      for (const primitive of primitives()) {
        const mask = primitive.getMaterial()
        const look = mask && looks.get(masks.get(mask) ?? '')
        if (!look) continue
        primitive.setMaterial(look.material)
        setMappings(primitive, look.list)
      }
      for (const { mask } of looks.values()) mask.dispose()
    },
  }
}
