import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS, KHRMaterialsVolume, type Volume } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import { describe, expect, it } from 'vitest'
import { createSharpCodec } from '../../src/cli/sharp-codec'
import { agrees } from '../../src/core/dimensions'
import { type Inspection, inspect, variantNames } from '../../src/pipeline/inspect'
import { type OptimiseOptions, optimise, WEBP_PROFILE } from '../../src/pipeline/optimise'
import { mappingsOf } from '../../src/pipeline/primitive-materials'
import { sampleDocument } from './sample-document'
import { TOOLS } from './tools'

const DEPS = { ...TOOLS, codec: createSharpCodec() }
const io = new WebIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
  'meshopt.decoder': MeshoptDecoder,
  'meshopt.encoder': TOOLS.meshoptEncoder,
})
const CHAIR = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../assets/models/lounge-chair/lounge-chair.glb')),
)

async function optimised(input: Document | Uint8Array, options: Partial<OptimiseOptions> = {}) {
  const bytes = input instanceof Uint8Array ? input : await io.writeBinary(input)
  const result = await optimise(bytes, options, DEPS)
  if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.detail)}`)
  return { ...result, document: await io.readBinary(result.bytes) }
}

async function inspected(bytes: Uint8Array): Promise<Inspection> {
  const result = await inspect(bytes, {}, TOOLS)
  if (!result.ok) throw new Error(result.fault.code)
  return result.inspection
}

/** `count` boxes in a row below one node, each in a node of its own. */
function row(count: number, edit?: (document: Document) => void): Document {
  const document = sampleDocument()
  const scene = document.getRoot().getDefaultScene()
  const [box] = document.getRoot().listNodes()
  const mesh = box?.getMesh()
  if (!scene || !box || !mesh) throw new Error('no sample')
  const group = document.createNode('group').setTranslation([0, 0, 1])
  scene.addChild(group)
  for (let i = 0; i < count; i++) {
    group.addChild(document.createNode(`box ${i}`).setMesh(mesh).setTranslation([i, 0, 0]))
  }
  box.dispose()
  edit?.(document)
  return document
}

describe('optimise', { timeout: 60_000 }, () => {
  it('keeps size, place, variants and look of a product, without an error of the validator', async () => {
    const { bytes, before, after } = await optimised(CHAIR)
    const [was, is] = [await inspected(CHAIR), await inspected(bytes)]
    expect(is.validation?.errors).toBe(0)
    if (!was.dimensions || !is.dimensions) throw new Error('no size')
    expect(agrees(is.dimensions, was.dimensions)).toBe(true)
    expect(is.origin?.at).toBe('undersideCentre')
    expect([...is.variants].sort()).toEqual([...was.variants].sort())
    expect(after.triangles).toBe(before.triangles)
    expect(after.draws).toBeLessThanOrEqual(before.draws)
    expect(after.bytes).toBe(bytes.length)
    expect(after.bytes).toBeLessThan(before.bytes)
    expect(after.textureGpuBytes).toBe(is.textureGpuBytes)
  })

  it('gives the same bytes for the same bytes', async () => {
    expect((await optimised(sampleDocument())).bytes).toEqual((await optimised(sampleDocument())).bytes)
  })

  it('joins pieces that change alike with the variants, and keeps what each looks like in each', async () => {
    const document = row(5, (made) => {
      // Without blending, which must not be joined.
      for (const material of made.getRoot().listMaterials()) material.setAlphaMode('OPAQUE')
    })
    const result = await optimised(document)
    expect(result.before.draws).toBe(5)
    expect(result.after).toMatchObject({ draws: 1, triangles: 60 })
    expect(variantNames(result.document).sort()).toEqual(['grey', 'red'])
    const [primitive] = result.document.getRoot().listMeshes()[0]?.listPrimitives() ?? []
    const looks = primitive && mappingsOf(primitive)?.listMappings()
    expect(
      looks?.map((mapping) => [mapping.listVariants()[0]?.getName(), mapping.getMaterial()?.getName()]),
    ).toEqual([
      ['red', 'Red'],
      ['grey', 'Grey, textured'],
    ])
    expect((await inspected(result.bytes)).dimensions?.width).toBeCloseTo(4.2, 2)
  })

  it('keeps texture coordinates that only another variant needs', async () => {
    const { document } = await optimised(sampleDocument())
    const [primitive] = document.getRoot().listMeshes()[0]?.listPrimitives() ?? []
    expect(primitive?.listSemantics()).toContain('TEXCOORD_0')
    expect(primitive?.listSemantics()).not.toContain('TANGENT')
  })

  it('keeps extras, and nodes that extras mention with their origin', async () => {
    const extras = {
      vitrine: { version: 1, wear: { kind: 'earring', sides: { left: 'box 1', right: 'hook' } } },
    }
    const document = row(3, (made) => {
      for (const material of made.getRoot().listMaterials()) material.setAlphaMode('OPAQUE')
      made
        .getRoot()
        .getDefaultScene()
        ?.setExtras(extras)
        .addChild(made.createNode('hook').setTranslation([7, 8, 9]))
    })
    const result = await optimised(document)
    const root = result.document.getRoot()
    expect(root.getDefaultScene()?.getExtras()).toEqual(extras)
    const named = (name: string) => root.listNodes().find((node) => node.getName() === name)
    expect(named('hook')?.getWorldTranslation()).toEqual([7, 8, 9])
    expect(named('box 1')?.getWorldTranslation()).toEqual([1, 0, 1])
    expect(named('box 1')?.getWorldScale()).toEqual([1, 1, 1])
    // The two that nobody mentions are one.
    expect(result.after.draws).toBe(2)
  })

  it('keeps animations and what they move', async () => {
    const document = row(2, (made) => {
      const node = made
        .getRoot()
        .listNodes()
        .find((one) => one.getName() === 'box 1')
      const accessor = (type: 'SCALAR' | 'VEC3', values: number[]) =>
        made
          .createAccessor()
          .setType(type)
          .setArray(new Float32Array(values))
          .setBuffer(made.getRoot().listBuffers()[0] ?? null)
      const sampler = made
        .createAnimationSampler()
        .setInput(accessor('SCALAR', [0, 1, 2]))
        .setOutput(accessor('VEC3', [0, 0, 0, 0, 1, 0, 3, 0, 0]))
      const channel = made
        .createAnimationChannel()
        .setTargetNode(node ?? null)
        .setTargetPath('translation')
      made.createAnimation('open').addSampler(sampler).addChannel(channel.setSampler(sampler))
    })
    const { document: after } = await optimised(document)
    const [animation] = after.getRoot().listAnimations()
    expect(animation?.getName()).toBe('open')
    expect(animation?.listChannels()[0]?.getTargetNode()?.getName()).toBe('box 1')
    expect([...(animation?.listSamplers()[0]?.getOutput()?.getArray() ?? [])].slice(-3)).toEqual([3, 0, 0])
  })

  it('keeps how thick the glass of each variant is', async () => {
    const document = sampleDocument()
    const volume = document.createExtension(KHRMaterialsVolume)
    const grey = document.getRoot().listMaterials()[1]
    grey?.setExtension('KHR_materials_volume', volume.createVolume().setThicknessFactor(0.03))
    const { document: after } = await optimised(document)
    const [node] = after.getRoot().listNodes()
    const [primitive] = node?.getMesh()?.listPrimitives() ?? []
    const mapping = primitive && mappingsOf(primitive)?.listMappings()[1]
    const kept = mapping?.getMaterial()?.getExtension<Volume>('KHR_materials_volume')
    expect((kept?.getThicknessFactor() ?? 0) * (node?.getWorldScale()[0] ?? 0)).toBeCloseTo(0.03, 5)
  })

  it('scales textures to the edge and to the detail they hold', async () => {
    const { codec } = DEPS
    const picture = (width: number, height: number, at: (x: number, y: number) => number) => {
      const data = new Uint8Array(width * height * 4).fill(255)
      for (let i = 0; i < width * height; i++)
        data.fill(at(i % width, Math.floor(i / width)), i * 4, i * 4 + 3)
      return codec.encode({ width, height, data }, { format: 'png', quality: 100 })
    }
    const document = sampleDocument()
    const find = (name: string) =>
      document
        .getRoot()
        .listTextures()
        .find((texture) => texture.getName() === name)
    find('base colour')?.setImage(await picture(512, 256, (x, y) => (((x ^ y) >> 2) & 1) * 255))
    find('emissive')?.setImage(await picture(512, 512, () => 90))
    const profile = { ...WEBP_PROFILE, textures: { ...WEBP_PROFILE.textures, mostEdge: 256 } }
    const { bytes } = await optimised(document, { profile })
    const { textures } = await inspected(bytes)
    const size = (name: string) => {
      const texture = textures.find((one) => one.name === name)
      return [texture?.width, texture?.height]
    }
    expect(size('base colour')).toEqual([256, 128])
    expect(size('emissive')).toEqual([64, 64])
  })

  it('makes simpler files and says how far their surface moved', async () => {
    const { lods, before } = await optimised(CHAIR, { lods: [{ ratio: 0.4, error: 0.002 }] })
    const [lod] = lods
    if (!lod) throw new Error('no lod')
    expect(lod.triangles).toBeLessThan(before.triangles * 0.8)
    expect(lod.error).toBeGreaterThan(0)
    expect(lod.error).toBeLessThanOrEqual(0.002)
    const simple = await inspected(lod.bytes)
    expect(simple.geometry.triangles).toBe(lod.triangles)
    expect(simple.validation?.errors).toBe(0)
    expect([...simple.variants].sort()).toEqual(['ink', 'oat', 'rust'])
  })

  it('refuses what it cannot do with a sentence', async () => {
    const bytes = await io.writeBinary(sampleDocument())
    expect(await optimise(bytes, { profile: 'ktx2' }, DEPS)).toMatchObject({
      fault: { code: 'no-ktx2-encoder' },
    })
    expect(await optimise(bytes.subarray(0, 100), {}, DEPS)).toMatchObject({ fault: { code: 'truncated' } })
    expect(await optimise(bytes, { signal: AbortSignal.abort() }, DEPS)).toMatchObject({
      fault: { code: 'aborted' },
    })
    const document = sampleDocument()
    document
      .getRoot()
      .listTextures()[0]
      ?.setImage(new Uint8Array([137, 80, 78, 71, 1, 2, 3]))
    expect(await optimise(await io.writeBinary(document), {}, DEPS)).toMatchObject({
      fault: { code: 'bad-picture' },
    })
  })
})
