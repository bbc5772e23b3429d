import { Document, type Node, WebIO } from '@gltf-transform/core'
import { KHRMaterialsTransmission, KHRMaterialsVariants } from '@gltf-transform/extensions'

const CUBE = [
  [0, 1, 2, 3],
  [5, 4, 7, 6],
  [4, 0, 3, 7],
  [1, 5, 6, 2],
  [3, 2, 6, 7],
  [4, 5, 1, 0],
] as const

/** What {@link writeGlb} puts into a file. All lengths in metres. */
export interface GlbRecipe {
  /** Width, height, depth of each box. */
  readonly size?: readonly [number, number, number]
  /** Boxes, each a node of its own, in a grid. */
  readonly nodes?: number
  /** Each node gets a mesh of its own, as careless exporters write them. */
  readonly distinctMeshes?: boolean
  /** Names of material variants, each a grey of its own. */
  readonly variants?: readonly string[]
  /** A PNG for the base colour. */
  readonly texture?: Uint8Array
  readonly baseColor?: readonly [number, number, number, number]
  readonly edit?: (document: Document, nodes: readonly Node[]) => void
}

/** Writes a GLB: boxes standing on the floor, middle of the underside at the origin. */
export async function writeGlb(recipe: GlbRecipe = {}): Promise<ArrayBuffer> {
  const { size = [0.4, 0.5, 0.3], nodes = 1, distinctMeshes = false, variants = [] } = recipe
  const document = new Document()
  const buffer = document.createBuffer()
  const [w, h, d] = size
  const corners = [
    [-w / 2, 0, d / 2],
    [w / 2, 0, d / 2],
    [w / 2, h, d / 2],
    [-w / 2, h, d / 2],
    [-w / 2, 0, -d / 2],
    [w / 2, 0, -d / 2],
    [w / 2, h, -d / 2],
    [-w / 2, h, -d / 2],
  ]
  const normals = [
    [0, 0, 1],
    [0, 0, -1],
    [-1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
  ]
  const position: number[] = []
  const normal: number[] = []
  const uv: number[] = []
  const index: number[] = []
  for (const [face, quad] of CUBE.entries()) {
    const first = position.length / 3
    for (const [i, corner] of quad.entries()) {
      position.push(...(corners[corner] ?? []))
      normal.push(...(normals[face] ?? []))
      uv.push(i === 1 || i === 2 ? 1 : 0, i > 1 ? 1 : 0)
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  const material = document
    .createMaterial('default')
    .setBaseColorFactor([...(recipe.baseColor ?? [0.8, 0.3, 0.2, 1])])
  if (recipe.texture) {
    material.setBaseColorTexture(
      document.createTexture('picture').setImage(recipe.texture).setMimeType('image/png'),
    )
  }
  const mesh = () => {
    const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', array: Float32Array | Uint16Array) =>
      document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
    const primitive = document
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', new Float32Array(position)))
      .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normal)))
      .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(uv)))
      .setIndices(accessor('SCALAR', new Uint16Array(index)))
      .setMaterial(material)
    return { primitive, mesh: document.createMesh().addPrimitive(primitive) }
  }
  const shared = mesh()
  if (variants.length > 0) {
    const extension = document.createExtension(KHRMaterialsVariants)
    const list = extension.createMappingList()
    for (const [i, name] of variants.entries()) {
      const grey = (i + 1) / (variants.length + 1)
      const look = document.createMaterial(name).setBaseColorFactor([grey, grey, grey, 1])
      list.addMapping(extension.createMapping().setMaterial(look).addVariant(extension.createVariant(name)))
    }
    shared.primitive.setExtension('KHR_materials_variants', list)
  }
  const scene = document.createScene()
  const made: Node[] = []
  const side = Math.ceil(Math.sqrt(nodes))
  for (let i = 0; i < nodes; i++) {
    const node = document.createNode(`box ${i}`).setMesh(distinctMeshes && i > 0 ? mesh().mesh : shared.mesh)
    if (nodes > 1)
      node.setTranslation([((i % side) - side / 2) * w * 1.5, 0, (Math.floor(i / side) - side / 2) * d * 1.5])
    scene.addChild(node)
    made.push(node)
  }
  recipe.edit?.(document, made)
  const bytes = await new WebIO()
    .registerExtensions([KHRMaterialsTransmission, KHRMaterialsVariants])
    .writeBinary(document)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

/** Frames a JSON document and a binary chunk as a GLB, without checking either. */
export function frameGlb(json: unknown, bin?: Uint8Array, version = 2): ArrayBuffer {
  const text = new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json))
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const total = 12 + 8 + padded(text.length) + (bin ? 8 + padded(bin.length) : 0)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x46546c67, true)
  view.setUint32(4, version, true)
  view.setUint32(8, total, true)
  view.setUint32(12, padded(text.length), true)
  view.setUint32(16, 0x4e4f534a, true)
  bytes.fill(0x20, 20, 20 + padded(text.length))
  bytes.set(text, 20)
  if (bin) {
    const at = 20 + padded(text.length)
    view.setUint32(at, padded(bin.length), true)
    view.setUint32(at + 4, 0x004e4942, true)
    bytes.set(bin, at + 8)
  }
  return bytes.buffer
}
