import { type Document, WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS, EXTMeshoptCompression, KHRMaterialsTransmission } from '@gltf-transform/extensions'
import { quantize } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'
import { createSharpCodec } from '../../src/cli/sharp-codec'
import { sampleDocument } from './sample-document'
import { TOOLS } from './tools'

/** What the verbs are handed in Node. */
export const NODE_DEPS = { ...TOOLS, codec: createSharpCodec() }

/** How a {@link merchantFile} differs from the sample. */
export interface MerchantFile {
  /** Quantised and packed by meshopt. */
  readonly compressed?: boolean
  /** Pictures as WebP. */
  readonly webp?: boolean
  /** The `red` variant is glass: clear, or tinted by a picture of this sRGB colour. */
  readonly glass?: boolean | string
  /** Moves the thing, metres. */
  readonly shift?: readonly [number, number, number]
}

/** The sample document as a merchant's GLB: variants `red` and `grey` (alpha in its base colour). */
export async function merchantFile(how: MerchantFile = {}): Promise<Uint8Array<ArrayBuffer>> {
  const document = sampleDocument()
  const root = document.getRoot()
  if (how.shift) root.listNodes()[0]?.setTranslation([...how.shift])
  if (how.glass) {
    const glass = document
      .createExtension(KHRMaterialsTransmission)
      .createTransmission()
      .setTransmissionFactor(1)
    const red = root.listMaterials().find((material) => material.getName() === 'Red')
    red
      ?.setBaseColorFactor([1, 1, 1, 1])
      .setMetallicFactor(0)
      .setExtension('KHR_materials_transmission', glass)
  }
  if (typeof how.glass === 'string') {
    const lens = await sharp({ create: { width: 8, height: 8, channels: 3, background: how.glass } })
      .png()
      .toBuffer()
    const red = root.listMaterials().find((material) => material.getName() === 'Red')
    red?.setBaseColorTexture(
      document.createTexture('lens').setImage(new Uint8Array(lens)).setMimeType('image/png'),
    )
  }
  if (how.webp) await toWebp(document)
  const io = new WebIO().registerExtensions(ALL_EXTENSIONS)
  if (how.compressed) {
    await MeshoptEncoder.ready
    io.registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
    await document.transform(quantize())
    document.createExtension(EXTMeshoptCompression).setRequired(true)
  }
  return new Uint8Array(await io.writeBinary(document))
}

async function toWebp(document: Document): Promise<void> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#80808080' } })
    .webp()
    .toBuffer()
  for (const texture of document.getRoot().listTextures()) {
    texture.setImage(new Uint8Array(bytes)).setMimeType('image/webp')
  }
}
