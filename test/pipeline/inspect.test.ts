import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebIO } from '@gltf-transform/core'
import { KHRMaterialsVariants, KHRTextureTransform } from '@gltf-transform/extensions'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/languages'
import { type Inspection, inspect } from '../../src/pipeline/inspect'
import { issueText, PLAIN_ISSUES } from '../../src/pipeline/validation'
import { speak } from '../core/speak'
import { frameGlb } from '../engine/write-glb'
import { SAMPLE_SIZE, sampleDocument } from './sample-document'
import { TOOLS } from './tools'

const asset = (path: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../assets/models', path)))

async function sample(edit?: (document: ReturnType<typeof sampleDocument>) => void): Promise<Uint8Array> {
  const document = sampleDocument()
  edit?.(document)
  return new WebIO().registerExtensions([KHRMaterialsVariants, KHRTextureTransform]).writeBinary(document)
}

async function inspected(bytes: Uint8Array, options = {}): Promise<Inspection> {
  const result = await inspect(bytes, options, TOOLS)
  if (!result.ok) throw new Error(result.fault.code)
  return result.inspection
}

async function fault(bytes: Uint8Array): Promise<string> {
  const result = await inspect(bytes, {}, TOOLS)
  return result.ok ? 'none' : result.fault.code
}

describe('inspect', { timeout: 60_000 }, () => {
  it('says what one of our own products is', async () => {
    const bytes = asset('lounge-chair/lounge-chair.glb')
    const chair = await inspected(bytes)
    expect(chair.validation?.errors).toBe(0)
    expect(chair.bytes).toBe(bytes.length)
    expect(chair.dimensions?.height).toBeCloseTo(0.8, 1)
    expect(chair.unitHints).toEqual([])
    expect(chair.origin?.at).toBe('undersideCentre')
    expect(chair.variants).toEqual(['oat', 'rust', 'ink'])
    expect(chair.geometry.draws).toBe(2)
    expect(chair.textures.map(({ format }) => format)).toContain('webp')
    const gpu = chair.textures.reduce((sum, { width, height }) => sum + (width * height * 16) / 3, 0)
    expect(Math.abs(chair.textureGpuBytes - gpu)).toBeLessThan(10)
    expect(chair.geometry.gpuBytes).toBeGreaterThan(100_000)
    expect(chair.wear).toEqual({ ok: true, wear: undefined })
    expect(chair.verdicts.filter(({ budget, verdict }) => budget === 'house' && verdict === 'over')).toEqual(
      [],
    )
  })

  it('counts what the scene draws and names what it holds', async () => {
    const box = await inspected(await sample())
    expect(box.geometry).toMatchObject({ triangles: 12, vertices: 8, draws: 1, nodes: 1 })
    expect(box.materials).toEqual(['Red', 'Grey, textured'])
    expect([...box.variants].sort()).toEqual(['grey', 'red'])
    expect(box.dimensions?.width).toBeCloseTo(SAMPLE_SIZE[0], 5)
    const packed = box.textures.find(({ name }) => name === 'packed')
    expect(packed).toMatchObject({ width: 1, height: 1, format: 'png' })
    expect([...(packed?.slots ?? [])].sort()).toEqual(['metallicRoughnessTexture', 'occlusionTexture'])
  })

  it('groups what the validator finds and says the common ones plainly', async () => {
    const { validation } = await inspected(asset('lounge-chair/lounge-chair.glb'))
    const issue = validation?.issues.find(({ code }) => code === 'UNSUPPORTED_EXTENSION')
    expect(issue).toMatchObject({ severity: 'information' })
    if (!issue) return
    expect(issueText(issue, speak('en', 'pipeline'))).toContain('does not know')
    expect(
      issueText({ ...issue, code: 'SOMETHING_NEW', text: 'Their words.' }, speak('en', 'pipeline')),
    ).toBe('Their words.')
    for (const language of LANGUAGES) {
      const messages = speak(language, 'pipeline')
      for (const code of PLAIN_ISSUES)
        expect(issueText({ ...issue, code }, messages)).not.toBe(`issue.${code}`)
    }
  })

  it.each([
    [0.01, 'centimetres'],
    [0.001, 'millimetres'],
    [1 / 39.3701, 'inches'],
    [0.1, 'tenfold'],
    [1 / 25.4, 'inch-millimetre'],
    [100, 'centimetres'],
  ] as const)('knows a size that wants to be scaled by %d as %s', async (scale, unit) => {
    const bytes = await sample((document) => {
      const by = 1 / scale
      document.getRoot().listNodes()[0]?.setScale([by, by, by])
    })
    const [width, height, depth] = SAMPLE_SIZE
    const { unitHints } = await inspected(bytes, { declared: { width, height, depth } })
    expect(unitHints).toHaveLength(1)
    expect(unitHints[0]).toMatchObject({ unit, zUp: false })
    expect(unitHints[0]?.scale).toBeCloseTo(scale, 6)
    expect(unitHints[0]?.dimensions.width).toBeCloseTo(width, 3)
  })

  it('doubts only sizes no product has when it is told none, and sees Z up when it is', async () => {
    const metres = await sample()
    expect((await inspected(metres)).unitHints).toEqual([])
    const centimetres = await sample((document) =>
      document.getRoot().listNodes()[0]?.setScale([100, 100, 100]),
    )
    expect((await inspected(centimetres)).unitHints[0]).toMatchObject({ unit: 'centimetres', scale: 0.01 })
    const [width, height, depth] = SAMPLE_SIZE
    const lying = await inspected(metres, { declared: { width, height: depth, depth: height } })
    expect(lying.unitHints).toMatchObject([{ zUp: true, scale: 1 }])
  })

  it.each([
    [[0, 0, 0], 'undersideCentre', 'undersideCentre'],
    [[0, -0.2, 0], 'centre', 'centre'],
    [[0, -0.4, 0], 'topCentre', 'topCentre'],
    [[0, -0.2, 0.1], 'backCentre', 'backCentre'],
    [[0.05, 0, 0], 'elsewhere', 'undersideCentre'],
  ] as const)('moved by %j, finds the origin at %s', async (translation, at, nearest) => {
    const bytes = await sample((document) =>
      document
        .getRoot()
        .listNodes()[0]
        ?.setTranslation([...translation]),
    )
    const { origin } = await inspected(bytes)
    expect(origin).toMatchObject({ at, nearest })
    if (at === 'elsewhere') expect(origin?.distance).toBeCloseTo(0.05, 5)
  })

  it('reads what try-on must know, and says what is wrong with it', async () => {
    const ring = {
      kind: 'ring',
      innerDiameter: 0.017,
      axis: [0, 0, 1],
      face: [0, 1, 0],
    }
    const worn = (wear: unknown) =>
      sample((document) =>
        document
          .getRoot()
          .getDefaultScene()
          ?.setExtras({ vitrine: { version: 1, wear } }),
      )
    expect((await inspected(await worn(ring))).wear).toMatchObject({ ok: true, wear: { kind: 'ring' } })
    const broken = (await inspected(await worn({ ...ring, innerDiameter: -1 }))).wear
    expect(broken.ok ? [] : broken.faults.map(({ path }) => path)).toEqual(['vitrine.wear.innerDiameter'])
  })

  it('holds figures against budgets', async () => {
    const { verdicts } = await inspected(asset('lounge-chair/lounge-chair.glb'), { budgets: ['wearable'] })
    expect(Object.fromEntries(verdicts.map(({ figure, verdict }) => [figure, verdict]))).toEqual({
      triangles: 'over',
      bytes: 'over',
      draws: 'within',
      textureEdge: 'within',
    })
  })

  it('tells its progress, and stops when asked', async () => {
    const shares: number[] = []
    await inspected(await sample(), { onProgress: ({ share }: { share: number }) => shares.push(share) })
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    const stopped = await inspect(await sample(), { signal: AbortSignal.abort() }, TOOLS)
    expect(stopped).toMatchObject({ ok: false, fault: { code: 'aborted' } })
  })
})

describe('broken files', { timeout: 60_000 }, () => {
  it.each(LANGUAGES)('have a sentence for each fault of the pipeline alone in %s', (language) => {
    const messages = speak(language, 'pipeline')
    const detail = { reason: 'x', name: 'x' }
    for (const code of ['needs-draco', 'unreadable', 'bad-picture', 'no-ktx2-encoder'] as const) {
      expect(messages(`fault.${code}`, detail)).not.toBe(`fault.${code}`)
    }
  })

  it('are told apart', async () => {
    const whole = await sample()
    expect(await fault(new Uint8Array())).toBe('empty-file')
    expect(await fault(new TextEncoder().encode('<!doctype html><p>404'))).toBe('web-page')
    expect(await fault(new TextEncoder().encode('solid cube'))).toBe('not-glb')
    expect(await fault(whole.subarray(0, whole.length - 100))).toBe('truncated')
  })

  const json = (change: Record<string, unknown>) =>
    new Uint8Array(
      frameGlb(
        {
          asset: { version: '2.0' },
          scene: 0,
          scenes: [{ nodes: [0] }],
          nodes: [{ mesh: 0 }],
          meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
          accessors: [
            {
              bufferView: 0,
              componentType: 5126,
              count: 3,
              type: 'VEC3',
              min: [0, 0, 0],
              max: [0, 0, 0],
            },
          ],
          bufferViews: [{ buffer: 0, byteLength: 36 }],
          buffers: [{ byteLength: 36 }],
          ...change,
        },
        new Uint8Array(36),
      ),
    )

  it('that need other files, Draco or what nobody can read say so', async () => {
    expect(await fault(json({ images: [{ uri: 'wood.png' }] }))).toBe('external-file')
    expect(await fault(json({ extensionsUsed: ['KHR_draco_mesh_compression'] }))).toBe('needs-draco')
    expect(await fault(json({ extensionsRequired: ['ACME_secret'] }))).toBe('unsupported-extension')
  })

  it('of hostile size are refused before anything is made', async () => {
    const accessors = [{ componentType: 5126, count: 2 ** 31, type: 'MAT4' }]
    expect(await fault(json({ accessors }))).toBe('too-complex')
  })

  it('whose parts do not fit together are still validated', async () => {
    const result = await inspect(json({ nodes: [{ mesh: 0, children: [0] }] }), {}, TOOLS)
    expect(result.ok ? undefined : result.fault.code).toBe('bad-structure')
    expect(result.ok ? undefined : result.validation?.issues.map(({ code }) => code)).toContain('NODE_LOOP')
  })

  it('with a PNG that lost its header do not take the process down', async () => {
    const bytes = await sample()
    const header = new TextDecoder('latin1').decode(bytes).indexOf('IHDR')
    bytes[header] = 0
    const { validation } = await inspected(bytes)
    expect(validation?.issues.map(({ code }) => code)).toContain('IMAGE_UNRECOGNIZED_FORMAT')
  })

  it('cut or flipped anywhere get an answer, never an exception', { timeout: 60_000 }, async () => {
    const seed = 20261124
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state % below
    }
    const whole = await sample()
    for (let i = 0; i < 300; i++) {
      const copy = whole.slice(0, i % 3 === 0 ? random(whole.length) + 1 : whole.length)
      for (let k = 0; k < 3; k++) copy[random(copy.length)] = random(256)
      const result = await inspect(copy, {}, TOOLS).catch((error: unknown) => error)
      expect(result, `seed ${seed}, round ${i}`).toHaveProperty('ok')
    }
  })
})
