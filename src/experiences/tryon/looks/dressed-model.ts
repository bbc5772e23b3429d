import { type Group, type Material, Mesh, type Object3D } from 'three'
import { type DressUniforms, dressMaterial, type PartKind, type PartUniforms } from './dressed-material'

/** A part of a model that is drawn in its own way. */
export interface Part {
  readonly node: Object3D
  readonly kind: PartKind
  readonly uniforms: PartUniforms
}

/**
 * One more body's copy of what is worn: objects of its own on the shared geometry, with materials for wearing.
 */
export class DressedModel {
  readonly object: Group
  readonly #materials = new Set<Material>()

  /**
   * @param model the handle's object, in the variant to be shown
   * @param share luminance that its lenses let through, 0..1
   */
  constructor(
    model: Group,
    readonly dress: DressUniforms,
    readonly whole: PartUniforms,
    readonly share?: number,
  ) {
    this.object = model.clone(true)
    this.object.visible = true
  }

  /** A node by the name the file gives it (GLTFLoader cleans names, and keeps the file's in userData). */
  node(name: string): Object3D | undefined {
    let found: Object3D | undefined
    this.object.traverse((object) => {
      if (object.userData.name === name || object.name === name) found ??= object
    })
    return found
  }

  /** Gives every mesh its material; those below a part's node get the part's. @param kind of all that is no part */
  paint(parts: readonly Part[] = [], kind: PartKind = 'whole'): void {
    const made = new Map<string, Material>()
    this.object.traverse((mesh) => {
      if (!(mesh instanceof Mesh)) return
      mesh.frustumCulled = false
      const part = parts.find(({ node }) => isBelow(mesh, node))
      mesh.material = Array.isArray(mesh.material)
        ? mesh.material.map((material: Material) => this.#dressed(material, part, kind, made))
        : this.#dressed(mesh.material, part, kind, made)
    })
  }

  /** Frees the materials; geometry and textures are the model's. */
  dispose(): void {
    for (const material of this.#materials) material.dispose()
    this.#materials.clear()
    this.object.removeFromParent()
  }

  #dressed(
    material: Material,
    part: Part | undefined,
    kind: PartKind,
    made: Map<string, Material>,
  ): Material {
    const key = `${material.uuid} ${part?.node.uuid}`
    const known = made.get(key)
    if (known) return known
    const dressed = dressMaterial(
      material,
      part?.kind ?? kind,
      this.dress,
      part?.uniforms ?? this.whole,
      part?.kind === 'temple' ? undefined : this.share,
    )
    this.#materials.add(dressed)
    made.set(key, dressed)
    return dressed
  }
}

function isBelow(object: Object3D, node: Object3D): boolean {
  for (let at: Object3D | null = object; at; at = at.parent) if (at === node) return true
  return false
}
