import { Document, type Mesh as GltfMesh, type Material, type Scene } from '@gltf-transform/core'
import { EXTTextureWebP, KHRMaterialsVariants } from '@gltf-transform/extensions'
import { WEAR_VERSION } from '../../../src/core/wear'
import { at, type Mesh } from '../shape/mesh'
import { tangents } from '../shape/tangents'
import type { ProductSource } from './product-source'
import { MaterialWriter, type TextureRange } from './write-material'

/**
 * A product as a glTF document with every look inside (KHR_materials_variants): one primitive a part, the first look shown by default.
 */
export async function assemble(source: ProductSource): Promise<Document> {
  const document = new Document()
  document.getRoot().getAsset().generator = 'Vitrine assets'
  const buffer = document.createBuffer()
  document.createExtension(EXTTextureWebP).setRequired(true)
  const extension = document.createExtension(KHRMaterialsVariants)
  const variants = source.looks.map((look) => extension.createVariant(look.name))
  const writer = new MaterialWriter(document)
  const scene = document.createScene(source.sku)
  const seats = new Seats(document, source, scene)

  for (const [part, shape] of Object.entries(source.parts)) {
    const seat = seats.of(part)
    const range = textureRange(shape)
    const looks = source.looks.map((look) => look.surfaces[part])
    // Before anything is read from the shape: it may double vertices.
    const directions = looks.some((surface) => surface?.normal) ? tangents(shape) : undefined
    const primitive = document.createPrimitive()
    const attribute = (
      type: 'VEC2' | 'VEC3' | 'VEC4',
      array: Float32Array | Uint8Array,
      normalized = false,
    ) =>
      document
        .createAccessor()
        .setType(type)
        .setArray(array as Float32Array<ArrayBuffer>)
        .setNormalized(normalized)
        .setBuffer(buffer)
    primitive.setAttribute('POSITION', attribute('VEC3', seat.around(shape.positions)))
    primitive.setAttribute('NORMAL', attribute('VEC3', Float32Array.from(shape.normals)))
    if (directions) primitive.setAttribute('TANGENT', attribute('VEC4', directions))
    if (
      looks.some(
        (surface) => surface?.base ?? surface?.normal ?? surface?.packed ?? surface?.emissive?.texture,
      )
    ) {
      const uvs = Float32Array.from(shape.uvs, (value, i) => (value - at(range.from, i % 2)) / range.span)
      primitive.setAttribute('TEXCOORD_0', attribute('VEC2', uvs))
    }
    if (shape.occlusion.length > 0) primitive.setAttribute('COLOR_0', attribute('VEC4', shades(shape), true))
    const wide = shape.vertexCount > 65535
    const indices = wide ? Uint32Array.from(shape.indices) : Uint16Array.from(shape.indices)
    primitive.setIndices(document.createAccessor().setType('SCALAR').setArray(indices).setBuffer(buffer))

    const list = extension.createMappingList()
    const written = new Map<unknown, Material>()
    for (const [i, surface] of looks.entries()) {
      if (!surface) throw new Error(`assets/no-surface: ${source.sku} ${part} has none in look ${i}`)
      let mapping = list.listMappings().find((m) => m.getMaterial() === written.get(surface))
      if (!mapping) {
        const material = await writer.write(surface, range)
        written.set(surface, material)
        mapping = extension.createMapping().setMaterial(material)
        list.addMapping(mapping)
        if (i === 0) primitive.setMaterial(material)
      }
      const variant = variants[i]
      if (variant) mapping.addVariant(variant)
    }
    // A part that looks the same in every variant needs no mapping.
    if (written.size > 1) primitive.setExtension('KHR_materials_variants', list)
    else list.dispose()
    seat.mesh.addPrimitive(primitive)
  }

  document.getRoot().setDefaultScene(scene)
  if (source.wear) scene.setExtras({ vitrine: { version: WEAR_VERSION, wear: source.wear } })
  return document
}

/** The nodes of a product: one for what stays, and one each for what turns by itself. */
class Seats {
  private readonly made = new Map<string, { mesh: GltfMesh; pivot: readonly [number, number, number] }>()

  constructor(
    private readonly document: Document,
    private readonly source: ProductSource,
    private readonly scene: Scene,
  ) {}

  of(part: string): { mesh: GltfMesh; around(positions: readonly number[]): Float32Array } {
    const named = Object.entries(this.source.nodes ?? {}).find(([, { parts }]) => parts.includes(part))
    const name = named?.[0] ?? this.source.sku
    const seat = this.made.get(name) ?? this.make(name, named?.[1].pivot ?? [0, 0, 0])
    const { mesh, pivot } = seat
    return {
      mesh,
      around: (positions) => Float32Array.from(positions, (value, i) => value - at(pivot, i % 3)),
    }
  }

  private make(name: string, pivot: readonly [number, number, number]) {
    const mesh = this.document.createMesh(name)
    this.scene.addChild(
      this.document
        .createNode(name)
        .setMesh(mesh)
        .setTranslation([...pivot]),
    )
    const seat = { mesh, pivot }
    this.made.set(name, seat)
    return seat
  }
}

function textureRange(mesh: Mesh): TextureRange {
  const low: [number, number] = [Infinity, Infinity]
  const high: [number, number] = [-Infinity, -Infinity]
  mesh.uvs.forEach((value, i) => {
    const axis = (i % 2) as 0 | 1
    low[axis] = Math.min(low[axis], value)
    high[axis] = Math.max(high[axis], value)
  })
  return { from: low, span: Math.max(high[0] - low[0], high[1] - low[1], 1e-6) }
}

/** Occlusion as vertex colour (linear, multiplies the base colour). */
function shades(mesh: Mesh): Uint8Array {
  const array = new Uint8Array(mesh.vertexCount * 4)
  mesh.occlusion.forEach((open, i) => {
    const shade = Math.round(Math.max(0, Math.min(1, open)) * 255)
    array.set([shade, shade, shade, 255], i * 4)
  })
  return array
}
