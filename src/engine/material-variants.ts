import type { Material, Mesh, Object3D } from 'three'
import type { GLTF, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js'
import { isDrawn } from './measure'

const EXTENSION = 'KHR_materials_variants'
/** Where a mesh keeps its materials by variant; in `userData`, which clones carry along. */
const KEY = 'materialOfVariant'

interface Mapping {
  readonly material: number
  readonly variants: readonly number[]
}

/**
 * KHR_materials_variants for GLTFLoader, which has no reader of its own. Materials of a variant, and their textures,
 * are fetched from the file when the variant is first chosen.
 *
 * https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0/Khronos/KHR_materials_variants
 */
export class MaterialVariants implements GLTFLoaderPlugin {
  readonly name = EXTENSION
  /** Names in the file's order. */
  names: readonly string[] = []

  readonly #parser: GLTFParser

  constructor(parser: GLTFParser) {
    this.#parser = parser
  }

  /** Notes on each mesh which material each variant gives it. */
  async afterRoot(gltf: GLTF): Promise<void> {
    const json: {
      extensions?: { [EXTENSION]?: { variants?: { name?: string }[] } }
      meshes?: { primitives?: { extensions?: { [EXTENSION]?: { mappings?: Mapping[] } } }[] }[]
    } = this.#parser.json
    const variants = json.extensions?.[EXTENSION]?.variants
    if (!variants) return
    this.names = variants.map((variant, index) => variant.name ?? String(index))
    for (const [object, reference] of this.#parser.associations) {
      if (reference?.meshes === undefined || !('isObject3D' in object) || !isDrawn(object)) continue
      const primitive = json.meshes?.[reference.meshes]?.primitives?.[reference.primitives ?? 0]
      const mappings = primitive?.extensions?.[EXTENSION]?.mappings
      if (!mappings) continue
      const materials: Record<string, number> = {}
      for (const { material, variants: indices } of mappings) {
        for (const index of indices) materials[this.names[index] ?? ''] = material
      }
      object.userData[KEY] = materials
    }
    gltf.userData.variants = this.names
  }

  /** The material a variant gives a mesh; undefined when the variant leaves it as it is. */
  async materialFor(mesh: Mesh, variant: string): Promise<Material | undefined> {
    const materials: Record<string, number> | undefined = mesh.userData[KEY]
    const index = materials?.[variant]
    if (index === undefined) return undefined
    const material: Material = await this.#parser.getDependency('material', index)
    // The loader adapts a material to a mesh (vertex colours, tangents): let it, without touching what is shown.
    const probe = mesh.clone(false)
    probe.material = material
    this.#parser.assignFinalMaterial(probe)
    return Array.isArray(probe.material) ? probe.material[0] : probe.material
  }
}

/** Meshes below an object which some variant changes. */
export function variantMeshes(root: Object3D): Mesh[] {
  const meshes: Mesh[] = []
  root.traverse((object) => {
    if (isDrawn(object) && object.userData[KEY]) meshes.push(object)
  })
  return meshes
}
