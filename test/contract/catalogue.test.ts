// @vitest-environment happy-dom
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NodeIO, type PlatformIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { validateBytes } from 'gltf-validator'
import { MeshoptDecoder } from 'meshoptimizer'
import sharp from 'sharp'
import { Box3, Vector3 } from 'three'
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dimensions } from '../../src/core/dimensions'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import { measure } from '../../src/pipeline/measure'
import { readZip } from '../pipeline/read-zip'

/** How far a model's size may be from the declared one. */
const TOLERANCE = 0.005
const MASTER_BYTES = 1_000_000
const TRIANGLES = 40_000
const DRAWS = 10
const TEXTURE_EDGE = 1024
const POSTER_BYTES = 48_000

const assets = join(import.meta.dirname, '../../assets')
const parsed = parseCatalogue(JSON.parse(readFileSync(join(assets, 'catalogue.json'), 'utf8')))
const products = parsed.ok ? parsed.catalogue.products : []

let io: PlatformIO
beforeAll(async () => {
  await MeshoptDecoder.ready
  io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
})

const read = (path: string) => new Uint8Array(readFileSync(join(assets, path)))

function expectSize(found: Dimensions | undefined, declared: Dimensions): void {
  for (const edge of ['width', 'height', 'depth'] as const) {
    expect(Math.abs((found?.[edge] ?? 0) / declared[edge] - 1), edge).toBeLessThanOrEqual(TOLERANCE)
  }
}

/** gltf-validator's errors and warnings. */
async function complaints(bytes: Uint8Array): Promise<string[]> {
  const report = await validateBytes(bytes)
  return report.issues.messages
    .filter((message) => message.severity < 2)
    .map((message) => `${message.code} ${message.pointer ?? ''}: ${message.message}`)
}

it('is a catalogue', () => {
  expect(parsed).toMatchObject({ ok: true })
  expect(products).toHaveLength(6)
})

describe.each(products.map((product) => [product.sku, product] as const))('%s', (_sku, product) => {
  it('has every file it names, in the sizes it says', () => {
    expect(statSync(join(assets, product.model.glb)).size).toBe(product.model.bytes)
    expect(product.model.bytes).toBeLessThanOrEqual(MASTER_BYTES)
    expect(product.variants.length).toBeGreaterThanOrEqual(2)
    for (const { poster, usdz, sceneViewerGlb } of product.variants) {
      for (const file of [poster, usdz, sceneViewerGlb]) {
        expect(file !== undefined && existsSync(join(assets, file)), file).toBe(true)
      }
    }
  })

  it('has text in every language', () => {
    const texts = [product.name, product.summary, product.facts.care, ...product.facts.materials]
    for (const text of [...texts, ...product.variants.map((variant) => variant.name)]) {
      expect(Object.keys(text).sort()).toEqual(['ar', 'en', 'es', 'zh'])
    }
  })

  it('holds its budgets, its size and its variants in the master GLB', async () => {
    const bytes = read(product.model.glb)
    const document = await io.readBinary(bytes)
    const root = document.getRoot()
    const found = measure(document)
    expectSize(found?.dimensions, product.dimensions)
    // The origin is on the contact: see Situation.
    const wall = 'on' in product.situation && product.situation.on === 'wall'
    const { min = [1, 1, 1], max = [1, 1, 1] } = found ?? {}
    expect(min[0] + max[0]).toBeCloseTo(0, 3)
    if (wall) expect([min[2], min[1] + max[1]].map((value) => Math.abs(value) < 5e-4)).toEqual([true, true])
    else expect([min[1], min[2] + max[2]].map((value) => Math.abs(value) < 5e-4)).toEqual([true, true])

    const primitives = root.listMeshes().flatMap((mesh) => mesh.listPrimitives())
    expect(primitives.length).toBeLessThan(DRAWS)
    const triangles = primitives.reduce((sum, p) => sum + (p.getIndices()?.getCount() ?? 0) / 3, 0)
    expect(triangles).toBeLessThanOrEqual(TRIANGLES)
    for (const texture of root.listTextures()) {
      expect(texture.getMimeType()).toBe('image/webp')
      expect(Math.max(...(texture.getSize() ?? [Infinity]))).toBeLessThanOrEqual(TEXTURE_EDGE)
    }
    const { json } = await io.binaryToJSON(bytes)
    const inside = json.extensions?.KHR_materials_variants as { variants: { name: string }[] } | undefined
    expect(product.variants.map((variant) => variant.materialVariant).sort()).toEqual(
      inside?.variants.map((variant) => variant.name).sort(),
    )
    expect(await complaints(bytes)).toEqual([])
  })

  it.each(product.variants.map((variant) => [variant.id, variant] as const))(
    '%s: plain GLB',
    async (_id, variant) => {
      const bytes = read(variant.sceneViewerGlb ?? '')
      const { json } = await io.binaryToJSON(bytes)
      expect(json.extensionsRequired ?? []).toEqual([])
      expect(json.extensions?.KHR_materials_variants).toBeUndefined()
      expect(await complaints(bytes)).toEqual([])
      expectSize(measure(await io.readBinary(bytes))?.dimensions, product.dimensions)
    },
  )

  it.each(product.variants.map((variant) => [variant.id, variant] as const))('%s: USDZ', (_id, variant) => {
    const bytes = read(variant.usdz ?? '')
    for (const entry of readZip(bytes)) expect([entry.method, entry.start % 64], entry.name).toEqual([0, 0])
    const group = new USDLoader().parse(bytes.buffer)
    group.updateMatrixWorld(true)
    const size = new Box3().setFromObject(group, true).getSize(new Vector3())
    // A wall product lies on its back, for Quick Look turns it up to the wall.
    const wall = 'on' in product.situation && product.situation.on === 'wall'
    const [height, depth] = wall ? [size.z, size.y] : [size.y, size.z]
    expectSize({ width: size.x, height, depth }, product.dimensions)
  })

  it.each(product.variants.map((variant) => [variant.id, variant] as const))(
    '%s: poster',
    async (_id, variant) => {
      const bytes = read(variant.poster)
      expect(bytes.length).toBeLessThanOrEqual(POSTER_BYTES)
      const { width, height, hasAlpha, format } = await sharp(bytes).metadata()
      expect({ width, height, hasAlpha, format }).toEqual({
        width: 800,
        height: 800,
        hasAlpha: true,
        format: 'webp',
      })
    },
  )
})
