import type { Material, Primitive } from '@gltf-transform/core'
import type { MappingList } from '@gltf-transform/extensions'

const VARIANTS = 'KHR_materials_variants'

/** The variants a primitive takes part in; undefined when it looks the same in all. */
export function mappingsOf(primitive: Primitive): MappingList | undefined {
  return primitive.getExtension<MappingList>(VARIANTS) ?? undefined
}

export function setMappings(primitive: Primitive, list: MappingList | null): void {
  primitive.setExtension(VARIANTS, list)
}

/** Every material a primitive may be shown in: its own and those of its variants. */
export function materialsOf(primitive: Primitive): Set<Material> {
  const materials = new Set<Material>()
  const own = primitive.getMaterial()
  if (own) materials.add(own)
  for (const mapping of mappingsOf(primitive)?.listMappings() ?? []) {
    const material = mapping.getMaterial()
    if (material) materials.add(material)
  }
  return materials
}
