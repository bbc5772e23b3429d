import {
  Group,
  type Material,
  Mesh,
  MeshPhysicalMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Texture,
} from 'three'
import type { GLTF } from 'three/addons/loaders/GLTFLoader.js'
import { makeSkin, simplifySkin } from './skin-material'

/** Parts whose pictures are mostly holes. */
const FRINGES = new Set(['hair', 'brows', 'lashes'])

interface Variants {
  readonly KHR_materials_variants?: { readonly variants: readonly { readonly name: string }[] }
}
interface Mappings {
  readonly KHR_materials_variants?: {
    readonly mappings: readonly { readonly material: number; readonly variants: readonly number[] }[]
  }
}

/** A person or a hand that can be posed and lit: the file's meshes with materials made for a portrait. */
export class PosedModel {
  readonly root = new Group()
  private readonly meshes: Mesh[] = []
  private readonly skins: { mesh: Mesh; tones: Map<string, Material>; own: Material }[] = []

  private constructor(
    private readonly disposables: { dispose(): void }[],
    private readonly pores: Texture,
  ) {}

  static async of(gltf: GLTF, pores: Texture, surroundings: Texture): Promise<PosedModel> {
    const disposables: { dispose(): void }[] = []
    const model = new PosedModel(disposables, pores)
    const names = (
      (gltf.parser.json as { extensions?: Variants }).extensions?.KHR_materials_variants?.variants ?? []
    ).map((variant) => variant.name)
    const made = new Map<Material, Material>()
    const dress = (material: Material, part: string): Material => {
      const known = made.get(material)
      if (known) return known
      const dressed = portraitMaterial(material, part, pores, surroundings)
      disposables.push(dressed, material)
      made.set(material, dressed)
      return dressed
    }
    const meshes: Mesh[] = []
    gltf.scene.traverse((object: Object3D) => {
      if (object instanceof Mesh) meshes.push(object as Mesh)
    })
    for (const mesh of meshes) {
      const part = mesh.name
      const original = mesh.material as Material
      mesh.frustumCulled = false
      mesh.castShadow = part !== 'lashes' && part !== 'eyes'
      mesh.receiveShadow = part !== 'lashes'
      mesh.material = dress(original, part)
      disposables.push(mesh.geometry)
      const mappings =
        (mesh.userData.gltfExtensions as Mappings | undefined)?.KHR_materials_variants?.mappings ?? []
      const tones = new Map<string, Material>()
      for (const { material, variants } of mappings) {
        const loaded = (await gltf.parser.getDependency('material', material)) as Material
        for (const index of variants) tones.set(names[index] ?? '', dress(loaded, part))
      }
      if (tones.size > 0) model.skins.push({ mesh, tones, own: mesh.material as Material })
      model.meshes.push(mesh)
      if (part === 'hair') addSoftEnds(mesh, disposables)
    }
    model.root.add(gltf.scene)
    return model
  }

  /** @throws when the file has no such tone */
  wear(tone: string | undefined): void {
    for (const { mesh, tones, own } of this.skins) {
      const material = tone === undefined ? own : tones.get(tone)
      if (!material) throw new Error(`person-booth/no-such-tone: ${tone}`)
      mesh.material = material
    }
  }

  /** Draws faster and plainer, or as well as it can. */
  draft(draft: boolean): void {
    for (const { mesh } of this.skins)
      if (mesh.material instanceof MeshPhysicalMaterial) simplifySkin(mesh.material, this.pores, draft)
  }

  express(expression: Readonly<Record<string, number>>): void {
    for (const { morphTargetDictionary, morphTargetInfluences } of this.meshes)
      for (const [name, index] of Object.entries(morphTargetDictionary ?? {}))
        if (morphTargetInfluences) morphTargetInfluences[index] = expression[name] ?? 0
  }

  /** Draws lips white and all else that covers them black while `draw` runs. */
  masked(white: Material, black: Material, draw: () => void): void {
    const before = this.meshes.map((mesh) => [mesh, mesh.material, mesh.visible] as const)
    for (const mesh of this.meshes) {
      mesh.material = mesh.name === 'lips' ? white : black
      if (FRINGES.has(mesh.name)) mesh.visible = false
    }
    draw()
    for (const [mesh, material, visible] of before) {
      mesh.material = material
      mesh.visible = visible
    }
  }

  dispose(): void {
    for (const thing of this.disposables) thing.dispose()
  }
}

function portraitMaterial(material: Material, part: string, pores: Texture, surroundings: Texture): Material {
  if (!(material instanceof MeshStandardMaterial)) return material
  const made = new MeshPhysicalMaterial()
  made.name = material.name
  made.color.copy(material.color)
  made.map = material.map
  made.roughness = material.roughness
  made.metalness = 0
  made.side = material.side
  if (made.map) made.map.anisotropy = 8
  if (part === 'skin' || part === 'lips') makeSkin(made, pores)
  if (part === 'lips') made.roughness = 0.42
  if (part === 'eyes') {
    made.roughness = 0.35
    made.clearcoat = 1
    made.clearcoatRoughness = 0.03
    // Its own, so that the windows in an eye can be brighter than the light they give.
    made.envMap = surroundings
    made.envMapIntensity = 0.8
    made.specularIntensity = 0
    // Lids shade an eye more than the lamps here know.
    made.color.setScalar(0.7)
  }
  if (part === 'hair') {
    made.alphaTest = 0.5
    made.specularIntensity = 0.75 - 0.65 * made.roughness
    made.shadowSide = made.side
  }
  if (part === 'brows' || part === 'lashes') {
    made.transparent = true
    made.opacity = material.opacity
    made.depthWrite = false
    made.polygonOffset = true
    made.polygonOffsetFactor = -2
    made.specularIntensity = 0.1
  }
  if (part === 'top') {
    made.sheen = 0.5
    made.sheenRoughness = 0.6
    made.specularIntensity = 0.2
  }
  return made
}

/** Hair once more, blended, over its solid part: its ends are soft. */
function addSoftEnds(mesh: Mesh, disposables: { dispose(): void }[]): void {
  const soft = (mesh.material as MeshPhysicalMaterial).clone()
  soft.alphaTest = 0.02
  soft.transparent = true
  soft.depthWrite = false
  disposables.push(soft)
  const ends = new Mesh(mesh.geometry, soft)
  ends.name = 'hair-ends'
  ends.renderOrder = 2
  ends.frustumCulled = false
  ends.receiveShadow = true
  mesh.add(ends)
}
