import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import { encodeRoom } from '../../src/core/room-code'
import { findings } from './axe'
import { announced, shopIsReady, startBrowser, type Visit, viewIsReady, visit } from './storefront-visit'

const baseUrl = inject('baseUrl')
let browser: Browser
let now: Visit
let catalogue: Catalogue

beforeAll(async () => {
  browser = await startBrowser()
  catalogue = (await (await fetch(`${baseUrl}/catalogue.json`)).json()) as Catalogue
})
afterAll(() => browser?.close())
afterEach(() => now.end())

function room(): string {
  const [a, b] = catalogue.products
  if (!a?.variants[0] || !b?.variants[0]) throw new Error('the catalogue is too small')
  return encodeRoom({
    items: [
      { id: 'a', sku: a.sku, variant: a.variants[0].id, pose: { x: 0, y: 0, z: 0, yaw: 0 } },
      { id: 'b', sku: b.sku, variant: b.variants[0].id, pose: { x: 1.2, y: 0, z: 0, yaw: 0.5 } },
    ],
  })
}

describe.each(['en', 'ar'])('axe, %s', (language) => {
  it('finds nothing on the catalogue', async () => {
    now = await visit(browser, `${baseUrl}/?lang=${language}`)
    await shopIsReady(now.page)
    expect(await findings(now.page)).toEqual([])
  })
  it('finds nothing on a product, nor in its sheet for the phone', async () => {
    now = await visit(browser, `${baseUrl}/p/${catalogue.products[0]?.sku}?lang=${language}`)
    await viewIsReady(now.page)
    expect(await findings(now.page)).toEqual([])
    await now.page.locator('.ar button').click()
    await now.page.waitForSelector('dialog[open]')
    expect(await findings(now.page)).toEqual([])
  })
  it('finds nothing on the page for files', async () => {
    now = await visit(browser, `${baseUrl}/file?lang=${language}`)
    await shopIsReady(now.page)
    expect(await findings(now.page)).toEqual([])
  })
  it('finds nothing on a shared room, nor on one that cannot be read', async () => {
    now = await visit(browser, `${baseUrl}/room?lang=${language}#${room()}`)
    await viewIsReady(now.page)
    expect(await now.page.locator('.room-item').count()).toBe(2)
    expect(await findings(now.page)).toEqual([])
    await now.page.evaluate(() => {
      location.hash = '1_vase.iron.x'
    })
    await now.page.waitForSelector('.sentence-page')
    expect(await findings(now.page)).toEqual([])
  })
})

describe('by keyboard alone', () => {
  /** Tabs until an element matching the selector has the focus. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    }
    throw new Error(`no Tab leads to ${selector}`)
  }

  it('a shopper skips to the content, opens a product, turns it and changes its variant', async () => {
    now = await visit(browser, `${baseUrl}/`)
    const { page } = now
    await shopIsReady(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(page, '.card a')
    await page.keyboard.press('Enter')
    await viewIsReady(page)
    await tabTo(page, 'canvas')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(label).toContain(catalogue.products[0]?.name.en)
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => announced(page), { timeout: 10_000 }).toMatch(/side|right|left|back|front/i)
    await tabTo(page, 'input[type=radio]')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain(`v=${catalogue.products[0]?.variants[1]?.id}`)
  })

  it('a shopper enters the emulated room and places the product', async () => {
    const sku = catalogue.products[0]?.sku
    now = await visit(browser, `${baseUrl}/p/${sku}?xr=emulate-phone&lang=en`)
    const { page } = now
    await viewIsReady(page)
    await tabTo(page, '.ar button:not([data-waiting])')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#room-overlay button', { timeout: 60_000 })
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Tab')
          const place = await page.evaluate(() => {
            const text = document.activeElement?.textContent ?? ''
            return /Place here/.test(text) && !(document.activeElement as HTMLButtonElement).disabled
          })
          if (!place) return false
          await page.keyboard.press('Enter')
          return true
        },
        { timeout: 30_000, interval: 100 },
      )
      .toBe(true)
    await expect
      .poll(() => page.locator('#room-overlay').textContent(), { timeout: 15_000 })
      .toMatch(/Add another|Remove|Move/)
  })
})

describe('on small screens and with large text', () => {
  it.each([
    ['/', 320],
    ['/p/PRODUCT', 320],
    ['/file', 320],
    ['/', 1920],
  ])('%s at %i px does not scroll sideways', async (path, width) => {
    now = await visit(browser, baseUrl + path.replace('PRODUCT', catalogue.products[0]?.sku ?? ''), {
      viewport: { width, height: 640 },
    })
    await shopIsReady(now.page)
    const overflow = () => now.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await now.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow()).toBeLessThanOrEqual(0)
  })

  it('gives a finger room: targets of 44 px', async () => {
    now = await visit(browser, `${baseUrl}/p/${catalogue.products[0]?.sku}`, {
      viewport: { width: 390, height: 844 },
    })
    await viewIsReady(now.page)
    const small = await now.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, select, label.variant, label.button')]
        .filter((element) => !element.matches('.skip') && element.offsetParent !== null)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`),
    )
    expect(small).toEqual([])
  })
})
