import { type Document, ExtensionProperty, type Material, type Primitive } from '@gltf-transform/core'
import type { MappingList } from '@gltf-transform/extensions'
import { prune } from '@gltf-transform/functions'

const EXTENSION = 'KHR_materials_variants'

export type BakeVariantResult =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly fault: { readonly code: 'unknown-variant'; readonly known: readonly string[] }
    }

/**
 * Makes one variant (KHR_materials_variants) the only look of a document: its materials become the primitives' own,
 * the extension goes, and what only the other variants used is pruned. Changes the document in place.
 *
 * @param name the variant's name inside the file
 */
export async function bakeVariant(document: Document, name: string): Promise<BakeVariantResult> {
  const extension = document
    .getRoot()
    .listExtensionsUsed()
    .find((used) => used.extensionName === EXTENSION)
  const known = new Set<string>()
  const chosen: { primitive: Primitive; material: Material | null }[] = []
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) {
      const list = primitive.getExtension<MappingList>(EXTENSION)
      for (const mapping of list?.listMappings() ?? []) {
        for (const variant of mapping.listVariants()) {
          known.add(variant.getName())
          if (variant.getName() === name) chosen.push({ primitive, material: mapping.getMaterial() })
        }
      }
    }
  }
  if (!known.has(name)) return { ok: false, fault: { code: 'unknown-variant', known: [...known] } }
  for (const { primitive, material } of chosen) primitive.setMaterial(material)
  extension?.dispose()
  const before = extensionsInUse(document)
  await document.transform(prune({ keepSolidTextures: true, keepAttributes: true }))
  // An extension that only the pruned materials used would still be declared.
  const after = extensionsInUse(document)
  for (const used of document.getRoot().listExtensionsUsed()) {
    if (before.has(used.extensionName) && !after.has(used.extensionName)) used.dispose()
  }
  return { ok: true }
}

/** Names of the extensions some object of the document carries; extensions that only mark the file (quantisation, WebP) are not among them. */
function extensionsInUse(document: Document): Set<string> {
  const names = new Set<string>()
  for (const edge of document.getGraph().listEdges()) {
    const child = edge.getChild()
    if (child instanceof ExtensionProperty) names.add(child.extensionName)
  }
  return names
}
