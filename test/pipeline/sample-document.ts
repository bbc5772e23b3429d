import { Document, Logger, type Material, Verbosity } from '@gltf-transform/core'
import { KHRMaterialsVariants, KHRTextureTransform } from '@gltf-transform/extensions'

/** A PNG of one grey pixel. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADUlEQVQImWNoaGj4DwAFhAKArpptsgAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)

/** Size of the sample in metres: width, height, depth. Its underside is on y = 0. */
export const SAMPLE_SIZE = [0.6, 0.4, 0.2] as const

/**
 * A box of {@link SAMPLE_SIZE} under a turned and moved node, in two variants: `red` (plain) and `grey` (every texture a
 * material can have, one of them placed by KHR_texture_transform).
 */
export function sampleDocument(): Document {
  const document = new Document().setLogger(new Logger(Verbosity.ERROR))
  const buffer = document.createBuffer()
  const [w, h, d] = SAMPLE_SIZE
  // Turned by 90° about Y: the node swaps width and depth back.
  const positions: number[] = []
  for (const x of [-d / 2, d / 2])
    for (const y of [0, h]) for (const z of [-w / 2, w / 2]) positions.push(x, y, z)
  const faces = [
    [0, 1, 3, 2],
    [4, 6, 7, 5],
    [0, 4, 5, 1],
    [2, 3, 7, 6],
    [0, 2, 6, 4],
    [1, 5, 7, 3],
  ]
  const indices = faces.flatMap(([a = 0, b = 0, c = 0, e = 0]) => [a, b, c, a, c, e])
  const accessor = (type: 'VEC2' | 'VEC3', values: number[]) =>
    document.createAccessor().setType(type).setArray(new Float32Array(values)).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute(
      'NORMAL',
      accessor(
        'VEC3',
        positions.map((value) => Math.sign(value || -1) / Math.sqrt(3)),
      ),
    )
    .setAttribute(
      'TEXCOORD_0',
      accessor(
        'VEC2',
        positions.flatMap((_, i) => (i % 3 === 0 ? [i / 24, 0.25] : [])),
      ),
    )
    .setIndices(
      document.createAccessor().setType('SCALAR').setArray(new Uint16Array(indices)).setBuffer(buffer),
    )

  const red = document.createMaterial('Red').setBaseColorFactor([1, 0, 0, 1]).setRoughnessFactor(0.4)
  const grey = textured(document)
  const extension = document.createExtension(KHRMaterialsVariants)
  const list = extension.createMappingList()
  for (const [name, material] of [
    ['red', red],
    ['grey', grey],
  ] as const) {
    list.addMapping(extension.createMapping().setMaterial(material).addVariant(extension.createVariant(name)))
  }
  primitive.setMaterial(red).setExtension('KHR_materials_variants', list)
  const node = document
    .createNode('box')
    .setMesh(document.createMesh('box').addPrimitive(primitive))
    .setRotation([0, Math.SQRT1_2, 0, Math.SQRT1_2])
  document.getRoot().setDefaultScene(document.createScene('scene').addChild(node))
  return document
}

function textured(document: Document): Material {
  const texture = (name: string) => document.createTexture(name).setImage(PIXEL).setMimeType('image/png')
  const packed = texture('packed')
  const material = document
    .createMaterial('Grey, textured')
    .setBaseColorFactor([0.5, 0.25, 1, 0.75])
    .setAlphaMode('BLEND')
    .setBaseColorTexture(texture('base colour'))
    .setMetallicRoughnessTexture(packed)
    .setOcclusionTexture(packed)
    .setOcclusionStrength(0.8)
    .setNormalTexture(texture('normal'))
    .setNormalScale(0.5)
    .setEmissiveTexture(texture('emissive'))
    .setEmissiveFactor([1, 0.5, 0.25])
  const placed = document
    .createExtension(KHRTextureTransform)
    .createTransform()
    .setScale([4, 2])
    .setOffset([0.5, 0.125])
  material.getBaseColorTextureInfo()?.setExtension('KHR_texture_transform', placed)
  return material
}
