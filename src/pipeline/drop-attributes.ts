import type { Document, Material, Primitive } from '@gltf-transform/core'
import { ExtensionProperty, TextureInfo } from '@gltf-transform/core'
import type { Transform } from '@gltf-transform/extensions'
import { materialsOf } from './primitive-materials'

/**
 * Drops vertex data no material of the primitive, in any variant, looks at: tangents without a normal map, texture coordinates
 * without a texture, second colours. glTF-Transform's own `prune` asks the default material alone, and renumbers texture coordinates
 * the other variants still count on.
 */
export function dropAttributes(document: Document): void {
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) dropFrom(document, primitive)
  }
}

function dropFrom(document: Document, primitive: Primitive): void {
  let tangents = false
  let sets = 0
  for (const material of materialsOf(primitive)) {
    const needs = needsOf(document, material)
    tangents ||= needs.tangents
    sets = Math.max(sets, needs.sets)
  }
  for (const semantic of primitive.listSemantics()) {
    const [, kind, index] = /^(TEXCOORD|COLOR)_(\d+)$/.exec(semantic) ?? []
    const unused =
      (semantic === 'TANGENT' && !tangents) ||
      // Only from the end: sets must be numbered without gaps.
      (kind === 'TEXCOORD' && Number(index) >= sets) ||
      (kind === 'COLOR' && Number(index) > 0)
    if (!unused) continue
    primitive.setAttribute(semantic, null)
    for (const target of primitive.listTargets()) target.setAttribute(semantic, null)
  }
}

/** Whether a material needs tangents, and how many sets of texture coordinates. */
function needsOf(document: Document, material: Material): { tangents: boolean; sets: number } {
  let tangents = false
  let sets = 0
  const look = (owner: Material | ExtensionProperty) => {
    const edges = document.getGraph().listChildEdges(owner)
    const textured = new Set(edges.map((edge) => edge.getName()).filter((name) => /Texture$/.test(name)))
    if ([...textured].some((name) => /normalTexture|anisotropy/i.test(name))) tangents = true
    for (const edge of edges) {
      const child = edge.getChild()
      if (child instanceof TextureInfo) {
        if (!textured.has(edge.getName().replace(/Info$/, ''))) continue
        const placed = child.getExtension<Transform>('KHR_texture_transform')?.getTexCoord()
        sets = Math.max(sets, (placed ?? child.getTexCoord()) + 1, child.getTexCoord() + 1)
      } else if (child instanceof ExtensionProperty) look(child)
    }
  }
  look(material)
  return { tangents, sets }
}
