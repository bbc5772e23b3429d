import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { speak } from '../core/speak'
import { frameGlb, writeGlb } from '../engine/write-glb'
import { shopIsReady, startBrowser, type Visit, viewIsReady, visit } from './storefront-visit'

const baseUrl = inject('baseUrl')
const sentences = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/messages/en/engine.json'), 'utf8'),
) as Record<string, string>
const shop = speak('en', 'storefront')
let browser: Browser
let now: Visit

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await now.end()
  expect(now.errors).toEqual([])
  expect(now.violations).toEqual([])
  expect(now.strangers).toEqual([])
})

/** Drops a file onto the page as a desktop does. */
async function drop(page: Page, name: string, bytes: ArrayBuffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name))
      return transfer
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('main', type, { dataTransfer: transfer })
  }
}

async function choose(page: Page, name: string, bytes: ArrayBuffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'model/gltf-binary', buffer: Buffer.from(bytes) })
}

const asset = { version: '2.0' }
const triangle = {
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0 }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] }],
  bufferViews: [{ buffer: 0, byteLength: 36 }],
}

/** Files that are wrong, each in a way merchants’ files are, and the fault that says so. */
const BROKEN: Readonly<Record<string, () => Promise<ArrayBuffer>>> = {
  truncated: async () => (await writeGlb()).slice(0, 300),
  'not-glb': async () =>
    new TextEncoder().encode('PK\u0003\u0004 a zip of something else entirely').buffer as ArrayBuffer,
  'bad-json': async () => frameGlb('{"asset": {"version": "2.0"}, "scenes": [}'),
  'missing-buffer': async () => frameGlb({ asset, ...triangle, buffers: [{ byteLength: 36 }] }),
  'unsupported-extension': async () =>
    frameGlb({ asset, scenes: [{}], extensionsUsed: ['ACME_magic'], extensionsRequired: ['ACME_magic'] }),
  'zero-size': async () => writeGlb({ size: [0, 0, 0] }),
}

describe('a shopper’s own file', () => {
  it('is dropped anywhere, seen, measured, and fetched from nowhere', async () => {
    now = await visit(browser, `${baseUrl}/`)
    const { page } = now
    await shopIsReady(page)
    await drop(page, 'box.glb', await writeGlb({ size: [0.4, 0.5, 0.3] }))
    await viewIsReady(page)
    expect(new URL(page.url()).pathname).toBe('/file')
    expect(await page.locator('h1').textContent()).toBe('box.glb')
    const rows = await page.locator('.size tr').allTextContents()
    expect(rows.map((row) => /[\d.]+ cm/.exec(row)?.[0])).toEqual(['40 cm', '50 cm', '30 cm'])
    expect(now.fetched.some((path) => path.includes('box'))).toBe(false)
  })

  it('is chosen by keyboard', async () => {
    now = await visit(browser, `${baseUrl}/file`)
    const { page } = now
    await shopIsReady(page)
    // Asked for first: the browser needs a moment to hand its chooser over.
    const chooser = page.waitForEvent('filechooser')
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type === 'file'))
        break
    }
    await page.keyboard.press('Enter')
    await (await chooser).setFiles({ name: 'a.glb', mimeType: '', buffer: Buffer.from(await writeGlb()) })
    await viewIsReady(page)
  })

  it('is each time a sentence when it is broken, and the page goes on working', async () => {
    now = await visit(browser, `${baseUrl}/file`)
    const { page } = now
    await shopIsReady(page)
    await page.evaluate(() => {
      const told: unknown[] = []
      document.addEventListener('vitrine', (event) => told.push((event as CustomEvent).detail))
      Object.assign(window, { told })
    })
    for (const [code, bytes] of Object.entries(BROKEN)) {
      await choose(page, `${code}.glb`, await bytes())
      await page.waitForSelector('.stage-notice')
      const said = (await page.locator('.stage-notice p').textContent()) ?? ''
      expect(said, code).toContain(startOf(code))
      expect(said.length, code).toBeGreaterThan(30)
      expect(await page.locator('.size').count(), code).toBe(0)
      await choose(page, `good-after-${code}.glb`, await writeGlb())
      await page.waitForSelector('.size')
    }
    // The page's owner hears what became of each, and no name.
    const told = await page.evaluate(() => (window as unknown as { told: object[] }).told)
    expect(told).toEqual(
      Object.keys(BROKEN)
        .flatMap((code) => [code, 'ok'])
        .map((code) => ({ name: 'file_open', bytes: expect.any(Number), code })),
    )
  })

  it('is shown though it has ten thousand nodes, or says why not', async () => {
    now = await visit(browser, `${baseUrl}/file`)
    const { page } = now
    await shopIsReady(page)
    await choose(page, 'nodes.glb', await writeGlb({ nodes: 10_000, size: [0.01, 0.01, 0.01] }))
    await page.waitForSelector('.stage-notice, .size', { timeout: 60_000 })
    await choose(page, 'good.glb', await writeGlb())
    await page.waitForSelector('.size')
    expect(await page.locator('h1').textContent()).toBe('good.glb')
  })

  it('gets a hint, and no other size, when it may be in centimetres', async () => {
    now = await visit(browser, `${baseUrl}/file`)
    const { page } = now
    await shopIsReady(page)
    await choose(page, 'sofa.glb', await writeGlb({ size: [74, 80, 78] }))
    await page.waitForSelector('.size')
    expect(await page.locator('.hint').first().textContent()).toBe(
      shop('file.units', { unit: 'centimetres' }),
    )
    expect(await page.locator('.size tr').first().textContent()).toContain('7,400 cm')
  })

  const mixer = join(import.meta.dirname, '..', '..', '..', 'shared', 'models', 'Mixer.glb')
  it.skipIf(!existsSync(mixer))('is a real mixer', async () => {
    now = await visit(browser, `${baseUrl}/file`)
    const { page } = now
    await shopIsReady(page)
    await page.locator('input[type=file]').setInputFiles(mixer)
    await viewIsReady(page)
    await page.waitForSelector('.size')
    expect(await page.locator('.size tr').nth(1).textContent()).toContain('29.9 cm')
  })
})

/** A fault's sentence up to its first placeholder. */
function startOf(code: string): string {
  return (sentences[`fault.${code}`] ?? '').split('{')[0] ?? ''
}
