import { Document, type Material } from '@gltf-transform/core'
import { EXTTextureWebP, KHRMaterialsVariants } from '@gltf-transform/extensions'
import { at, type Mesh } from '../shape/mesh'
import { tangents } from '../shape/tangents'
import type { ProductSource } from './product-source'
import { MaterialWriter, type TextureRange } from './write-material'

/**
 * A product as a glTF document with every look inside (KHR_materials_variants): one mesh, one primitive a part,
 * the first look shown by default.
 */
export async function assemble(source: ProductSource, format: 'webp' | 'jpeg'): Promise<Document> {
  const document = new Document()
  document.getRoot().getAsset().generator = 'Vitrine assets'
  const buffer = document.createBuffer()
  if (format === 'webp') document.createExtension(EXTTextureWebP).setRequired(true)
  const extension = document.createExtension(KHRMaterialsVariants)
  const variants = source.looks.map((look) => extension.createVariant(look.name))
  const writer = new MaterialWriter(document, format)
  const mesh = document.createMesh(source.sku)

  for (const [part, shape] of Object.entries(source.parts)) {
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
    primitive.setAttribute('POSITION', attribute('VEC3', Float32Array.from(shape.positions)))
    primitive.setAttribute('NORMAL', attribute('VEC3', Float32Array.from(shape.normals)))
    if (directions) primitive.setAttribute('TANGENT', attribute('VEC4', directions))
    if (looks.some((surface) => surface?.base ?? surface?.normal ?? surface?.packed)) {
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
    mesh.addPrimitive(primitive)
  }

  const node = document.createNode(source.sku).setMesh(mesh)
  const scene = document.createScene(source.sku).addChild(node)
  document.getRoot().setDefaultScene(scene)
  return document
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
