import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { validateBytes } from 'gltf-validator'
import { describe, expect, it } from 'vitest'
import { measure } from '../../src/pipeline/measure'
import { type PlainGlbOptions, plainGlb } from '../../src/pipeline/plain-glb'
import { type MerchantFile, merchantFile, NODE_DEPS } from './merchant-file'
import { SAMPLE_SIZE } from './sample-document'

async function made(source: MerchantFile | Uint8Array, options: Partial<PlainGlbOptions>) {
  const bytes = source instanceof Uint8Array ? source : await merchantFile(source)
  const result = await plainGlb(bytes, options, NODE_DEPS)
  if (!result.ok) throw new Error(result.fault.code)
  const io = new WebIO().registerExtensions(ALL_EXTENSIONS)
  const { json } = await io.binaryToJSON(result.bytes)
  return { bytes: result.bytes, json, document: await io.readBinary(result.bytes) }
}

describe('plainGlb', () => {
  it('needs no extension and holds one look, in floats and plain pictures', async () => {
    const { bytes, json, document } = await made({ compressed: true, webp: true }, { variant: 'grey' })
    expect(json.extensionsRequired).toBeUndefined()
    expect(json.extensionsUsed).toEqual(['KHR_texture_transform'])
    expect(json.images?.map((image) => image.mimeType).sort()).toEqual([
      'image/jpeg',
      'image/jpeg',
      'image/jpeg',
      'image/png',
    ])
    const part = document.getRoot().listMeshes()[0]?.listPrimitives()[0]
    expect(part?.getMaterial()?.getName()).toBe('Grey, textured')
    expect(part?.getAttribute('POSITION')?.getArray()).toBeInstanceOf(Float32Array)
    const { width, height, depth } = measure(document)?.dimensions ?? { width: 0, height: 0, depth: 0 }
    for (const [i, edge] of [width, height, depth].entries()) expect(edge).toBeCloseTo(SAMPLE_SIZE[i] ?? 0, 3)
    const errors = (await validateBytes(bytes)).issues.messages.filter(({ severity }) => severity === 0)
    expect(errors).toEqual([])
  })

  it('opens with the first look when none is asked for, and names those there are', async () => {
    const { document } = await made({}, {})
    expect(
      document
        .getRoot()
        .listMaterials()
        .map((material) => material.getName()),
    ).toEqual(['Red'])
    expect(await plainGlb(await merchantFile(), { variant: 'blue' }, NODE_DEPS)).toEqual({
      ok: false,
      fault: { code: 'unknown-variant', detail: { variant: 'blue', known: 'red, grey', count: 2 } },
    })
  })

  it('blends glass for viewers that know no transmission, and keeps it for those that do', async () => {
    const { json } = await made({ glass: true }, { variant: 'red' })
    expect(json.materials?.[0]).toMatchObject({
      alphaMode: 'BLEND',
      extensions: { KHR_materials_transmission: { transmissionFactor: 1 } },
    })
    expect(json.materials?.[0]?.pbrMetallicRoughness?.baseColorFactor?.[3]).toBeCloseTo(0.15, 6)
    expect(json.extensionsRequired).toBeUndefined()
  })

  it('is as opaque as the picture on the glass is dark', async () => {
    const alpha = async (glass: string) => {
      const { json } = await made({ glass }, { variant: 'red' })
      expect(json.images?.every((image) => image.extras === undefined)).toBe(true)
      return json.materials?.[0]?.pbrMetallicRoughness?.baseColorFactor?.[3] ?? 0
    }
    expect(await alpha('#ffffff')).toBeCloseTo(0.15, 2)
    expect(await alpha('#303030')).toBeGreaterThan(0.9)
  })

  it('thins a real product without changing its size', async () => {
    const chair = readFileSync(join(import.meta.dirname, '../../assets/models/vase/vase.glb'))
    const whole = await made(chair, { variant: 'iron' })
    const thinned = await made(chair, { variant: 'iron', thin: 0.004 })
    const triangles = (of: typeof whole) =>
      of.document
        .getRoot()
        .listMeshes()
        .flatMap((mesh) => mesh.listPrimitives())
        .reduce((sum, part) => sum + (part.getIndices()?.getCount() ?? 0) / 3, 0)
    expect(triangles(thinned)).toBeLessThanOrEqual(triangles(whole) * 0.6)
    const size = (of: typeof whole) => measure(of.document)?.dimensions
    for (const edge of ['width', 'height', 'depth'] as const) {
      expect((size(thinned)?.[edge] ?? 0) / (size(whole)?.[edge] ?? 1)).toBeCloseTo(1, 2)
    }
  }, 30_000)
})
