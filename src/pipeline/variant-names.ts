import type { Document } from '@gltf-transform/core'
import type { Variant } from '@gltf-transform/extensions'

/** Names of a document's variants (KHR_materials_variants), in the file's order. */
export function variantNames(document: Document): string[] {
  const extension = document
    .getRoot()
    .listExtensionsUsed()
    .find(({ extensionName }) => extensionName === 'KHR_materials_variants')
  return (extension?.listProperties() ?? [])
    .filter((property): property is Variant => property.propertyType === 'Variant')
    .map((variant) => variant.getName())
}
