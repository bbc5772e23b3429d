import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compressFolder } from '../../../scripts/compress.mjs'
import { createApp } from '../../../scripts/serve/app'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-'))
const root = join(folder, 'dist')
const long = `<!doctype html><title>shell</title>${' '.repeat(2000)}`
const FILES: Record<string, string> = {
  '../secret.txt': 'secret',
  'index.html': long,
  'es/index.html': 'portada',
  'en/index.html': 'front page',
  'en/p/vase/index.html': 'the vase',
  'es/p/vase/index.html': 'el jarrón',
  'en/404.html': 'nothing here',
  'demos/viewer/index.html': 'a demo',
  'assets/index-abc123.js': `export const a = 1;${'/* filler */'.repeat(200)}`,
  'models/vase/vase.glb': '0123456789',
  'models/vase/blue.usdz': 'usdz',
  '.fingerprint': 'private',
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  await compressFolder(root)
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  createApp({ root }).request(`http://localhost${address}`, { headers, method })

describe('files', () => {
  it.each([
    ['/models/vase/vase.glb', 'model/gltf-binary'],
    ['/models/vase/blue.usdz', 'model/vnd.usdz+zip'],
    ['/assets/index-abc123.js', 'text/javascript; charset=utf-8'],
  ])('%s is sent as %s', async (address, type) => {
    const response = await get(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('keeps hashed names for ever and asks after the others', async () => {
    expect((await get('/assets/index-abc123.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/models/vase/vase.glb')).headers.get('cache-control')).toBe('public, no-cache')
  })

  it('sends the form the browser can read, with its own tag', async () => {
    const brotli = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br' })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(
      FILES['assets/index-abc123.js'],
    )
    const gzip = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br;q=0' })
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gzip.headers.get('etag')).not.toBe(brotli.headers.get('etag'))
    expect(gzip.headers.get('vary')).toContain('accept-encoding')
  })

  it('answers 304 to a browser that has the file', async () => {
    const etag = (await get('/models/vase/vase.glb')).headers.get('etag') ?? ''
    const again = await get('/models/vase/vase.glb', { 'if-none-match': `W/${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('sends a part', async () => {
    const part = await get('/models/vase/vase.glb', { range: 'bytes=2-4' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ])
    const tail = await get('/models/vase/vase.glb', { range: 'bytes=-3' })
    expect(await tail.text()).toBe('789')
    expect((await get('/models/vase/vase.glb', { range: 'bytes=10-' })).status).toBe(416)
    expect((await get('/models/vase/vase.glb', { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200)
  })

  it('answers HEAD without a body and refuses other methods', async () => {
    const head = await get('/models/vase/vase.glb', {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

describe('pages', () => {
  it.each([
    ['/', {}, 'front page'],
    ['/', { 'accept-language': 'fr, es;q=0.8, en;q=0.5' }, 'portada'],
    ['/?lang=es', { 'accept-language': 'en' }, 'portada'],
    ['/', { cookie: 'lang=es', 'accept-language': 'en' }, 'portada'],
    ['/?lang=en', { cookie: 'lang=es' }, 'front page'],
    ['/p/vase?v=blue', { 'accept-language': 'es-MX' }, 'el jarrón'],
    ['/p/vase/', {}, 'the vase'],
    ['/demos/viewer/', {}, 'a demo'],
  ])('%s with %o is "%s"', async (address, headers, text) => {
    expect(await (await get(address, headers)).text()).toBe(text)
  })

  it.each(['/p/new-product', '/room', '/file'])('%s is answered by the storefront', async (address) => {
    const response = await get(address)
    expect([response.status, await response.text()]).toEqual([200, 'front page'])
  })

  it('adds the slash a demo needs to find its neighbours', async () => {
    const response = await get('/demos/viewer?x=1')
    expect([response.status, response.headers.get('location')]).toEqual([301, '/demos/viewer/?x=1'])
  })

  it.each([
    ['/es/p/vase?v=blue', '/p/vase?v=blue&lang=es'],
    ['/es/', '/?lang=es'],
  ])('leads from %s, where a page is kept, to where it lives', async (address, place) => {
    const response = await get(address, { 'accept-language': 'en' })
    expect([response.status, response.headers.get('location')]).toEqual([301, place])
    expect((await get(place)).status).toBe(200)
  })

  it('says 404 in the page made for it', async () => {
    const page = await get('/nowhere')
    expect([page.status, await page.text()]).toEqual([404, 'nothing here'])
    expect((await get('/models/none.glb')).status).toBe(404)
  })
})

describe('nothing outside the folder is served', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/models/../../secret.txt',
    '//secret.txt',
    '/.fingerprint',
    '/assets/index-abc123.js.br',
    '/%00',
    '/%ff',
  ])('%s', async (address) => {
    const response = await get(address)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toMatch(/secret|private/)
  })
})

describe('security headers', () => {
  const policy = async (address: string) => (await get(address)).headers.get('content-security-policy') ?? ''

  it('let a page load from its own origin alone', async () => {
    const strict = await policy('/p/vase')
    expect(strict).toContain("default-src 'none'")
    expect(strict).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(strict).toContain("style-src 'self';")
    expect(strict).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/)
  })

  it('are looser where, and only where, they must be', async () => {
    expect(await policy('/p/vase?xr=emulate')).toContain("style-src 'self' 'unsafe-inline'")
    expect(await policy('/p/vase?xr=emulate-phone')).toContain("style-src 'self' 'unsafe-inline'")
    expect(await policy('/p/vase?xr=emulated')).not.toContain('unsafe-inline')
    expect(await policy('/decoders/basis/basis_transcoder.js')).not.toContain("'unsafe-eval'")
  })

  it('are on errors too', async () => {
    const { headers } = await get('/models/none.glb')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('permissions-policy')).toContain('camera=(self)')
  })
})
