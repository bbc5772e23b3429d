import { Group, LoadingManager, type Material, type Mesh, type Object3D, Texture } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { clone } from 'three/addons/utils/SkeletonUtils.js'
import { checkGlb } from '../core/check-glb'
import { type Failed, failed } from '../core/model-fault'
import type { Decoders } from './decoders'
import { type GlassLook, prepareGlass } from './glass'
import { MaterialVariants, variantMeshes } from './material-variants'
import { isDrawn, measure, type ObjectMeasure } from './measure'
import { type ModelNote, notesOn } from './model-note'
import { textureBytes, texturesOf } from './texture-bytes'

/** From this many draws on a model is joined; shop-ready ones have a handful. */
const MANY_DRAWS = 300
/** Smallest largest side, metres, that counts as a thing: a tenth of a millimetre. */
const SMALLEST = 1e-4

/**
 * One parsed file, shared by every handle on it: geometry, materials and textures exist once, objects are cloned.
 */
export class SharedModel {
  readonly measure: ObjectMeasure
  readonly notes: readonly ModelNote[]
  /** `extras` of the file's default scene, as its author left them: an object, empty if there were none. */
  readonly extras: Readonly<Record<string, unknown>>
  readonly #template: Group
  readonly #variants: MaterialVariants
  readonly #glass: GlassLook
  readonly #owned: Set<{ dispose(): void }> = new Set()

  constructor(
    template: Group,
    variants: MaterialVariants,
    size: ObjectMeasure,
    draws: number,
    glass: GlassLook,
    extras: Readonly<Record<string, unknown>>,
  ) {
    this.#glass = glass
    this.extras = extras
    this.#template = template
    this.#variants = variants
    this.measure = size
    template.traverse((object) => {
      if (!isDrawn(object)) return
      this.#owned.add(object.geometry)
      for (const material of [object.material].flat()) this.#own(material)
    })
    let bytes = 0
    for (const texture of texturesOf(template)) bytes += textureBytes(texture)
    this.notes = notesOn(size, draws, bytes)
  }

  /** Names of the file's material variants. */
  get variants(): readonly string[] {
    return this.#variants.names
  }

  /** A copy of the objects on the shared geometry. */
  instantiate(): Group {
    const copy = clone(this.#template)
    const group = new Group()
    group.add(copy)
    return group
  }

  /** Materials of a variant by mesh of one copy; meshes it leaves as they are miss. */
  async materialsOf(root: Object3D, variant: string): Promise<Map<Mesh, Material>> {
    const materials = new Map<Mesh, Material>()
    await Promise.all(
      variantMeshes(root).map(async (mesh) => {
        const material = await this.#variants.materialFor(mesh, variant)
        if (!material) return
        this.#own(material)
        materials.set(mesh, material)
      }),
    )
    return materials
  }

  /** Frees geometry, materials and textures, on the GPU and in memory. */
  dispose(): void {
    for (const thing of this.#owned) thing.dispose()
    this.#owned.clear()
    this.#template.clear()
  }

  #own(material: Material): void {
    if (this.#owned.has(material)) return
    this.#owned.add(material)
    prepareGlass(material, this.#glass)
    for (const value of Object.values(material)) {
      if (!(value instanceof Texture) || this.#owned.has(value)) continue
      this.#owned.add(value)
      const image: unknown = value.source.data
      if (image instanceof ImageBitmap) this.#owned.add({ dispose: () => image.close() })
    }
  }
}

/** Checks, parses and measures a file. */
export async function parseModel(
  bytes: ArrayBuffer,
  decoders: Decoders,
  { glass, signal }: { readonly glass: GlassLook; readonly signal?: AbortSignal },
): Promise<{ readonly ok: true; readonly model: SharedModel } | Failed> {
  const checked = checkGlb(bytes)
  if (!checked.ok) return checked
  try {
    // A manager of our own: nothing outside the file may be fetched, whatever it names.
    const manager = new LoadingManager()
    manager.setURLModifier((url) => (/^(blob|data):/.test(url) ? url : 'data:,'))
    const loader = new GLTFLoader(manager)
    let variants: MaterialVariants | undefined
    loader.register((parser) => {
      variants = new MaterialVariants(parser)
      return variants
    })
    await decoders.equip(loader, checked.json)
    if (signal?.aborted) return failed('aborted')
    const gltf = await loader.parseAsync(bytes, '')
    if (signal?.aborted) return failed('aborted')
    removeLightsAndCameras(gltf.scene)
    const size = measure(gltf.scene)
    const fault = checkSize(size)
    if (fault) return fault
    const draws = countDraws(gltf.scene)
    const extras = gltf.scene.userData
    let scene = gltf.scene
    if (draws > MANY_DRAWS && variants?.names.length === 0 && gltf.animations.length === 0) {
      const { joinPieces } = await import('./join-pieces')
      const joined = joinPieces(scene)
      if (joined) {
        disposeGeometries(scene)
        scene = joined
      }
    }
    return {
      ok: true,
      model: new SharedModel(scene, variants ?? neverVariants(), size, draws, glass, extras),
    }
  } catch (error) {
    return failed('decode-failed', { reason: error instanceof Error ? error.message : String(error) })
  }
}

function countDraws(root: Object3D): number {
  let draws = 0
  root.traverse((object) => {
    if (isDrawn(object)) draws += 1
  })
  return draws
}

function disposeGeometries(root: Object3D): void {
  root.traverse((object) => {
    if (isDrawn(object)) object.geometry.dispose()
  })
}

function neverVariants(): never {
  throw new Error('GLTFLoader did not call its plugins')
}

function checkSize({ bounds, dimensions, triangles }: ObjectMeasure): Failed | undefined {
  const { width, height, depth } = dimensions
  if (bounds.min.x === Infinity) return failed('empty-scene')
  if (!Number.isFinite(width + height + depth)) return failed('bad-positions')
  if (Math.max(width, height, depth) < SMALLEST) return failed('zero-size')
  return triangles === 0 ? failed('empty-scene') : undefined
}

/** A product is lit by our studio; lights in its file would light it twice. */
function removeLightsAndCameras(root: Object3D): void {
  const extra: Object3D[] = []
  root.traverse((object) => {
    if ('isLight' in object || 'isCamera' in object) extra.push(object)
  })
  for (const object of extra) if (object.children.length === 0) object.removeFromParent()
}
