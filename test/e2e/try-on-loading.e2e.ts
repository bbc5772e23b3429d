import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Visit } from './storefront-visit'
import { cameraIsOn, PHONE, startBrowserWithCamera, tryVisit, withConsent } from './try-on-visit'

const baseUrl = inject('baseUrl')
let browser: Browser
let now: Visit
beforeAll(async () => {
  browser = await startBrowserWithCamera('discs')
})
afterAll(() => browser?.close())
afterEach(() => now?.end())

describe('what looks at faces', () => {
  it('is fetched when a shopper comes to try on, neither before nor only at the press', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/round-glasses`, PHONE)
    const { page, fetched } = now
    const tracker = () => fetched.filter((path) => path.startsWith('/tracker/'))
    await page.waitForTimeout(1500)
    expect(tracker()).toEqual([])
    await page.locator('.try-entry a').click()
    await expect.poll(tracker, { timeout: 30_000 }).toHaveLength(2)
    // A face's; hands and rooms are other visits' matter.
    expect(tracker().sort()).toEqual([
      '/tracker/models/face_landmarker.task',
      '/tracker/wasm/vision_wasm_module_internal.wasm',
    ])
    expect(await cameraIsOn(page)).toBe(false)
    expect(await page.locator('dialog').count()).toBe(0)
  })

  it('shows how far it has come', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    now = await tryVisit(
      browser,
      `${baseUrl}/try/round-glasses`,
      { ...PHONE, permissions: ['camera'] },
      async (page) => {
        await withConsent(page)
        await page.route('**/tracker/models/*', async (route) => {
          await held
          await route.continue()
        })
      },
    )
    const { page } = now
    await page.locator('.source-main').click()
    const bar = page.locator('.try-wait progress')
    await bar.waitFor({ timeout: 30_000 })
    // The program has come, the model has not.
    await expect.poll(() => bar.getAttribute('value'), { timeout: 30_000 }).not.toBeNull()
    const share = Number(await bar.getAttribute('value'))
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(1)
    letGo()
    await page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
    expect(await bar.count()).toBe(0)
  })
})
