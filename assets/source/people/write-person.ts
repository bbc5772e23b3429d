import { basename, dirname } from 'node:path'
import { Document, type Material, type Mesh } from '@gltf-transform/core'
import { EXTTextureWebP, KHRMaterialsClearcoat, KHRMaterialsVariants } from '@gltf-transform/extensions'
import sharp from 'sharp'
import { linear } from '../texture/image'
import { EYE_EDGE, paintEye } from './eyeball'
import type { Part } from './part'
import type { Person } from './people'
import { personParts } from './person-parts'
import { shapePerson } from './person-shape'
import { SKIN_EDGE, skinMap } from './skin-atlas'
import { paintSkin, skinLayers } from './skin-texture'
import { tintedAlpha } from './tinted-alpha'
import { TONES } from './tones'
import { type HeadTruth, measureHead } from './truth'

/** Pictures that go with a proxy part lie beside it. */
const PICTURES: Readonly<Record<string, string>> = {
  Eyelashes01: 'eyelashes01',
  afro01: 'afro_diffuse',
  Teeth_Base: 'teeth',
}
const pictureOf = (path: string) => {
  const name = basename(path)
  const diffuse = path.startsWith('hair/') ? `${name}_diffuse` : name
  return `${dirname(path)}/textures/${PICTURES[name] ?? diffuse}`
}

const MASK_EDGE = SKIN_EDGE

/** A person as a glTF document in metres and the head's frame, with every tone inside (KHR_materials_variants) and the truth in the scene's extras. */
export async function writePerson(person: Person): Promise<{ document: Document; truth: HeadTruth }> {
  const shape = shapePerson(person.identity, person.size)
  const truth = measureHead(shape)
  const map = skinMap(shape)
  const look = {
    ...person.skin,
    lips: person.lips,
    scalp: { colour: person.hairColour, density: person.scalp },
  }
  const layers = await skinLayers(map, truth, look)

  const document = new Document()
  document.getRoot().getAsset().generator = 'Vitrine assets'
  document.createExtension(EXTTextureWebP).setRequired(true)
  const buffer = document.createBuffer()
  const texture = (name: string, bytes: Uint8Array) =>
    document
      .createTexture(name)
      .setImage(bytes as Uint8Array<ArrayBuffer>)
      .setMimeType('image/webp')
  const opaque = async (name: string, pixels: Uint8Array, edge: number, quality: number) =>
    texture(
      name,
      await sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
        .webp({ quality, effort: 5 })
        .toBuffer(),
    )
  const material = (name: string, colour: string, roughness: number): Material =>
    document
      .createMaterial(name)
      .setBaseColorFactor([...linear(colour), 1])
      .setMetallicFactor(0)
      .setRoughnessFactor(roughness)

  const variants = document.createExtension(KHRMaterialsVariants)
  const skins = new Map<string, Material>()
  for (const tone of TONES) {
    const picture = await opaque(tone.name, paintSkin(map, layers, tone, look), SKIN_EDGE, 80)
    skins.set(tone.name, material(tone.name, '#ffffff', 0.5).setBaseColorTexture(picture))
  }
  // Nothing wears the mask: it hangs on a material of its own so that it travels in the file.
  const mask = new Uint8Array(MASK_EDGE * MASK_EDGE * 3)
  map.lips.forEach((value, i) => {
    mask.fill(Math.round(value * 255), i * 3, i * 3 + 3)
  })
  material('lip-mask', '#ffffff', 1).setBaseColorTexture(
    texture(
      truth.lipMask,
      await sharp(mask, { raw: { width: MASK_EDGE, height: MASK_EDGE, channels: 3 } })
        .webp({ lossless: true })
        .toBuffer(),
    ),
  )
  const alpha = async (
    name: string,
    path: string,
    colour: string,
    roughness: number,
    contrast: number,
    opacity = 1,
  ) =>
    material(name, colour, roughness)
      .setAlpha(opacity)
      .setBaseColorTexture(texture(name, await tintedAlpha(pictureOf(path), contrast)))
      .setAlphaMode('BLEND')
      .setDoubleSided(true)
  const { fittings } = person
  const eye = material('eyes', '#ffffff', 0.25).setBaseColorTexture(
    await opaque('eyes', paintEye(person.eyeColour, truth.eyeballs.radius), EYE_EDGE, 90),
  )
  eye.setExtension(
    'KHR_materials_clearcoat',
    document
      .createExtension(KHRMaterialsClearcoat)
      .createClearcoat()
      .setClearcoatFactor(1)
      .setClearcoatRoughnessFactor(0.04),
  )
  const own = skins.get(person.tone)
  if (!own) throw new Error(`people/no-such-tone: ${person.tone}`)
  const worn: Record<string, Material> = {
    skin: own,
    lips: own,
    mouth: material('mouth', '#6b2f2c', 0.45).setDoubleSided(true),
    eyes: eye,
    lashes: await alpha('lashes', fittings.lashes, '#0c0908', 0.8, 0.2, person.lashes),
    brows: await alpha('brows', fittings.brows, person.browColour, 0.8, 0.3),
    teeth: material('teeth', '#e8dfd2', 0.3),
    tongue: material('tongue', '#a8524e', 0.4),
    top: material('top', person.topColour, 0.92).setDoubleSided(true),
  }
  if (fittings.hair)
    worn.hair = await alpha('hair', fittings.hair, person.hairColour, person.hairRoughness, 0.65)

  const scene = document.createScene(person.id).setExtras({ truth })
  for (const part of personParts(shape, truth, fittings)) {
    const mesh = meshOf(document, buffer, part, worn[part.name])
    scene.addChild(document.createNode(part.name).setMesh(mesh))
    if (part.name !== 'skin' && part.name !== 'lips') continue
    const list = variants.createMappingList()
    for (const tone of TONES) {
      const skin = skins.get(tone.name)
      if (!skin) continue
      const variant =
        known.get(document)?.get(tone.name) ??
        remember(document, tone.name, variants.createVariant(tone.name))
      list.addMapping(variants.createMapping().setMaterial(skin).addVariant(variant))
    }
    mesh.listPrimitives()[0]?.setExtension('KHR_materials_variants', list)
  }
  document.getRoot().setDefaultScene(scene)
  return { document, truth }
}

type Variant = ReturnType<KHRMaterialsVariants['createVariant']>
const known = new WeakMap<Document, Map<string, Variant>>()
function remember(document: Document, name: string, variant: Variant): Variant {
  const map = known.get(document) ?? new Map<string, Variant>()
  known.set(document, map.set(name, variant))
  return variant
}

/** A part as a mesh of one primitive with its morph targets, named in the mesh's extras. */
export function meshOf(
  document: Document,
  buffer: ReturnType<Document['createBuffer']>,
  part: Part,
  material: Material | undefined,
): Mesh {
  const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', array: Float32Array | Uint32Array | Uint16Array) =>
    document
      .createAccessor()
      .setType(type)
      .setArray(array as Float32Array<ArrayBuffer>)
      .setBuffer(buffer)
  const wide = part.positions.length / 3 > 65535
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', part.positions))
    .setAttribute('NORMAL', accessor('VEC3', part.normals))
    .setAttribute('TEXCOORD_0', accessor('VEC2', part.uvs))
    .setIndices(accessor('SCALAR', wide ? part.indices : Uint16Array.from(part.indices)))
  if (material) primitive.setMaterial(material)
  const mesh = document.createMesh(part.name).addPrimitive(primitive)
  const names = Object.keys(part.morphs)
  if (names.length > 0) {
    mesh.setExtras({ targetNames: names }).setWeights(names.map(() => 0))
    for (const name of names) {
      const morph = part.morphs[name]
      if (!morph) continue
      primitive.addTarget(
        document
          .createPrimitiveTarget(name)
          .setAttribute('POSITION', accessor('VEC3', morph.positions))
          .setAttribute('NORMAL', accessor('VEC3', morph.normals)),
      )
    }
  }
  return mesh
}
