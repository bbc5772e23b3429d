import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'

// The decoders run under the policy the built app is served with: no eval in the page, none in a worker.

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'engine')
let browser: Browser

/** Shares of a picture in the two colours of the fixtures' checkered texture. */
async function checks(png: Buffer): Promise<{ blue: number; orange: number }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let blue = 0
  let orange = 0
  for (let i = 0; i < data.length; i += 3) {
    const [r = 0, , b = 0] = data.subarray(i, i + 3)
    if (b - r > 60) blue += 1
    if (r - b > 60) orange += 1
  }
  const pixels = info.width * info.height
  return { blue: blue / pixels, orange: orange / pixels }
}

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
    // The checks, the shadow, the studio, and three's table for reflections.
    expect(stats.textures).toBe(4)
    const { blue, orange } = await checks(await page.locator('canvas').screenshot())
    expect(blue).toBeGreaterThan(0.05)
    expect(orange).toBeGreaterThan(0.05)
    expect(refused).toEqual([])
    await page.close()
  })
}
