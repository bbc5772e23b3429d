import { afterEach, expect, test, vi } from 'vitest'
import type { ModelFaultCode } from '../../src/core/model-fault'
import { ModelCache } from '../../src/engine/model-cache'
import { frameGlb, writeGlb } from './write-glb'

const realFetch = globalThis.fetch
afterEach(() => {
  vi.stubGlobal('fetch', realFetch)
})

/** Answers `/model.glb` with a body in two halves, the second when told; counts requests and aborts. */
function serve(bytes: ArrayBuffer) {
  const served = { requests: 0, aborted: 0, finish: () => {} }
  const gate = new Promise<void>((resolve) => {
    served.finish = resolve
  })
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!String(input).endsWith('/model.glb')) return realFetch(input, init)
    served.requests += 1
    const half = bytes.byteLength >> 1
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        init?.signal?.addEventListener('abort', () => {
          served.aborted += 1
          controller.error(new DOMException('stopped', 'AbortError'))
        })
        controller.enqueue(new Uint8Array(bytes, 0, half))
        await gate
        if (init?.signal?.aborted) return
        controller.enqueue(new Uint8Array(bytes, half))
        controller.close()
      },
    })
    return new Response(body, { headers: { 'content-length': String(bytes.byteLength) } })
  })
  return served
}

test('those who ask for the same file at once share one download and one geometry', async () => {
  const served = serve(await writeGlb())
  const cache = new ModelCache()
  const progress: number[] = []
  const first = cache.acquire('/model.glb', {
    onProgress: ({ loaded, total }) => progress.push(loaded / total),
  })
  const second = cache.acquire('/model.glb')
  await vi.waitFor(() => expect(progress).toContain(0.5))
  served.finish()
  const [a, b] = await Promise.all([first, second])
  expect(served.requests).toBe(1)
  expect(progress.at(-1)).toBe(1)
  if (!a.ok || !b.ok) throw new Error('not loaded')
  const geometries = [a, b].map(({ model }) => {
    const found = new Set<unknown>()
    model.object.traverse((object) => 'geometry' in object && found.add(object.geometry))
    return found
  })
  expect(geometries[0]).toEqual(geometries[1])
  expect(a.model.object).not.toBe(b.model.object)
  a.model.release()
  a.model.release()
  expect(cache.size).toBe(1)
  b.model.release()
  expect(cache.size).toBe(0)
})

test('one who stops waiting does not stop the others; when all stop, so does the download', async () => {
  const glb = await writeGlb()
  const served = serve(glb)
  const cache = new ModelCache()
  const impatient = new AbortController()
  const lost = cache.acquire('/model.glb', { signal: impatient.signal })
  const kept = cache.acquire('/model.glb')
  impatient.abort()
  expect(await lost).toEqual({ ok: false, fault: { code: 'aborted' } })
  expect(served.aborted).toBe(0)
  served.finish()
  const result = await kept
  expect(result.ok).toBe(true)
  if (result.ok) result.model.release()

  const again = serve(glb)
  const alone = new AbortController()
  const waiting = cache.acquire('/model.glb', { signal: alone.signal })
  await vi.waitFor(() => expect(again.requests).toBe(1))
  alone.abort()
  expect(await waiting).toEqual({ ok: false, fault: { code: 'aborted' } })
  await vi.waitFor(() => expect(again.aborted).toBe(1))
  expect(cache.size).toBe(0)
})

test('what was not there is asked for again next time', async () => {
  const cache = new ModelCache()
  const answers = [
    new Response('', { status: 404 }),
    new Response('', { status: 503 }),
    new Response(await writeGlb()),
  ]
  vi.stubGlobal('fetch', async () => answers.shift())
  const codes: string[] = []
  for (let i = 0; i < 3; i++) {
    const result = await cache.acquire('/shop/model.glb')
    codes.push(result.ok ? 'ok' : result.fault.code)
  }
  expect(codes).toEqual(['not-found', 'network', 'ok'])
})

const notANumber = new Float32Array([0, 0, 0, 1, Number.NaN, 0, 0, 1, 0])
const triangle = (positions: Float32Array<ArrayBuffer>) =>
  frameGlb(
    {
      asset: { version: '2.0' },
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
      accessors: [
        { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
      ],
      bufferViews: [{ buffer: 0, byteLength: 36 }],
      buffers: [{ byteLength: 36 }],
    },
    new Uint8Array(positions.buffer),
  )
const broken: [string, () => ArrayBuffer | Promise<ArrayBuffer>, ModelFaultCode][] = [
  ['positions that are no numbers', () => triangle(notANumber), 'bad-positions'],
  ['all points in one place', () => triangle(new Float32Array(9)), 'zero-size'],
  ['a scale of zero', () => writeGlb({ edit: (_, [node]) => node?.setScale([0, 0, 0]) }), 'zero-size'],
  ['cut in the middle', async () => (await writeGlb()).slice(0, 700), 'truncated'],
  ['nothing', () => new ArrayBuffer(0), 'empty-file'],
]
test.each(broken)('%s: a fault, and the cache still works', async (_, make, code) => {
  const cache = new ModelCache()
  const result = await cache.acquire(new Blob([await make()]))
  expect(result.ok ? 'ok' : result.fault.code).toBe(code)
  const next = await cache.acquire(await writeGlb())
  expect(next.ok).toBe(true)
})

test('the size is true to a tenth of a millimetre, wherever the nodes stand', async () => {
  const cache = new ModelCache()
  const glb = await writeGlb({
    size: [0.74, 0.8, 0.78],
    edit: (_, [node]) => node?.setRotation([0, Math.SQRT1_2, 0, Math.SQRT1_2]).setTranslation([3, 1, -2]),
  })
  const result = await cache.acquire(glb)
  if (!result.ok) throw new Error(result.fault.code)
  const { width, height, depth } = result.model.dimensions
  expect(width).toBeCloseTo(0.78, 4)
  expect(height).toBeCloseTo(0.8, 4)
  expect(depth).toBeCloseTo(0.74, 4)
  expect(result.model.bounds.min.y).toBeCloseTo(1, 4)
})
