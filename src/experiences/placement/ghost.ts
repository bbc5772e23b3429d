import { Group, type Material, Mesh, MeshBasicMaterial, type Object3D } from 'three'

/** How much of the room shows through what is not placed yet. */
const OPACITY = 0.62

/**
 * The product as it would stand, translucent. Depth is drawn first, so that only its outermost surface shows and
 * not the legs through the seat. Geometry and textures stay the model's own.
 */
export class Ghost {
  readonly node = new Group()
  private readonly depth = new MeshBasicMaterial({ colorWrite: false })
  private readonly translucent = new Map<Material, Material>()

  constructor() {
    this.node.name = 'ghost'
    this.node.visible = false
  }

  /** Shows these objects, each already posed in the ghost's frame; none to hide. */
  show(objects: readonly Object3D[]): void {
    this.clear()
    for (const object of objects) {
      const front = object.clone(true)
      const behind = object.clone(true)
      front.traverse((each) => {
        if (!(each instanceof Mesh)) return
        each.material = Array.isArray(each.material)
          ? each.material.map((material) => this.translucentOf(material))
          : this.translucentOf(each.material)
        each.renderOrder = 11
        each.castShadow = false
      })
      behind.traverse((each) => {
        if (!(each instanceof Mesh)) return
        each.material = this.depth
        each.renderOrder = 10
        each.castShadow = false
      })
      this.node.add(behind, front)
    }
  }

  clear(): void {
    this.node.clear()
    for (const material of this.translucent.values()) material.dispose()
    this.translucent.clear()
  }

  dispose(): void {
    this.clear()
    this.depth.dispose()
    this.node.removeFromParent()
  }

  private translucentOf(material: Material): Material {
    const known = this.translucent.get(material)
    if (known) return known
    const made = material.clone()
    made.transparent = true
    made.opacity = material.opacity * OPACITY
    this.translucent.set(material, made)
    return made
  }
}
