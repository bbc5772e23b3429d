import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { announced, startBrowser, type Visit } from './storefront-visit'
import { beforeAndAfter, told, tryVisit } from './try-on-visit'

const baseUrl = inject('baseUrl')
const DESKTOP = { viewport: { width: 1280, height: 800 } } as const
const PEOPLE = join(import.meta.dirname, '..', '..', 'assets', 'try-on', 'people')
/** The picture in which somebody of ours looks ahead, as a shopper's own photo. */
const portrait = (id: string) => readFileSync(join(PEOPLE, id, '3.webp'))

let browser: Browser
let now: Visit
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(() => now?.end())

async function choosePhoto(page: Page, buffer: Buffer, mimeType = 'image/webp') {
  await page.locator('.source-file input').setInputFiles({ name: 'me', mimeType, buffer })
  await expect
    .poll(() => page.locator('.try-host').getAttribute('aria-label'), { timeout: 60_000 })
    .toContain('is in place')
}

/** The picture, with nothing over it. */
async function pixels(page: Page) {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('.try-view > *')) {
      if (!part.classList.contains('try-host')) part.style.opacity = '0'
    }
  })
  const shot = await page.locator('.try-host canvas').screenshot({ animations: 'disabled' })
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
type Pixels = Awaited<ReturnType<typeof pixels>>

/** Pixels of a part of the width that clearly differ. */
function differing(a: Pixels, b: Pixels, from = 0, to = 1): number {
  let count = 0
  for (let i = 0; i < a.width * a.height; i++) {
    const x = (i % a.width) / a.width
    if (x < from || x >= to) continue
    const apart = [0, 1, 2].map((c) => Math.abs((a.data[3 * i + c] ?? 0) - (b.data[3 * i + c] ?? 0)))
    if (Math.max(...apart) > 28) count += 1
  }
  return count
}

describe('a photo of one’s own', () => {
  it('is worn on, measured and coloured, and nothing of it is sent or kept', async () => {
    const sent: string[] = []
    now = await tryVisit(browser, `${baseUrl}/try/round-glasses`, DESKTOP, async (page) => {
      page.on('request', (request) => {
        if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url())
      })
    })
    const { page } = now
    await choosePhoto(page, portrait('ingrid'))
    expect(await page.locator('video').count()).toBe(0)
    const panel = page.locator('.try-panel')
    await expect.poll(() => panel.textContent(), { timeout: 20_000 }).toContain('give or take')
    // Modelled with pupils 61 mm apart.
    const words = (await panel.textContent()) ?? ''
    const [, millimetres, uncertainty] = /about (\d+) mm, give or take (\d+)/.exec(words) ?? []
    expect(Number(millimetres)).toBeGreaterThanOrEqual(57)
    expect(Number(millimetres)).toBeLessThanOrEqual(65)
    expect(Number(uncertainty)).toBeGreaterThan(0)
    expect(words).toMatch(/This frame is (narrower than|about as wide as|wider than) your face/)

    const tortoise = await pixels(page)
    await page.locator('.try-panel .variant input[value="moss"]').check({ force: true })
    await expect.poll(() => page.url()).toContain('v=moss')
    await expect
      .poll(async () => differing(tortoise, await pixels(page)), { timeout: 20_000 })
      .toBeGreaterThan(300)

    expect(sent).toEqual([])
    expect(now.strangers).toEqual([])
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage).filter((key) => !key.startsWith('vitrine.tracker.delegate')),
      session: Object.values(sessionStorage).filter((value) => value.length > 1000),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
    }))
    expect(kept).toEqual({ local: [], session: [], databases: 0, caches: 0, cookies: '' })
    // Events tell of pieces and ways, never of a face.
    const events = await told(page)
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toMatch(/pupil|width|points|data:|blob:/)
  })

  it('of two people has both of them wear it, and asks for one', async () => {
    const [left, right] = [portrait('amara'), portrait('kenji')]
    const { width = 0, height = 0 } = await sharp(left).metadata()
    const both = await sharp({ create: { width: width * 2, height, channels: 3, background: '#888' } })
      .composite([
        { input: left, left: 0, top: 0 },
        { input: right, left: width, top: 0 },
      ])
      .png()
      .toBuffer()
    now = await tryVisit(browser, `${baseUrl}/try/square-sunglasses`, DESKTOP)
    const { page } = now
    await choosePhoto(page, both, 'image/png')
    await expect
      .poll(() => page.locator('.try-guidance').textContent(), { timeout: 20_000 })
      .toContain('One face at a time')
    const [without, dressed] = await beforeAndAfter(page, () => pixels(page))
    expect(differing(without, dressed, 0, 0.5)).toBeGreaterThan(500)
    expect(differing(without, dressed, 0.5, 1)).toBeGreaterThan(500)
  })
})

describe('what is seen', () => {
  it('is taken as a JPEG, handed to the device’s own sheet, and the piece goes into the cart', async () => {
    now = await tryVisit(browser, `${baseUrl}/try/round-glasses?v=moss`, DESKTOP, (page) =>
      page.addInitScript(() => {
        const shared: File[] = []
        Object.assign(globalThis, { shared })
        Object.assign(navigator, {
          canShare: ({ files }: ShareData) => files?.every(({ type }) => type.startsWith('image/')) ?? false,
          share: async ({ files }: ShareData) => void shared.push(...(files ?? [])),
        })
      }),
    )
    const { page } = now
    await page.locator('.source-models button').first().click()
    await page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
    await page.locator('.try-release').click()
    await page.locator('dialog .picture').waitFor()
    const save = page.locator('dialog a[download]')
    expect(await save.getAttribute('download')).toBe('round-glasses-moss.jpg')
    await page.getByRole('button', { name: 'Share' }).click()
    const shared = await page.evaluate(async () => {
      const [file] = (globalThis as unknown as { shared: File[] }).shared
      if (!file) return undefined
      const { width, height } = await createImageBitmap(file)
      const canvas = document.querySelector<HTMLCanvasElement>('.try-host canvas')
      const first = [...new Uint8Array(await file.slice(0, 3).arrayBuffer())]
      return {
        name: file.name,
        type: file.type,
        first,
        whole: width === canvas?.width && height === canvas.height,
      }
    })
    // JPEG's own first bytes. Source: ITU T.81, B.1.1.3.
    expect(shared).toEqual({
      name: 'round-glasses-moss.jpg',
      type: 'image/jpeg',
      first: [0xff, 0xd8, 0xff],
      whole: true,
    })
    await expect
      .poll(async () => (await told(page)).at(-1))
      .toMatchObject({ name: 'share', content_type: 'picture' })
    await page.keyboard.press('Escape')

    await page.locator('.try-panel .buy .button').click()
    expect(await announced(page)).toContain('cart')
    await page.locator('.try-panel .buy-look').click()
    await page.locator('.cart-line').waitFor()
    expect(await page.locator('.cart-line').textContent()).toContain('Moss')
  })

  it.each([
    ['felt-hat', 6],
    ['satin-lipstick', 6],
    ['field-watch', 1],
  ])('of %s on a model needs neither camera nor tracker', async (sku, most) => {
    now = await tryVisit(browser, `${baseUrl}/try/${sku}`, DESKTOP, (page) =>
      // Whoever saves data has nothing fetched ahead.
      page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    )
    const { page, fetched } = now
    const models = page.locator('.source-models button')
    await expect.poll(() => models.count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(most)
    await models.first().click()
    await expect
      .poll(() => page.locator('.try-host').getAttribute('aria-label'), { timeout: 60_000 })
      .toContain('is in place')
    expect(fetched.filter((path) => path.startsWith('/tracker/'))).toEqual([])
    expect(await page.locator('video').count()).toBe(0)
  })
})
