import { type BufferGeometry, CylinderGeometry, Mesh, MeshBasicMaterial } from 'three'

/** An elliptic cylinder in the depth buffer alone: a forearm, a finger. Its length lies along the limb's own axis. */
export class LimbOccluder {
  readonly mesh: Mesh
  readonly #material = new MeshBasicMaterial({ colorWrite: false })

  /**
   * @param axis of the limb's frame that runs along it
   * @param taper radius at the end towards the body against that at the other
   */
  constructor(axis: 'x' | 'z', taper: number) {
    const geometry = new CylinderGeometry(1, taper, 1, 48, 1, true)
    if (axis === 'x') geometry.rotateZ(-Math.PI / 2)
    else geometry.rotateX(Math.PI / 2)
    this.mesh = new Mesh(geometry, this.#material)
    this.mesh.renderOrder = -10
    this.mesh.frustumCulled = false
  }

  /** The surface of the limb, which shadows fall onto; it takes the mesh's own scale. */
  get surface(): BufferGeometry {
    return this.mesh.geometry
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.#material.dispose()
    this.mesh.removeFromParent()
  }
}
