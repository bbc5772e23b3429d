import type { Document, Material, Mesh, Node, Scene } from '@gltf-transform/core'
import type { Mapping, MappingList, Volume } from '@gltf-transform/extensions'
import { transformMesh } from '@gltf-transform/functions'

/**
 * Puts meshes where their nodes stand: positions become those of the scene and nodes lose their turn, shift and scale. Quantised files
 * carry a scale a node that a reader's rounding would otherwise be relative to. A file in which something moves (animation, skin, morph) stays as
 * it is, for its nodes are what moves.
 */
export function bakeNodes(document: Document): void {
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  if (!scene || root.listAnimations().length > 0 || root.listSkins().length > 0) return
  const seen = new Set<Mesh>()
  const thicker: Thicker = { made: new Map(), done: new Set() }
  const flat: { node: Node; mesh: Mesh }[] = []
  const visit = (parent: Scene | Node) => {
    for (const node of parent.listChildren()) {
      const mesh = node.getMesh()
      if (mesh) flat.push({ node, mesh })
      visit(node)
    }
  }
  visit(scene)
  if (flat.some(({ mesh }) => mesh.listPrimitives().some((part) => part.listTargets().length > 0))) return
  const placed = flat.map(({ node, mesh }) => {
    const matrix = node.getWorldMatrix()
    // What the copy shares, transformMesh copies in turn.
    const own = seen.has(mesh) ? mesh.clone() : mesh
    seen.add(mesh)
    return { node, matrix, own, scale: Math.cbrt(Math.abs(determinant(matrix))) }
  })
  for (const { node, matrix, own, scale } of placed) {
    transformMesh(own, matrix)
    thicken(own, scale, thicker)
    node.setMesh(own)
  }
  for (const node of root.listNodes())
    node.setTranslation([0, 0, 0]).setRotation([0, 0, 0, 1]).setScale([1, 1, 1])
}

interface Thicker {
  /** Material -> millionths of a scale -> the same, scaled. */
  readonly made: Map<Material, Map<number, Material>>
  readonly done: Set<Mapping>
}

/** Glass is as thick as its node's scale makes it (KHR_materials_volume), so a scale that goes into the vertices goes into it as well. */
function thicken(mesh: Mesh, scale: number, { made: known, done }: Thicker): void {
  if (Math.abs(scale - 1) < 1e-6) return
  const scaled = (material: Material | null): Material | null => {
    const volume = material?.getExtension<Volume>('KHR_materials_volume')
    if (!material || !volume || volume.getThicknessFactor() === 0) return material
    const sizes = known.get(material) ?? new Map<number, Material>()
    known.set(material, sizes)
    const key = Math.round(scale * 1e6)
    const made =
      sizes.get(key) ??
      material
        .clone()
        .setExtension(
          'KHR_materials_volume',
          volume.clone().setThicknessFactor(volume.getThicknessFactor() * scale),
        )
    sizes.set(key, made)
    return made
  }
  for (const part of mesh.listPrimitives()) {
    part.setMaterial(scaled(part.getMaterial()))
    const list = part.getExtension<MappingList>('KHR_materials_variants')
    for (const mapping of list?.listMappings() ?? []) {
      if (!done.has(mapping)) mapping.setMaterial(scaled(mapping.getMaterial()))
      done.add(mapping)
    }
  }
}

function determinant(m: readonly number[]): number {
  const at = (i: number) => m[i] ?? 0
  return (
    at(0) * (at(5) * at(10) - at(6) * at(9)) -
    at(4) * (at(1) * at(10) - at(2) * at(9)) +
    at(8) * (at(1) * at(6) - at(2) * at(5))
  )
}
