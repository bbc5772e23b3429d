import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { type Visit, visit } from './storefront-visit'
import { cameraIsOn, startBrowserWithCamera } from './try-on-visit'

let browser: Browser
let now: Visit
beforeAll(async () => {
  browser = await startBrowserWithCamera('discs')
})
afterAll(() => browser?.close())
afterEach(() => now?.end())

it('the page to copy shows glasses on a model, and opens the camera on a press', async () => {
  now = await visit(browser, `${inject('baseUrl')}/demos/try-on/`, { permissions: ['camera'] })
  const { page } = now
  const picture = page.locator('#picture')
  await expect
    .poll(() => picture.getAttribute('aria-label'), { timeout: 60_000 })
    .toBe('A model with the glasses')
  expect(await cameraIsOn(page)).toBe(false)
  expect(await page.locator('#frames input').count()).toBeGreaterThan(1)
  await page.locator('#camera').click()
  await expect.poll(() => cameraIsOn(page), { timeout: 60_000 }).toBe(true)
  // Nobody stands before this camera.
  await expect.poll(() => page.locator('#hint').textContent(), { timeout: 60_000 }).not.toBe('')
  await page.locator('#model').click()
  await expect.poll(() => cameraIsOn(page), { timeout: 20_000 }).toBe(false)
  expect(now.strangers).toEqual([])
  expect(now.violations).toEqual([])
  expect(now.errors).toEqual([])
})
