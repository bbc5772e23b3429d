import type { Document } from '@gltf-transform/core'
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
  const chosen: { primitive: { setMaterial(m: never): unknown }; material: unknown }[] = []
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
  for (const { primitive, material } of chosen) primitive.setMaterial(material as never)
  extension?.dispose()
  await document.transform(prune({ keepSolidTextures: true, keepAttributes: true }))
  return { ok: true }
}
