// @vitest-environment happy-dom
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NodeIO, type PlatformIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import * as validator from 'gltf-validator'
import { MeshoptDecoder } from 'meshoptimizer'
import sharp from 'sharp'
import { Box3, Vector3 } from 'three'
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensurePhoneFiles } from '../../scripts/phone-files/ensure'
import type { Dimensions } from '../../src/core/dimensions'
import { footprintTotal } from '../../src/core/footprint'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import type { Product, Stand, Worn } from '../../src/core/product'
import type { Wear } from '../../src/core/wear'
import { inspect } from '../../src/pipeline/inspect'
import { type Measure, measure } from '../../src/pipeline/measure'
import { readZip } from '../pipeline/read-zip'

/** How far a model's size may be from the declared one. */
const TOLERANCE = 0.005
const LEAST_PRODUCTS = 30
const POSTER_BYTES = 48_000
/** What a shopper's phone may have to fetch. */
const PHONE_FILE_BYTES = 4_000_000
/** Products whose textures may have 2048 pixels, each for a reason. */
const LARGE_TEXTURES: readonly string[] = []
/** What a thing worn there must say of itself; for the others nothing is known that try-on could use. */
const WEAR_KINDS: Partial<Record<Worn, readonly Wear['kind'][]>> = {
  face: ['eyewear', 'makeup'],
  head: ['hat'],
  ear: ['earring'],
  wrist: ['watch'],
  finger: ['ring'],
}
const MAKING = 300_000

const root = join(import.meta.dirname, '../..')
const assets = join(root, 'assets')
const parsed = parseCatalogue(JSON.parse(readFileSync(join(assets, 'catalogue.json'), 'utf8')))
const products = parsed.ok ? parsed.catalogue.products : []

let io: PlatformIO
let phoneFiles: string
beforeAll(async () => {
  await MeshoptDecoder.ready
  io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  // A build has made them already; here they are made if not.
  phoneFiles = (await ensurePhoneFiles(root)).folder
}, MAKING)

const read = (path: string) => new Uint8Array(readFileSync(join(assets, path)))
const readPhoneFile = (path: string | undefined) => {
  const bytes = new Uint8Array(readFileSync(join(phoneFiles, path ?? '')))
  expect(bytes.length).toBeLessThanOrEqual(PHONE_FILE_BYTES)
  return bytes
}
const wornOn = ({ situation }: Product) => ('worn' in situation ? situation.worn : undefined)

function expectSize(found: Dimensions | undefined, declared: Dimensions): void {
  for (const edge of ['width', 'height', 'depth'] as const) {
    expect(Math.abs((found?.[edge] ?? 0) / declared[edge] - 1), edge).toBeLessThanOrEqual(TOLERANCE)
  }
}

/** Where a model's origin must lie, to half a millimetre: see Situation. */
function expectOrigin(found: Measure | undefined, on: Stand): void {
  const { min, max } = found ?? { min: [1, 1, 1] as const, max: [1, 1, 1] as const }
  const middle = (axis: 0 | 1 | 2) => (min[axis] + max[axis]) / 2
  const contact = { floor: min[1], table: min[1], ceiling: max[1], wall: min[2] }[on]
  const across = on === 'wall' ? middle(1) : middle(2)
  expect(Math.max(Math.abs(middle(0)), Math.abs(contact), Math.abs(across))).toBeLessThan(5e-4)
}

/** gltf-validator's errors and warnings. */
async function complaints(bytes: Uint8Array): Promise<string[]> {
  const report = await validator.validateBytes(bytes)
  return report.issues.messages
    .filter((message) => message.severity < 2)
    .map((message) => `${message.code} ${message.pointer ?? ''}: ${message.message}`)
}

it('is a catalogue', () => {
  expect(parsed).toMatchObject({ ok: true })
  expect(products.length).toBeGreaterThanOrEqual(LEAST_PRODUCTS)
})

describe.each(products.map((product) => [product.sku, product] as const))('%s', (_sku, product) => {
  it('has every file it names, in the sizes it says', () => {
    expect(statSync(join(assets, product.model.glb)).size).toBe(product.model.bytes)
    expect(product.variants.length).toBeGreaterThanOrEqual(2)
    for (const { poster, usdz, sceneViewerGlb } of product.variants) {
      expect(existsSync(join(assets, poster)), poster).toBe(true)
      for (const file of [usdz, sceneViewerGlb]) {
        expect(file !== undefined && existsSync(join(phoneFiles, file)), file).toBe(true)
      }
    }
  })

  it('says where it is made, what it weighs and what it costs the climate', () => {
    const { madeIn, massKg, footprint } = product.facts
    expect(madeIn).toMatch(/^[A-Z]{2}$/)
    expect(massKg).toBeGreaterThan(0)
    expect(footprint && footprintTotal(footprint)).toBeGreaterThan(0)
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
    const found = measure(document)
    expectSize(found?.dimensions, product.dimensions)
    if ('on' in product.situation) expectOrigin(found, product.situation.on)
    const worn = wornOn(product)
    const result = await inspect(
      bytes,
      { budgets: [worn ? 'wearable' : 'house'] },
      { meshoptDecoder: MeshoptDecoder, validator },
    )
    if (!result.ok) throw new Error(result.fault.code)
    const { verdicts, textures, wear } = result.inspection
    const allowed = LARGE_TEXTURES.includes(product.sku) ? ['within', 'tolerated'] : ['within']
    expect(verdicts.filter(({ verdict }) => !allowed.includes(verdict))).toEqual([])
    expect(textures.filter(({ format }) => format !== 'webp')).toEqual([])
    expect(wear).toMatchObject({ ok: true })
    const kinds = worn && WEAR_KINDS[worn]
    if (kinds) expect(kinds).toContain(wear.ok ? wear.wear?.kind : undefined)
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
      const bytes = readPhoneFile(variant.sceneViewerGlb)
      const { json } = await io.binaryToJSON(bytes)
      expect(json.extensionsRequired ?? []).toEqual([])
      expect(json.extensions?.KHR_materials_variants).toBeUndefined()
      expect(await complaints(bytes)).toEqual([])
      expectSize(measure(await io.readBinary(bytes))?.dimensions, product.dimensions)
    },
  )

  it.each(product.variants.map((variant) => [variant.id, variant] as const))('%s: USDZ', (_id, variant) => {
    const bytes = readPhoneFile(variant.usdz)
    for (const entry of readZip(bytes)) expect([entry.method, entry.start % 64], entry.name).toEqual([0, 0])
    const group = new USDLoader().parse(bytes.buffer)
    group.updateMatrixWorld(true)
    const box = new Box3().setFromObject(group, true)
    const size = box.getSize(new Vector3())
    // Whatever it is, it stands on its underside: a wall product lies on its back.
    expect(Math.abs(box.min.y)).toBeLessThan(1e-3)
    // Quick Look turns it up to the wall.
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
