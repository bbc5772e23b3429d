// @vitest-environment happy-dom
import { Box3, Vector3 } from 'three'
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { describe, expect, it } from 'vitest'
import { type UsdzOptions, usdz } from '../../src/pipeline/usdz'
import { type MerchantFile, merchantFile, NODE_DEPS } from './merchant-file'
import { readZip } from './read-zip'
import { SAMPLE_SIZE } from './sample-document'

async function made(how: MerchantFile, options: Partial<UsdzOptions> = {}) {
  const result = await usdz(await merchantFile(how), options, NODE_DEPS)
  if (!result.ok) throw new Error(result.fault.code)
  return result.files.map(({ variant, bytes }) => {
    const entries = readZip(bytes)
    const group = new USDLoader().parse(bytes.buffer)
    group.updateMatrixWorld(true)
    return {
      variant,
      entries,
      usda: new TextDecoder().decode(entries[0]?.bytes),
      box: new Box3().setFromObject(group, true),
    }
  })
}

describe('usdz', () => {
  it('writes one file a variant, of the size of the model, whatever it was packed in', async () => {
    for (const compressed of [false, true]) {
      const files = await made({ compressed })
      expect(files.map(({ variant }) => variant)).toEqual(['red', 'grey'])
      for (const { box } of files) {
        box
          .getSize(new Vector3())
          .toArray()
          .forEach((edge, i) => {
            expect(edge).toBeCloseTo(SAMPLE_SIZE[i] ?? 0, 3)
          })
      }
    }
  })

  it('keeps PNG bytes; WebP becomes JPEG, and PNG where its alpha shows', async () => {
    const names = async (how: MerchantFile) =>
      (await made(how, { variants: ['grey'] }))[0]?.entries.slice(1).map(({ name }) => name)
    expect(await names({})).toEqual(
      ['0_base_colour.png', '1_packed.png', '2_normal.png', '3_emissive.png'].map(
        (name) => `textures/${name}`,
      ),
    )
    expect(await names({ webp: true })).toEqual(
      ['0_base_colour.png', '1_packed.jpg', '2_normal.jpg', '3_emissive.jpg'].map(
        (name) => `textures/${name}`,
      ),
    )
  })

  it('aligns every file to 64 bytes', async () => {
    for (const { entries } of await made({ webp: true, compressed: true })) {
      for (const entry of entries) expect([entry.method, entry.start % 64], entry.name).toEqual([0, 0])
    }
  })

  it('shows glass by opacity', async () => {
    const [red] = await made({ glass: true }, { variants: ['red'] })
    expect(red?.usda).toContain('float inputs:opacity = 0.15')
    expect(red?.usda).toContain('float inputs:roughness = 0.4')
    expect((await made({}, { variants: ['red'] }))[0]?.usda).not.toContain('inputs:opacity')
  })

  it('is as opaque as the picture on the glass is dark', async () => {
    const [red] = await made({ glass: '#303030' }, { variants: ['red'] })
    expect(red?.usda).toMatch(/inputs:opacity\.connect = <[^>]*\/tint\.outputs:g>/)
    expect(red?.usda).toContain('inputs:scale = (1, -0.85, 1, 1)')
  })

  it('sets down what hangs in the air, when asked', async () => {
    const shift = [0.4, 1.2, -0.3] as const
    const [asItIs] = await made({ shift }, { variants: ['red'] })
    expect(asItIs?.box.min.y).toBeCloseTo(1.2, 3)
    const [grounded] = await made({ shift, compressed: true }, { variants: ['red'], ground: true })
    expect(grounded?.box.min.y).toBeCloseTo(0, 3)
    expect(grounded?.box.getCenter(new Vector3()).x).toBeCloseTo(0, 3)
    expect(grounded?.box.getCenter(new Vector3()).z).toBeCloseTo(0, 3)
    // Against a wall: its back in the plane that Quick Look turns up to the wall, which is the floor of the file.
    const [hung] = await made({ shift }, { variants: ['red'], ground: true, stand: 'wall' })
    expect(hung?.box.min.y).toBeCloseTo(0, 3)
    expect(hung?.box.getCenter(new Vector3()).z).toBeCloseTo(0, 3)
  })

  it('says how far it has come', async () => {
    const shares: number[] = []
    const steps = new Set<string>()
    const onProgress = ({ step, share }: { step: string; share: number }) => {
      steps.add(step)
      shares.push(share)
    }
    await usdz(await merchantFile({ webp: true }), { onProgress }, NODE_DEPS)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect([...steps]).toEqual(['read', 'textures', 'write'])
  })

  it('says what is wrong with a file', async () => {
    const fault = async (bytes: Uint8Array, options: Partial<UsdzOptions> = {}) =>
      usdz(bytes, options, NODE_DEPS)
    expect(await fault(new Uint8Array(200))).toMatchObject({ ok: false, fault: { code: 'not-glb' } })
    const bytes = await merchantFile()
    expect(await fault(bytes.subarray(0, 900))).toMatchObject({ ok: false, fault: { code: 'truncated' } })
    expect(await fault(bytes, { variants: ['blue'] })).toEqual({
      ok: false,
      fault: { code: 'unknown-variant', detail: { variant: 'blue', known: 'red, grey', count: 2 } },
    })
  })

  it('stops when it is told to', async () => {
    const stopped = await usdz(await merchantFile({ webp: true }), { signal: AbortSignal.abort() }, NODE_DEPS)
    expect(stopped).toEqual({ ok: false, fault: { code: 'aborted' } })
  })
})
