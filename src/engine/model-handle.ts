import type { Box3, Group, Material, Mesh } from 'three'
import type { Dimensions } from '../core/dimensions'
import { EngineError } from './engine-error'
import type { ModelNote } from './model-note'
import type { SharedModel } from './shared-model'

/** One use of a model: an object to put into a scene, with its own variant. Release it when done. */
export interface ModelHandle {
  /** Metres, origin and axes as in the file. */
  readonly object: Group
  /** Exact size in metres. */
  readonly dimensions: Dimensions
  /** Bounds in metres, in the file's axes. Where the origin lies against the object can be read from them. */
  readonly bounds: Box3
  /** Points the object reaches out to, for framing; see `ObjectMeasure`. */
  readonly outline: Float32Array
  readonly triangles: number
  /** What makes the model heavy, for its merchant. */
  readonly notes: readonly ModelNote[]
  /** Names of the material variants the file has. */
  readonly variants: readonly string[]
  /** `extras` of the file's default scene: what `readWear` reads. */
  readonly extras: Readonly<Record<string, unknown>>
  /** Shows a variant on this handle alone. An unknown name shows the file's default look. */
  setVariant(name: string): Promise<void>
  /** Ends this use; when it was the last, geometry, materials and textures are freed. */
  release(): void
}

/** The handle {@link ModelCache} gives out. */
export class CachedModelHandle implements ModelHandle {
  readonly object: Group
  readonly #model: SharedModel
  readonly #onRelease: () => void
  readonly #defaults = new Map<Mesh, Material | Material[]>()
  #released = false
  #wanted = 0

  constructor(model: SharedModel, onRelease: () => void) {
    this.#model = model
    this.#onRelease = onRelease
    this.object = model.instantiate()
  }

  get dimensions(): Dimensions {
    return this.#model.measure.dimensions
  }

  get bounds(): Box3 {
    return this.#model.measure.bounds
  }

  get outline(): Float32Array {
    return this.#model.measure.outline
  }

  get triangles(): number {
    return this.#model.measure.triangles
  }

  get notes(): readonly ModelNote[] {
    return this.#model.notes
  }

  get variants(): readonly string[] {
    return this.#model.variants
  }

  get extras(): Readonly<Record<string, unknown>> {
    return this.#model.extras
  }

  async setVariant(name: string): Promise<void> {
    if (this.#released) throw new EngineError('released', 'setVariant after release')
    const turn = ++this.#wanted
    const materials = await this.#model.materialsOf(this.object, name)
    // A later choice, or the end, overtakes one whose textures were still being decoded.
    if (turn !== this.#wanted || this.#released) return
    for (const [mesh, material] of this.#defaults) if (!materials.has(mesh)) mesh.material = material
    for (const [mesh, material] of materials) {
      if (!this.#defaults.has(mesh)) this.#defaults.set(mesh, mesh.material)
      mesh.material = material
    }
  }

  release(): void {
    if (this.#released) return
    this.#released = true
    this.object.removeFromParent()
    this.object.clear()
    this.#onRelease()
  }
}
