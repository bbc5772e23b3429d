import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { findings } from './axe'
import { announced, shopIsReady, startBrowser, type Visit } from './storefront-visit'
import { told, tryVisit } from './try-on-visit'

const baseUrl = inject('baseUrl')
let browser: Browser
let now: Visit

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(() => now.end())

describe('the cart', () => {
  it('is filled from a product, changed, emptied, and undone', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/vase`)
    const { page } = now
    await page.locator('.buy button').click()
    expect(await announced(page)).toContain('cart')
    expect(await page.locator('.cart-count').textContent()).toBe('1')
    await page.locator('.buy-look').click()
    await page.locator('.cart-line').waitFor()
    const price = async () =>
      Number((await page.locator('.cart-total output').textContent())?.replace(/\D/g, ''))
    const one = await price()
    await page.getByRole('button', { name: 'One more' }).click()
    expect(await price()).toBe(2 * one)
    await page.locator('.cart-remove').click()
    expect(await page.locator('.cart-line').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await price()).toBe(2 * one)
    expect(await page.locator('.stepper output').textContent()).toBe('2')
    const events = await told(page)
    expect(events.map(({ name }) => name).filter((name) => /cart/.test(String(name)))).toEqual([
      'add_to_cart',
      'view_cart',
      'add_to_cart',
      'remove_from_cart',
      'add_to_cart',
    ])
    expect(events.find(({ name }) => name === 'remove_from_cart')).toMatchObject({
      currency: 'EUR',
      items: [{ quantity: 2 }],
    })
  })

  it('is kept for the next visit and the same in every tab', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/vase`)
    const { page } = now
    await page.locator('.buy button').click()
    const other = await page.context().newPage()
    await other.goto(`${baseUrl}/cart`)
    await shopIsReady(other)
    expect(await other.locator('.cart-line').count()).toBe(1)
    await page.locator('.buy button').click()
    await expect.poll(() => other.locator('.stepper output').textContent()).toBe('2')
  })

  it('holds for the visit where storage is forbidden', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/vase`, {}, (page) =>
      page.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('forbidden', 'SecurityError')
          },
        })
      }),
    )
    await now.page.locator('.buy button').click()
    await now.page.locator('.cart-link').click()
    await now.page.locator('.cart-line').waitFor()
    expect(now.errors).toEqual([])
  })

  it('hands itself to a host shop, and says honestly when there is none', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/vase`)
    const { page } = now
    await page.locator('.buy button').click()
    await page.locator('.buy-look').click()
    const checkout = page.locator('.cart-sum .button-main')
    await checkout.click()
    expect(await page.locator('.cart-sum').textContent()).toContain('sells nothing')
    await page.evaluate(() => {
      document.addEventListener('vitrine-checkout', (event) => {
        event.preventDefault()
        document.body.dataset.lines = JSON.stringify((event as CustomEvent).detail.lines)
      })
    })
    await checkout.click()
    const lines = JSON.parse((await page.evaluate(() => document.body.dataset.lines)) ?? '[]')
    expect(lines).toMatchObject([{ sku: 'vase', quantity: 1 }])
    expect((await told(page)).filter(({ name }) => name === 'begin_checkout')).toHaveLength(2)
  })

  it.each(['en', 'ar'])('is clean in axe and fits 320 px at 200 %%, empty and full, %s', async (language) => {
    now = await tryVisit(browser, `${baseUrl}/cart?lang=${language}`, {
      viewport: { width: 320, height: 640 },
    })
    const { page } = now
    expect(await findings(page)).toEqual([])
    await page.evaluate(() => {
      const line = (sku: string, variant: string) => ({ sku, variant, quantity: 3 })
      const lines = [line('round-glasses', 'honey'), line('field-watch', 'ink'), line('gone', 'x')]
      localStorage.setItem('vitrine.cart', JSON.stringify({ version: 1, lines }))
    })
    await page.reload()
    await shopIsReady(page)
    expect(await page.locator('.cart-line').count()).toBe(2)
    expect(await findings(page)).toEqual([])
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
})
