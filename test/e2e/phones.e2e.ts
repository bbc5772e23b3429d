import jsqr from 'jsqr'
import { type Browser, type BrowserContext, chromium, devices, type Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import type { Catalogue } from '../../src/core/catalogue'
import { speak } from '../core/speak'
import { USER_AGENTS } from '../platform/user-agents'

/**
 * What each kind of device is offered on a product page, asked of the built app. Phones are Playwright's: their user
 * agents, screens and touch, in Chromium; what Chromium cannot be asked (`rel="ar"`) is answered for it.
 */
const baseUrl = inject('baseUrl')
const { port } = new URL(baseUrl)
/** A name in the local network, as a shop under test has it: http there is no secure context. */
const LAN = `http://shop.lan:${port}`

let browser: Browser
let context: BrowserContext | undefined
let sku: string
let variant: string
let files: { usdz: string; sceneViewerGlb: string }

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [...BROWSER_ARGS, '--host-resolver-rules=MAP shop.lan 127.0.0.1'],
    env: BROWSER_ENV as Record<string, string>,
  })
  const catalogue = (await (await fetch(`${baseUrl}/catalogue.json`)).json()) as Catalogue
  // Not the first variant, which every mistake would show as well.
  const found = catalogue.products
    .flatMap((product) => product.variants.slice(1).map((one) => ({ sku: product.sku, ...one })))
    .find((one) => one.usdz && one.sceneViewerGlb)
  if (!found?.usdz || !found.sceneViewerGlb) throw new Error('no product has a second variant with AR files')
  sku = found.sku
  variant = found.id
  files = { usdz: found.usdz, sceneViewerGlb: found.sceneViewerGlb }
})

afterEach(async () => {
  await context?.close()
  context = undefined
})

afterAll(() => browser?.close())

interface Device {
  readonly like?: string
  readonly userAgent?: string
  readonly quickLook?: boolean
  readonly origin?: string
}

/** The chosen product and variant, open on a device, its AR offer decided. */
async function open({ like, userAgent, quickLook, origin = baseUrl }: Device): Promise<Page> {
  const { defaultBrowserType: _, ...device } = like ? (devices[like] ?? {}) : { defaultBrowserType: 0 }
  context = await browser.newContext({ ...device, locale: 'en-GB', ...(userAgent ? { userAgent } : {}) })
  const page = await context.newPage()
  await page.addInitScript((hasQuickLook) => {
    const supports = DOMTokenList.prototype.supports
    DOMTokenList.prototype.supports = function (token) {
      return token === 'ar' ? hasQuickLook : supports.call(this, token)
    }
    // A link that leaves for an AR viewer is noted instead of followed.
    addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link && /^intent:/.test(link.href)) event.preventDefault()
    })
    const click = HTMLElement.prototype.click
    HTMLAnchorElement.prototype.click = function () {
      if (this.rel !== 'ar') return click.call(this)
      const only = this.children.length === 1 ? (this.firstElementChild?.tagName ?? '') : 'several'
      document.documentElement.dataset.quickLook = JSON.stringify({ href: this.href, only })
    }
  }, quickLook ?? false)
  await page.goto(`${origin}/p/${sku}?v=${variant}`)
  await page.waitForSelector('.ar:not(:has([data-waiting]))')
  return page
}

const room = /see it in your room/i
const platform = speak('en', 'platform')

describe('an iPhone', () => {
  it('opens Quick Look with this variant, at true size', async () => {
    const page = await open({ like: 'iPhone 15', quickLook: true })
    await page.getByRole('button', { name: room }).click()
    const noted = page.locator('html[data-quick-look]')
    await noted.waitFor({ state: 'attached' })
    const { href, only } = JSON.parse((await noted.getAttribute('data-quick-look')) ?? '{}')
    const link = new URL(href)
    expect(link.origin + link.pathname).toBe(`${baseUrl}/${files.usdz}`)
    const hash = new URLSearchParams(link.hash.slice(1))
    expect(hash.get('allowsContentScaling')).toBe('0')
    const shared = new URL(hash.get('canonicalWebPageURL') ?? '')
    expect(shared.pathname + shared.search).toContain(`/p/${sku}?v=${variant}`)
    expect(only).toBe('IMG')
    const usdz = await page.request.get(link.href.split('#')[0] ?? '')
    expect(usdz.headers()['content-type']).toContain('model/vnd.usdz+zip')
    expect((await usdz.body()).subarray(0, 2).toString()).toBe('PK')
  })

  it('says what to do inside Instagram', async () => {
    const page = await open({ like: 'iPhone 15', userAgent: USER_AGENTS.iphoneInstagram, quickLook: true })
    const offer = page.locator('.ar')
    expect(await offer.textContent()).toContain(platform('ar.none.in-app-browser', { app: 'Instagram' }))
    expect(await offer.textContent()).toContain(platform('openInBrowser.ios'))
    expect(await page.getByRole('button', { name: room }).count()).toBe(0)
  })
})

describe('a Pixel', () => {
  it('without WebXR opens Scene Viewer with this variant, at true size', async () => {
    const page = await open({ like: 'Pixel 7' })
    const href = (await page.getByRole('link', { name: room }).getAttribute('href')) ?? ''
    expect(href).toMatch(/^intent:\/\/arvr\.google\.com\/scene-viewer\/1\.2\?/)
    expect(href).toMatch(/;package=com\.google\.android\.googlequicksearchbox;.*;end;$/)
    const asked = new URL(href.replace(/^intent:/, 'https:'))
    expect(asked.searchParams.get('file')).toBe(`${baseUrl}/${files.sceneViewerGlb}`)
    expect(asked.searchParams.get('resizable')).toBe('false')
    const glb = await page.request.get(asked.searchParams.get('file') ?? '')
    expect((await glb.body()).subarray(0, 4).toString()).toBe('glTF')
  })

  it('that came back without AR is told so', async () => {
    const page = await open({ like: 'Pixel 7' })
    await page.evaluate(() => {
      location.hash = '#no-scene-viewer'
    })
    await page.getByText(platform('sceneViewer.returned')).waitFor()
  })

  it('is told that AR needs HTTPS on an http address', async () => {
    const page = await open({ like: 'Pixel 7', origin: LAN })
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    expect(await page.locator('.ar').textContent()).toContain(platform('ar.none.no-https'))
  })

  it('gets a link out of Instagram to this very variant', async () => {
    const page = await open({ like: 'Pixel 7', userAgent: USER_AGENTS.pixelInstagram })
    expect(await page.locator('.ar').textContent()).toContain('inside Instagram')
    const href = await page
      .getByRole('link', { name: platform('ar.out.open-in-browser') })
      .getAttribute('href')
    expect(href).toContain(`/p/${sku}?v=${variant}`)
    expect(href).toMatch(/^intent:\/\/127\.0\.0\.1:\d+\/.*#Intent;scheme=http;/)
  })
})

describe('a desktop', () => {
  /** The text in the QR code on screen, read from its pixels. */
  async function scan(page: Page): Promise<URL> {
    const code = page.getByRole('dialog').getByRole('img')
    await code.locator('path[d^=M]').waitFor({ state: 'attached' })
    // With the sheet around it, as a camera sees it: a code needs its quiet margin.
    const picture = await page.getByRole('dialog').screenshot()
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    // The package is CommonJS; bundlers and Node disagree on its default.
    const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr
    const found = read(new Uint8ClampedArray(data), info.width, info.height)
    if (!found) throw new Error('no phone could read this code')
    return new URL(found.data)
  }

  it.each(['en', 'ar'])(
    'shows a code that opens this product and variant on the phone (%s)',
    async (lang) => {
      const page = await open({})
      if (lang !== 'en') await page.goto(`${baseUrl}/p/${sku}?v=${variant}&lang=${lang}`)
      await page.locator('.ar button.button-main:not([data-waiting])').click()
      const link = await scan(page)
      expect(link.origin).toBe(baseUrl)
      expect(link.pathname).toBe(`/p/${sku}`)
      expect(link.searchParams.get('v')).toBe(variant)
      expect(link.searchParams.get('lang')).toBe(lang)
    },
  )

  it('follows the variant that is chosen', async () => {
    const page = await open({})
    await page.getByRole('radio').first().check({ force: true })
    await page.getByRole('button', { name: room }).click()
    expect((await scan(page)).searchParams.get('v')).not.toBe(variant)
  })

  it('is told when the phone could not open the address, or would get no AR there', async () => {
    const local = await open({})
    await local.getByRole('button', { name: room }).click()
    expect(await local.getByRole('dialog').textContent()).toContain(platform('ar.caution.local-address'))
    await context?.close()
    const lan = await open({ origin: LAN })
    await lan.getByRole('button', { name: room }).click()
    expect(await lan.getByRole('dialog').textContent()).toContain(platform('ar.caution.no-https'))
  })
})
