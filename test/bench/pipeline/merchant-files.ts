import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, WebIO } from '@gltf-transform/core'
import { KHRMeshQuantization, KHRTextureTransform } from '@gltf-transform/extensions'
import { dequantize } from '@gltf-transform/functions'
import { MeshoptDecoder } from 'meshoptimizer'
import { createSharpCodec } from '../../../src/cli/sharp-codec'
import { createGlbIo } from '../../../src/pipeline/read-glb'
import { ROOT } from '../../architecture/source-files'

/** A file as a merchant might hand it in. */
export interface MerchantFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Bytes and bytes on the GPU, at most, by profile; only where we aimed at something. */
  readonly targets?: Readonly<Record<string, { readonly bytes: number; readonly gpu_bytes: number }>>
}

const KIB = 1024
const MIB = 1024 * 1024
/** Khronos' certification mixer (CC BY 4.0), beside the project where somebody has put it. */
const MIXER = join(ROOT, '..', 'shared', 'models', 'Mixer.glb')
/** In a work tree the project's root is one folder deeper. */
const MIXER_OF_TREE = join(ROOT, '..', '..', 'shared', 'models', 'Mixer.glb')

/** The files that are measured: a real one where there is one, our chair unpacked, and one with every fault at once. */
export async function merchantFiles(): Promise<MerchantFile[]> {
  const mixer = [MIXER, MIXER_OF_TREE].find((path) => existsSync(path))
  const stand = [
    { name: 'lounge chair, unpacked', bytes: await unpackedChair() },
    { name: 'worst case', bytes: await worstCase() },
  ]
  if (!mixer) return stand
  return [
    {
      name: 'Mixer',
      bytes: new Uint8Array(readFileSync(mixer)),
      targets: {
        webp: { bytes: 450 * KIB, gpu_bytes: 16 * MIB },
        ktx2: { bytes: 600 * KIB, gpu_bytes: 2.5 * MIB },
      },
    },
    ...stand,
  ]
}

/** Our chair as a 3D program would have written it: floats, PNG, nothing packed. */
async function unpackedChair(): Promise<Uint8Array> {
  const path = join(ROOT, 'assets/models/lounge-chair/lounge-chair.glb')
  await MeshoptDecoder.ready
  const io = createGlbIo({ meshoptDecoder: MeshoptDecoder })
  const document = await io.readBinary(new Uint8Array(readFileSync(path)))
  const codec = createSharpCodec()
  for (const texture of document.getRoot().listTextures()) {
    const pixels = await codec.decode(texture.getImage() ?? new Uint8Array(), texture.getMimeType())
    const png = await codec.encode(pixels, { format: 'png', quality: 100 })
    texture.setImage(png).setMimeType('image/png').setURI('')
  }
  await document.transform(dequantize())
  for (const extension of document.getRoot().listExtensionsUsed()) {
    const packed = ['EXT_meshopt_compression', 'EXT_texture_webp', KHRMeshQuantization.EXTENSION_NAME]
    if (packed.includes(extension.extensionName)) extension.dispose()
  }
  return io.writeBinary(document)
}

/**
 * What merchants do, all at once: 800 separate pieces in a deep tree, no shared points, ten materials that are two, a plain colour and a noise at 4096
 * and 2048 pixels, data no material uses.
 */
async function worstCase(): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  const codec = createSharpCodec()
  const noise = async (edge: number, at: (i: number) => number) => {
    const data = new Uint8Array(edge * edge * 4)
    for (let i = 0; i < data.length; i++) data[i] = (i & 3) === 3 ? 255 : at(i)
    return codec.encode({ width: edge, height: edge, data }, { format: 'png', quality: 100 })
  }
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const grain = await noise(2048, (i) => 128 + 60 * Math.sin(i / 977) + 20 * random())
  const plain = await noise(4096, (i) => [180, 90, 40][i & 3] ?? 255)
  const materials = Array.from({ length: 10 }, (_, i) =>
    document
      .createMaterial(`material ${i}`)
      .setRoughnessFactor(i % 2 ? 0.4 : 0.8)
      .setBaseColorTexture(
        document
          .createTexture(`picture ${i}`)
          .setImage(i % 2 ? grain : plain)
          .setMimeType('image/png'),
      ),
  )
  const scene = document.createScene()
  let parent = document.createNode('root')
  scene.addChild(parent)
  const corner = [0, 1, 2, 2, 1, 3]
  for (let piece = 0; piece < 800; piece++) {
    if (piece % 50 === 0) {
      const group = document.createNode(`group ${piece}`)
      parent.addChild(group)
      parent = group
    }
    const positions: number[] = []
    const normals: number[] = []
    const places: number[] = []
    for (let face = 0; face < 6; face++) {
      const [axis, side] = [face >> 1, face & 1]
      for (const k of side ? [...corner].reverse() : corner) {
        const point = [0, 0, 0]
        point[axis] = side
        point[(axis + 1) % 3] = k & 1
        point[(axis + 2) % 3] = k >> 1
        positions.push(...point.map((value) => value * 0.03))
        normals.push(...[0, 1, 2].map((one) => (one === axis ? side * 2 - 1 : 0)))
        places.push(k & 1, k >> 1)
      }
    }
    const accessor = (type: 'VEC2' | 'VEC3', values: number[]) =>
      document.createAccessor().setType(type).setArray(new Float32Array(values)).setBuffer(buffer)
    const primitive = document
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', positions))
      .setAttribute('NORMAL', accessor('VEC3', normals))
      .setAttribute('TEXCOORD_0', accessor('VEC2', places))
      .setAttribute('TEXCOORD_1', accessor('VEC2', places))
      .setMaterial(materials[piece % 10] ?? null)
    const [x, y, z] = [piece % 10, Math.floor(piece / 10) % 8, Math.floor(piece / 80)]
    parent.addChild(
      document
        .createNode(`piece ${piece}`)
        .setMesh(document.createMesh(`piece ${piece}`).addPrimitive(primitive))
        .setTranslation([x * 0.05, y * 0.05, z * 0.05]),
    )
  }
  document.getRoot().setDefaultScene(scene)
  return new WebIO().registerExtensions([KHRTextureTransform]).writeBinary(document)
}
