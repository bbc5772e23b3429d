import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { announced, type Visit } from './storefront-visit'
import { PHONE_WITH_CAMERA, startBrowserWithCamera, tryVisit, withConsent } from './try-on-visit'

const baseUrl = inject('baseUrl')
let browser: Browser
let now: Visit

beforeAll(async () => {
  browser = await startBrowserWithCamera('two')
})
afterAll(() => browser?.close())
afterEach(() => now.end())

const runs = (page: Page) => page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })

/** Keeps every track that was ever opened, and says of the second camera that it looks away from the shopper, as a phone's does. */
const asOnPhone = (page: Page) =>
  page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = []
    Object.assign(globalThis, { tracks })
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints)
      tracks.push(...stream.getTracks())
      return stream
    }
    const settings = MediaStreamTrack.prototype.getSettings
    MediaStreamTrack.prototype.getSettings = function () {
      const facingMode = this.label.endsWith('1') ? 'environment' : 'user'
      return { ...settings.call(this), facingMode }
    }
  })
const tracks = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ label, readyState }) => ({
      label,
      readyState,
    })),
  )
const inUse = (page: Page) =>
  page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject
    return stream instanceof MediaStream ? stream.getVideoTracks()[0]?.label : undefined
  })
/** The mirror's switch is in Settings. */
const mirrored = async (page: Page) => {
  await page.locator('.try-top button').last().click()
  const on = await page.getByLabel('Show the picture as a mirror does').isChecked()
  await page.keyboard.press('Escape')
  return on
}

it('flips to the other camera and back, by keyboard, and leaves one on', async () => {
  now = await tryVisit(browser, `${baseUrl}/try/round-glasses`, PHONE_WITH_CAMERA, async (page) => {
    await withConsent(page)
    await asOnPhone(page)
  })
  const { page } = now
  await page.locator('.source-main').click()
  await runs(page)
  const first = await inUse(page)
  expect(await mirrored(page)).toBe(true)

  await page.locator('.try-flip').focus()
  await page.keyboard.press('Enter')
  expect(await announced(page)).toContain('other camera')
  await expect.poll(() => inUse(page)).not.toBe(first)
  await runs(page)
  // The button kept the focus, and what looks away is no mirror.
  expect(await page.evaluate(() => document.activeElement?.classList.contains('try-flip'))).toBe(true)
  expect(await mirrored(page)).toBe(false)
  const on = (await tracks(page)).filter(({ readyState }) => readyState === 'live')
  expect(on.map(({ label }) => label)).toEqual([await inUse(page)])

  await page.locator('.try-flip').click()
  await expect.poll(() => inUse(page)).toBe(first)
  await runs(page)
  expect(await mirrored(page)).toBe(true)
  await page.locator('.try-stop').click()
  expect((await tracks(page)).filter(({ readyState }) => readyState === 'live')).toEqual([])
})

it('there is nothing to flip while a camera opens', async () => {
  now = await tryVisit(browser, `${baseUrl}/try/round-glasses`, PHONE_WITH_CAMERA, withConsent)
  const { page } = now
  await page.locator('.source-main').click()
  await runs(page)
  const first = await inUse(page)
  // Two presses in a row are one flip.
  await page.evaluate(() => {
    const flip = document.querySelector<HTMLElement>('.try-flip')
    flip?.click()
    flip?.click()
  })
  await expect.poll(() => inUse(page)).not.toBe(first)
  await runs(page)
  expect(await inUse(page)).not.toBe(first)
})
