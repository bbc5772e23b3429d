import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'

// The decoders run under the policy the built app is served with: no eval in the page, none in a worker.

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'engine')
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: BROWSER_ARGS,
    env: BROWSER_ENV,
  })
})
afterAll(async () => {
  await browser.close()
})

for (const name of ['cube', 'cube-draco', 'cube-etc1s', 'cube-uastc']) {
  test(`${name}.glb is shown under the strict policy`, async () => {
    const page = await browser.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text())
    })
    page.on('pageerror', (error) => refused.push(error.message))
    const body = await readFile(join(fixtures, `${name}.glb`))
    await page.route('**/fixture.glb', (route) => route.fulfill({ body, contentType: 'model/gltf-binary' }))
    const response = await page.goto(`${inject('baseUrl')}/demos/engine-viewer/?model=/fixture.glb&stats`)
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    await page.waitForSelector('[data-state="ready"], [data-state="fault"]')
    expect(await page.getAttribute('[data-state]', 'data-state')).toBe('ready')
    const stats = await page.evaluate(() => {
      const { vitrine } = globalThis as unknown as {
        vitrine: { stats(): { triangles: number; textureBytes: number; textures: number } }
      }
      return vitrine.stats()
    })
    // A cube of 12 triangles, and its shadow's two.
    expect(stats.triangles).toBe(14)
    expect(stats.textures).toBe(3)
    expect(refused).toEqual([])
    await page.close()
  })
}
