import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import {
  announced,
  shopIsReady,
  startBrowser,
  type Visit,
  viewIsReady,
  viewPixels,
  visit,
} from './storefront-visit'

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

async function open(path: string, options: Parameters<typeof visit>[2] = {}) {
  now = await visit(browser, baseUrl + path, options)
  return now.page
}

describe('the catalogue', () => {
  it('is HTML before any script, in the reader’s language', async () => {
    for (const [language, name] of Object.entries(catalogue.products[0]?.name ?? {})) {
      const html = await (await fetch(`${baseUrl}/?lang=${language}`)).text()
      expect(html).toContain(`lang="${language}"`)
      expect(html).toContain(name)
      expect(html).toContain('/p/')
    }
  })

  it('finds by word in any language, without diacritics, and says how many', async () => {
    const page = await open('/')
    await shopIsReady(page)
    const all = catalogue.products.length
    expect(await page.locator('.card').count()).toBe(all)
    const product = catalogue.products.find(({ name }) => name.es)
    await page.getByRole('searchbox').fill((product?.name.es ?? '').normalize('NFD').replace(/\p{M}/gu, ''))
    await expect.poll(() => page.locator('.card').count()).toBe(1)
    await expect.poll(() => page.url()).toContain('q=')
    expect(await page.locator('.count').textContent()).toContain('1')
    await page.getByRole('searchbox').fill('zzzz')
    await expect.poll(() => page.locator('.card').count()).toBe(0)
    await page.locator('.nothing a').click()
    await expect.poll(() => page.locator('.card').count()).toBe(all)
  })

  it('filters by kind in the address, which can be opened again', async () => {
    const page = await open('/')
    await shopIsReady(page)
    const kind = catalogue.kinds.at(-1)
    const count = catalogue.products.filter((product) => product.kind === kind?.id).length
    await page.locator(`.kinds a[href*="${kind?.id}"]`).click()
    await expect.poll(() => page.url()).toContain(`kind=${kind?.id}`)
    await expect.poll(() => page.locator('.card').count()).toBe(count)
    await page.reload()
    await expect.poll(() => page.locator('.card').count()).toBe(count)
  })

  it('tells its own page what happens, by GA4’s names, and nobody else', async () => {
    now = await visit(browser, `${baseUrl}/`, {}, (page) =>
      page.addInitScript(() => {
        const told: unknown[] = []
        document.addEventListener('vitrine', (event) => told.push((event as CustomEvent).detail))
        Object.assign(window, { told })
      }),
    )
    const { page } = now
    const told = () => page.evaluate(() => (window as unknown as { told: { name: string }[] }).told)
    const names = async () => (await told()).map(({ name }) => name)
    await shopIsReady(page)
    expect(await told()).toMatchObject([
      {
        name: 'view_item_list',
        item_list_id: 'all',
        items: catalogue.products.map(({ sku }) => ({ item_id: sku })),
      },
    ])
    await page.locator('.card a').first().click()
    await expect.poll(names).toEqual(['view_item_list', 'select_item', 'view_item'])
    const [product] = catalogue.products
    const [first, second] = product?.variants ?? []
    expect((await told()).at(-1)).toMatchObject({
      currency: first?.price.currency,
      value: (first?.price.minor ?? 0) / 100,
      items: [{ item_id: product?.sku, item_variant: first?.id }],
    })
    await page.locator(`.variant input[value="${second?.id}"]`).check({ force: true })
    await expect.poll(names).toContain('variant_select')
    await page.getByRole('button', { name: 'room' }).first().click()
    await expect.poll(names).toContain('ar_start')
    expect((await told()).at(-1)).toEqual({
      name: 'ar_start',
      mode: 'phone-qr',
      item_id: product?.sku,
      item_variant: second?.id,
    })
  })

  it('does not fetch the 3D engine', async () => {
    const page = await open('/')
    await shopIsReady(page)
    await page.waitForTimeout(500)
    expect(now?.fetched.filter((path) => /\/(three|viewer)-|\.glb$/.test(path)).length).toBe(0)
  })

  it('changes language for good, and its direction', async () => {
    const page = await open('/')
    await shopIsReady(page)
    await page.getByRole('combobox').selectOption('ar')
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('.card h2').first().textContent()).toBe(catalogue.products[0]?.name.ar)
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await shopIsReady(page)
    expect(await page.locator('.card h2').first().textContent()).toBe(catalogue.products[0]?.name.ar)
  })
})

describe('a product', () => {
  const chair = () => {
    const product = catalogue.products.find(({ variants }) => variants.length > 1)
    const [first, second] = product?.variants ?? []
    if (!product || !first || !second) throw new Error('no product has two variants')
    return { product, first, second }
  }

  it('shows its picture before the view, and the view in the variant of the address', async () => {
    const { product, second } = chair()
    const page = await open(`/p/${product.sku}?v=${second.id}`)
    expect(await page.locator('.stage-poster').getAttribute('src')).toBe(`/${second.poster}`)
    await viewIsReady(page)
    expect(await page.locator('.stage-poster').isVisible()).toBe(false)
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(second.id)
  })

  it('changes variant: pixels, price, address, and says so', async () => {
    const { product, second } = chair()
    const page = await open(`/p/${product.sku}`)
    await viewIsReady(page)
    const before = await viewPixels(page)
    await page.getByRole('radio', { name: second.name.en }).check()
    await expect.poll(() => page.url()).toContain(`v=${second.id}`)
    await expect.poll(async () => (await viewPixels(page)).equals(before), { timeout: 15_000 }).toBe(false)
    expect(await announced(page)).toContain(second.name.en)
  })

  it('is chosen before React has come, and React keeps the choice', async () => {
    const { product, second } = chair()
    now = await visit(browser, `${baseUrl}/p/${product.sku}`, {}, (page) =>
      page.route('**/assets/take-over-*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500))
        await route.continue()
      }),
    )
    const { page } = now
    await page.locator(`input[value="${second.id}"]`).check({ force: true })
    expect(page.url()).toContain(`v=${second.id}`)
    await viewIsReady(page)
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(second.id)
  })

  it('draws its size on the object, in centimetres and inches', async () => {
    const { product } = chair()
    const page = await open(`/p/${product.sku}`)
    await viewIsReady(page)
    const toggle = page.locator('.tool[aria-pressed]')
    await toggle.click()
    expect(await toggle.getAttribute('aria-pressed')).toBe('true')
    const drawn = (await page.locator('.stage-view').textContent()) ?? ''
    expect(drawn).toMatch(/cm/)
    expect(drawn).toMatch(/in/)
    const rows = await page.locator('.size tr').allTextContents()
    expect(rows).toHaveLength(3)
    expect(rows[1]).toContain(`${Math.round(product.dimensions.height * 100)} cm`)
    await toggle.click()
    await expect.poll(() => page.locator('.stage-view').textContent()).not.toMatch(/cm/)
  })

  it('is left and entered without another renderer; title, focus and scroll follow', async () => {
    const page = await open('/?stats')
    await shopIsReady(page)
    const scrolled = () => page.evaluate(() => scrollY)
    // From the middle of the list, where what lies above must come back at its full height.
    for (const product of catalogue.products.slice(20, 23)) {
      const link = page.locator(`.card a[href^="/p/${product.sku}"]`)
      await link.scrollIntoViewIfNeeded()
      const left = await scrolled()
      expect(left).toBeGreaterThan(200)
      await link.click()
      await viewIsReady(page)
      expect(await page.title()).toContain(product.name.en)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      expect(await scrolled()).toBe(0)
      expect(await page.locator('canvas').count()).toBe(1)
      await page.goBack()
      await expect.poll(() => page.locator('.card').count()).toBe(catalogue.products.length)
      await expect.poll(async () => Math.abs((await scrolled()) - left)).toBeLessThan(2)
    }
  })

  it('draws nothing while nobody moves it', async () => {
    const { product } = chair()
    const page = await open(`/p/${product.sku}?stats`)
    await viewIsReady(page)
    await page.waitForTimeout(1000)
    const frames = () =>
      page.evaluate(() => {
        const { vitrine } = globalThis as { vitrine?: { stats(): { framesDrawn: number } } }
        return vitrine?.stats().framesDrawn
      })
    const before = await frames()
    await page.waitForTimeout(1500)
    expect(await frames()).toBe(before)
  })

  it('keeps the picture, says why and tries again when the model does not come', async () => {
    const { product } = chair()
    let fail = true
    now = await visit(browser, `${baseUrl}/p/${product.sku}`, {}, (page) =>
      page.route('**/*.glb', (route) => (fail ? route.abort() : route.continue())),
    )
    const { page } = now
    await page.waitForSelector('.stage-notice')
    expect(await page.locator('.stage-poster').isVisible()).toBe(true)
    fail = false
    await page.locator('.stage-notice button').click()
    await viewIsReady(page)
    // The browser's own line about the request that this test broke.
    now.errors.length = 0
  })

  it('keeps the picture and says why where there is no WebGL', async () => {
    const { product } = chair()
    now = await visit(browser, `${baseUrl}/p/${product.sku}`, {}, (page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      }),
    )
    const { page } = now
    await page.waitForSelector('.stage-notice')
    expect(await page.locator('.stage-poster').isVisible()).toBe(true)
    await shopIsReady(page)
    // three says on the console what the page says on screen.
    now.errors.length = 0
  })

  it('says when the graphics are taken away, and begins anew', async () => {
    const { product } = chair()
    const page = await open(`/p/${product.sku}`)
    await viewIsReady(page)
    await page.locator('.stage-view canvas').evaluate((canvas: HTMLCanvasElement) => {
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.waitForSelector('.stage-notice')
    expect(await page.locator('.stage-poster').isVisible()).toBe(true)
    await page.locator('.stage-notice button').click()
    await viewIsReady(page)
    expect(await page.locator('canvas').count()).toBe(1)
    // three says it on the console, too.
    if (now) now.errors.length = 0
  })

  it('offers a way home where nothing is', async () => {
    const response = await fetch(`${baseUrl}/nowhere`, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(404)
    const page = await open('/p/no-such-thing')
    await shopIsReady(page)
    await page.locator('main a').click()
    await expect.poll(() => page.locator('.card').count()).toBe(catalogue.products.length)
    if (now) now.errors.length = 0
  })
})
