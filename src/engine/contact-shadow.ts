import {
  type Box3,
  DataTexture,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  PlaneGeometry,
  type Vector3,
} from 'three'
import type { Stand } from '../core/product'
import { castShadow, MASK_SIZE } from './shadow-mask'

/** Part of the object's size left round it for the shadow to fade out in. */
const MARGIN = 0.3

/** The soft shadow under a product, or behind it on a wall. Computed once for a shape, drawn as one quad. */
export class ContactShadow {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>
  readonly #mask = new Uint8ClampedArray(MASK_SIZE * MASK_SIZE)
  readonly #texture: DataTexture

  constructor() {
    this.#texture = new DataTexture(new Uint8Array(MASK_SIZE * MASK_SIZE * 4), MASK_SIZE, MASK_SIZE)
    this.#texture.name = 'contact shadow'
    this.#texture.magFilter = LinearFilter
    this.#texture.minFilter = LinearFilter
    const material = new MeshBasicMaterial({
      map: this.#texture,
      transparent: true,
      depthWrite: false,
      toneMapped: false,
    })
    this.mesh = new Mesh(new PlaneGeometry(), material)
    this.mesh.name = 'contact shadow'
    this.mesh.renderOrder = -1
    this.mesh.visible = false
  }

  /** Recomputes the shadow of an object standing (or hanging) on its bounds. */
  cast(object: Object3D, { min, max }: Box3, on: Stand): void {
    this.mesh.visible = on !== 'ceiling'
    if (on === 'ceiling') return
    const wall = on === 'wall'
    const across = max.x - min.x
    const along = wall ? max.y - min.y : max.z - min.z
    const size = Math.max(across, along)
    const side = size * (1 + 2 * MARGIN)
    const cx = (min.x + max.x) / 2
    const cy = wall ? (min.y + max.y) / 2 : (min.z + max.z) / 2
    const left = cx - side / 2
    // Rows of the texture run upwards on the quad: away from the viewer on a floor, up on a wall.
    const low = wall ? cy - side / 2 : cy + side / 2
    const cells = MASK_SIZE / side
    const project = wall
      ? (v: Vector3) => v.set((v.x - left) * cells, (v.y - low) * cells, v.z - min.z)
      : (v: Vector3) => v.set((v.x - left) * cells, (low - v.z) * cells, v.y - min.y)
    const thick = wall ? max.z - min.z : max.y - min.y
    const ambience = Math.min(1, Math.max(wall ? 0.55 : 0.1, Math.sqrt((4 * thick) / size)))
    castShadow(object, this.#mask, project, size * 0.4, ambience)
    const pixels = this.#texture.image.data
    for (let i = 0; i < this.#mask.length; i++) if (pixels) pixels[i * 4 + 3] = this.#mask[i] ?? 0
    this.#texture.needsUpdate = true

    this.mesh.scale.set(side, side, 1)
    if (wall) {
      this.mesh.rotation.set(0, 0, 0)
      // A studio's light comes from above: the shadow hangs a little lower than the thing.
      this.mesh.position.set(cx, cy - size * 0.025, min.z - size * 0.001)
    } else {
      this.mesh.rotation.set(-Math.PI / 2, 0, 0)
      this.mesh.position.set(cx, min.y - size * 0.001, cy)
    }
  }

  dispose(): void {
    this.mesh.removeFromParent()
    this.mesh.geometry.dispose()
    this.mesh.material.dispose()
    this.#texture.dispose()
  }
}
