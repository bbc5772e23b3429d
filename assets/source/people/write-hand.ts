import { Document, type Material } from '@gltf-transform/core'
import { EXTTextureWebP, KHRMaterialsVariants } from '@gltf-transform/extensions'
import sharp from 'sharp'
import { handUv } from './hand-atlas'
import { type HandPose, shapeHand } from './hand-shape'
import { HAND_EDGE, handLayers, paintHand } from './hand-texture'
import { type HandTruth, measureHand } from './hand-truth'
import { HAND_IDENTITY, HAND_SIZE } from './hands'
import type { Identity } from './identity'
import { gatherPart, quadTriangles } from './part'
import { TONES, type Tone } from './tones'
import { meshOf } from './write-person'

/** The tone a hand has by default. */
const OWN = 'tone-3'

/** A right hand as a glTF document: one mesh, `skin`, every tone inside, truth in the scene's extras. */
export async function writeHand(
  pose: HandPose,
  whose: { readonly identity: Identity; readonly size: number; readonly tones?: readonly Tone[] } = {
    identity: HAND_IDENTITY,
    size: HAND_SIZE,
  },
): Promise<{ document: Document; truth: HandTruth }> {
  const shape = shapeHand(whose.identity, whose.size, pose)
  const truth = measureHand(shape, pose.name)
  const layers = handLayers(shape, truth)
  const document = new Document()
  document.getRoot().getAsset().generator = 'Vitrine assets'
  document.createExtension(EXTTextureWebP).setRequired(true)
  const buffer = document.createBuffer()
  const uv = handUv(shape)
  const beyond = shape.uvs.length / 2
  const part = gatherPart(
    'skin',
    {
      vertices: shape.quads.flatMap(({ quad }) => quadTriangles(quad.corners)),
      // The arm's coordinates are told apart by an index beyond all others.
      uvs: shape.quads.flatMap(({ quad, part: where }) =>
        quadTriangles(quad.uvs).map((index) => (where === 'arm' ? index + beyond : index)),
      ),
    },
    (index) => (index >= beyond ? uv(index - beyond, 'arm') : uv(index, 'hand')),
    shape.positions,
    shape.normals,
  )
  const variants = document.createExtension(KHRMaterialsVariants)
  const list = variants.createMappingList()
  let own: Material | undefined
  for (const tone of whose.tones ?? TONES) {
    const picture = await sharp(paintHand(layers, tone), {
      raw: { width: HAND_EDGE, height: HAND_EDGE, channels: 3 },
    })
      .webp({ quality: 80, effort: 5 })
      .toBuffer()
    const material = document
      .createMaterial(tone.name)
      .setMetallicFactor(0)
      .setRoughnessFactor(0.5)
      .setBaseColorTexture(
        document.createTexture(tone.name).setImage(new Uint8Array(picture)).setMimeType('image/webp'),
      )
    if (tone.name === OWN || !own) own = material
    list.addMapping(
      variants.createMapping().setMaterial(material).addVariant(variants.createVariant(tone.name)),
    )
  }
  const mesh = meshOf(document, buffer, part, own)
  mesh.listPrimitives()[0]?.setExtension('KHR_materials_variants', list)
  const scene = document.createScene(`hand-${pose.name}`).setExtras({ truth })
  scene.addChild(document.createNode('skin').setMesh(mesh))
  document.getRoot().setDefaultScene(scene)
  return { document, truth }
}
