import { expect, it } from 'vitest'
import { openPipelineClient, type PipelineClient } from '../../../src/pipeline/worker/pipeline-client'

/** What Node says of the same file; test/pipeline/inspect.test.ts holds Node to it. */
const CHAIR = { triangles: 22_808, draws: 2, textures: 9, height: 0.8 } as const

async function chair(): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch('/models/lounge-chair/lounge-chair.glb')).arrayBuffer())
}

async function withClient(use: (client: PipelineClient) => Promise<void>): Promise<void> {
  const client = openPipelineClient()
  try {
    await use(client)
  } finally {
    client.close()
  }
}

it('inspects in a Worker as in Node', async () => {
  await withClient(async (client) => {
    const shares: number[] = []
    const result = await client.inspect(await chair(), {
      budgets: ['house'],
      onProgress: ({ share }) => shares.push(share),
    })
    if (!result.ok) throw new Error(result.fault.code)
    const { geometry, textures, dimensions, validation, variants, verdicts } = result.inspection
    expect(geometry).toMatchObject({ triangles: CHAIR.triangles, draws: CHAIR.draws })
    expect(textures).toHaveLength(CHAIR.textures)
    expect(dimensions?.height).toBeCloseTo(CHAIR.height, 1)
    expect(validation?.errors).toBe(0)
    expect([...variants].sort()).toEqual(['ink', 'oat', 'rust'])
    expect(new Set(verdicts.map(({ budget }) => budget))).toEqual(new Set(['house']))
    expect(shares.at(-1)).toBe(1)
  })
})

it('optimises in a Worker, with pictures scaled and packed here', async () => {
  await withClient(async (client) => {
    const bytes = await chair()
    const result = await client.optimise(bytes, { lods: [{ ratio: 0.5, error: 0.002 }] })
    if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.detail)}`)
    expect(result.before).toMatchObject({ triangles: CHAIR.triangles, draws: CHAIR.draws })
    expect(result.after).toMatchObject({ triangles: CHAIR.triangles, draws: CHAIR.draws })
    expect(result.bytes.length).toBeLessThan(bytes.length)
    expect(result.lods[0]?.triangles).toBeLessThan(CHAIR.triangles)
    // The copy it was sent is not the caller's.
    expect(bytes.length).toBeGreaterThan(0)
    const again = await client.inspect(result.bytes)
    if (!again.ok) throw new Error(again.fault.code)
    expect(again.inspection.validation?.errors).toBe(0)
    expect(again.inspection.textures.every(({ format }) => format === 'webp')).toBe(true)
    expect([...again.inspection.variants].sort()).toEqual(['ink', 'oat', 'rust'])
  })
})

it('returns what a file does wrong, stops when asked, and ends', async () => {
  await withClient(async (client) => {
    const bytes = await chair()
    expect(await client.inspect(bytes.subarray(0, 999))).toMatchObject({ fault: { code: 'truncated' } })
    expect(await client.optimise(bytes, { profile: 'ktx2' })).toMatchObject({
      fault: { code: 'no-ktx2-encoder' },
    })
    const stop = new AbortController()
    const stopped = client.optimise(bytes, {
      signal: stop.signal,
      onProgress: ({ step }) => step === 'textures' && stop.abort(),
    })
    expect(await stopped).toMatchObject({ fault: { code: 'aborted' } })
    const open = client.inspect(bytes)
    client.close()
    expect(await open).toMatchObject({ fault: { code: 'aborted' } })
  })
})
