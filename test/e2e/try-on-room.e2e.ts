import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { announced, type Visit } from './storefront-visit'
import { type CameraClip, filmStill, startBrowserWithClip } from './try-on-clip'
import { PHONE, tryVisit, withConsent } from './try-on-visit'

const GLASSES = `${inject('baseUrl')}/try/round-glasses`
const ALLOWED = { ...PHONE, permissions: ['camera'] }
const MODEL = '/tracker/models/selfie_segmentation.tflite'

let clip: CameraClip
let browser: Browser
let now: Visit

beforeAll(async () => {
  // She stands in a room.
  clip = await filmStill('ingrid', { position: [0, 0, -0.42], rotation: [0, 0.12, 0] })
  browser = await startBrowserWithClip(clip)
}, 300_000)
afterAll(() => browser?.close())
afterEach(() => now?.end())

const openCamera = async (page: Page) => {
  await page.locator('.source-main').click()
  await expect
    .poll(() => page.locator('.try-host').getAttribute('aria-label'), { timeout: 60_000 })
    .toContain('is in place')
}
const room = (page: Page) => page.getByRole('button', { name: 'Hide room' })
const isHidden = (page: Page) =>
  expect
    .poll(() => page.locator('.try-host').getAttribute('aria-label'), { timeout: 60_000 })
    .toContain('The room behind is hidden')

/** Steps of brightness from pixel to pixel in the top corners of the picture, where the room is; and the mean colour of its middle, where she is. */
async function look(page: Page): Promise<{ steps: number; middle: number }> {
  const shot = await page.locator('.try-host canvas').screenshot({ animations: 'disabled' })
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  let steps = 0
  for (let y = Math.round(height * 0.2); y < height * 0.45; y++) {
    for (let x = 4; x < width * 0.12; x++) {
      steps += Math.abs((data[y * width + x] ?? 0) - (data[y * width + x + 1] ?? 0))
    }
  }
  let middle = 0
  let count = 0
  for (let y = Math.round(height * 0.55); y < height * 0.6; y++) {
    for (let x = Math.round(width * 0.47); x < width * 0.53; x++, count++) middle += data[y * width + x] ?? 0
  }
  return { steps, middle: middle / count }
}

describe('the room behind a shopper', () => {
  it('is hidden on wish, in the picture taken too, and again at the next visit', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED, withConsent)
    const { page, fetched } = now
    await openCamera(page)
    const before = await look(page)
    expect(fetched).not.toContain(MODEL)
    expect(await room(page).getAttribute('aria-pressed')).toBe('false')
    await room(page).click()
    await isHidden(page)
    expect(fetched).toContain(MODEL)
    expect(await announced(page)).toContain('hidden')
    const hidden = await look(page)
    // The camera's grain goes with the room; she stays as she was.
    expect(hidden.steps).toBeLessThan(before.steps * 0.6)
    expect(Math.abs(hidden.middle - before.middle)).toBeLessThan(6)

    // Pictures beside each other have no room either.
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.locator('.side').first().waitFor()
    expect(await page.locator('.side').allTextContents()).toEqual(['Left: Tortoise', 'Right: Black'])
    await page.getByRole('button', { name: 'Compare' }).click()

    await page.locator('.try-release').click()
    const taken = page.locator('dialog .picture')
    await taken.waitFor()
    const corner = await taken.evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(4, image.naturalHeight * 0.25, 24, 24) ?? { data: [] }
      let most = 0
      for (let i = 4; i < data.length; i += 4) {
        if (i % 96 !== 0) most = Math.max(most, Math.abs((data[i] ?? 0) - (data[i - 4] ?? 0)))
      }
      return most
    })
    expect(corner).toBeLessThanOrEqual(3)
    expect(now.strangers).toEqual([])
    expect(now.violations).toEqual([])

    // Remembered by the device.
    await page.reload()
    await openCamera(page)
    await isHidden(page)
    await page.locator('.try-top button').last().click()
    const setting = page.getByRole('checkbox', { name: 'Hide the room' })
    expect(await setting.isChecked()).toBe(true)
    await setting.uncheck()
    await page.keyboard.press('Escape')
    expect(await page.locator('.try-host').getAttribute('aria-label')).not.toContain('hidden')
    expect(await page.evaluate(() => localStorage.getItem('vitrine.hide-room'))).toBeNull()
  })

  it('stays when what tells people from it cannot be fetched, which is said while the picture goes on', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED, async (page) => {
      await withConsent(page)
      await page.route(`**${MODEL}`, (route) => route.abort())
    })
    const { page } = now
    await openCamera(page)
    await room(page).click()
    await expect
      .poll(() => page.locator('.try-guidance').textContent(), { timeout: 60_000 })
      .toContain('could not be hidden')
    expect(await room(page).getAttribute('aria-pressed')).toBe('false')
    expect(await page.locator('.try-view').getAttribute('data-phase')).toBe('running')
  })

  it('is no matter of a model', async () => {
    now = await tryVisit(browser, GLASSES, PHONE)
    const { page } = now
    await page.locator('.source-models button').first().click()
    await page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
    expect(await room(page).count()).toBe(0)
    const label = page.locator('.try-host')
    const turn = page.locator('.turn input')
    for (let i = 0; i < 3; i++) await turn.press('ArrowRight')
    await expect
      .poll(() => label.getAttribute('aria-label'), { timeout: 20_000 })
      .toContain('turned to its left')
    for (let i = 0; i < 6; i++) await turn.press('ArrowLeft')
    await expect
      .poll(() => label.getAttribute('aria-label'), { timeout: 20_000 })
      .toContain('seen from the left')
  })
})

describe('what is compared', () => {
  it('may be out of reach, and the picture goes on', async () => {
    now = await tryVisit(browser, `${GLASSES}?v=tortoise`, PHONE, (page) =>
      page.route('**/browline-glasses.glb', (route) => route.abort()),
    )
    const { page } = now
    await page.locator('.source-models button').first().click()
    await page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.locator('.side').first().waitFor()
    await page.locator('.piece').nth(1).click()
    await expect
      .poll(() => page.locator('.try-guidance').textContent(), { timeout: 20_000 })
      .toContain('could not be fetched')
    expect(await page.locator('.side').count()).toBe(0)
    expect(await page.locator('.try-card').count()).toBe(0)
  })
})
