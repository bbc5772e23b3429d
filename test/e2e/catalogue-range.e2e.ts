import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { footprintTotal } from '../../src/core/footprint'
import { shopIsReady, startBrowser, type Visit, visit } from './storefront-visit'

const baseUrl = inject('baseUrl')
let browser: Browser
let catalogue: Catalogue
let now: Visit | undefined

beforeAll(async () => {
  browser = await startBrowser()
  catalogue = (await (await fetch(`${baseUrl}/catalogue.json`)).json()) as Catalogue
})
afterAll(() => browser?.close())
afterEach(async () => {
  const ended = now
  now = undefined
  await ended?.end()
  expect(ended?.errors ?? []).toEqual([])
  expect(ended?.violations ?? []).toEqual([])
  expect(ended?.strangers ?? []).toEqual([])
})

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe('a range of many products', () => {
  it('has at least thirty, and every kind has its goods', () => {
    expect(catalogue.products.length).toBeGreaterThanOrEqual(30)
    for (const { id } of catalogue.kinds) {
      expect(
        catalogue.products.some(({ kind }) => kind === id),
        id,
      ).toBe(true)
    }
  })

  it('fetches the pictures that come near, and the others when they do', async () => {
    now = await visit(browser, `${baseUrl}/`, phone)
    const { page, fetched } = now
    await shopIsReady(page)
    await page.waitForTimeout(800)
    const pictures = () => new Set(fetched.filter((path) => path.endsWith('.webp'))).size
    expect(pictures()).toBeGreaterThan(3)
    expect(pictures()).toBeLessThan(catalogue.products.length * 0.75)
    const last = page.locator('.card').last()
    await last.scrollIntoViewIfNeeded()
    await expect
      .poll(() => last.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(800)
  })

  it('lays cards two across on a phone and never wider than the glass', async () => {
    now = await visit(browser, `${baseUrl}/?lang=ar`, phone)
    const { page } = now
    await shopIsReady(page)
    const [first, second] = await Promise.all([0, 1].map((i) => page.locator('.card').nth(i).boundingBox()))
    expect(first?.y).toBeCloseTo(second?.y ?? -1, 0)
    // Right to left: the first card is on the right.
    expect(first?.x ?? 0).toBeGreaterThan(second?.x ?? 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    // The row of kinds goes on beyond the edge, and keys reach its end.
    const last = page.locator('.kinds a').last()
    await last.focus()
    await expect.poll(async () => ((await last.boundingBox())?.x ?? -1) >= 0).toBe(true)
  })
})

describe('what a product page says of a product', () => {
  it.each(['en', 'zh', 'es', 'ar'] as const)(
    'its country and its footprint, marked as an example (%s)',
    async (language) => {
      const product = catalogue.products.find(({ facts }) => facts.footprint && facts.madeIn)
      const { madeIn = '', footprint } = product?.facts ?? {}
      now = await visit(browser, `${baseUrl}/p/${product?.sku}?lang=${language}`)
      const { page } = now
      await shopIsReady(page)
      const country = new Intl.DisplayNames(language, { type: 'region' }).of(madeIn) ?? ''
      expect(await page.locator('.facts').textContent()).toContain(country)
      const table = page.locator('.footprint')
      expect(await table.locator('tr').count()).toBe(5)
      expect(await table.locator('.footprint-example').isVisible()).toBe(true)
      if (language === 'en' && footprint) {
        const total = new Intl.NumberFormat('en').format(footprintTotal(footprint))
        expect(await table.locator('caption').textContent()).toContain(`${total} kg`)
      }
    },
  )
})
