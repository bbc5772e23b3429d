import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { findings } from './axe'
import { announced, type Visit, visit } from './storefront-visit'
import { cameraIsOn, PHONE, startBrowserWithCamera, told, tryVisit, withConsent } from './try-on-visit'

const baseUrl = inject('baseUrl')
const GLASSES = `${baseUrl}/try/round-glasses`
const ALLOWED = { ...PHONE, permissions: ['camera'] }
let browser: Browser
let blind: Browser
let now: Visit

beforeAll(async () => {
  browser = await startBrowserWithCamera('discs')
  blind = await startBrowserWithCamera('none')
})
afterAll(() => Promise.all([browser?.close(), blind?.close()]))
afterEach(() => now.end())

/** Waits until the picture runs. */
const runs = (page: Page) => page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
const faultOf = async (page: Page) => {
  const card = page.locator('.try-card')
  await card.waitFor({ timeout: 60_000 })
  return card.getAttribute('data-fault')
}

describe('consent', () => {
  it('is asked for also when the press came before the page could answer', async () => {
    now = await visit(browser, GLASSES, PHONE, async (page) => {
      await page.route('**/catalogue.json', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500))
        await route.continue()
      })
    })
    const { page } = now
    await page.locator('.source-main').click()
    expect(await page.locator('dialog').count()).toBe(0)
    await page.locator('dialog .button-main').waitFor({ timeout: 20_000 })
    // Once: a second press would have closed it, or opened another.
    expect(await page.locator('dialog[open]').count()).toBe(1)
  })

  it('comes before the camera, opens it, is remembered, and can be taken back', async () => {
    now = await tryVisit(browser, `${baseUrl}/p/round-glasses?v=black`, ALLOWED, (page) =>
      page.addInitScript(() => {
        const { mediaDevices } = navigator
        const open = mediaDevices.getUserMedia.bind(mediaDevices)
        Object.assign(globalThis, { asked: 0 })
        mediaDevices.getUserMedia = (wanted) => {
          ;(globalThis as unknown as { asked: number }).asked += 1
          return open(wanted)
        }
      }),
    )
    const { page } = now
    const asked = () => page.evaluate(() => (globalThis as unknown as { asked: number }).asked)
    await page.locator('.try-entry a').click()
    await expect.poll(() => page.url()).toContain('/try/round-glasses?v=black')
    await page.locator('.source-main').click()
    expect(await page.locator('dialog').textContent()).toContain('this device')
    expect(await asked()).toBe(0)
    await page.locator('dialog .button-main').click()
    await runs(page)
    expect(await cameraIsOn(page)).toBe(true)
    const kept = () => page.evaluate(() => localStorage.getItem('vitrine.camera-consent'))
    // A version and a day, and nothing of the shopper.
    expect(JSON.parse((await kept()) ?? '')).toEqual({
      version: 1,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })

    await page.locator('.try-stop').click()
    await page.locator('.source-main').waitFor()
    expect(await cameraIsOn(page)).toBe(false)
    // Remembered: not asked again.
    await page.locator('.source-main').click()
    await runs(page)
    await page.locator('.try-top button').last().click()
    await page.locator('dialog .settings-part button').click()
    await expect.poll(() => cameraIsOn(page)).toBe(false)
    expect(await kept()).toBeNull()
    expect(await announced(page)).toContain('forgotten')
    const camera = await asked()
    await page.keyboard.press('Escape')
    await page.locator('.source-main').click()
    await page.locator('dialog .button-main').waitFor()
    expect(await asked()).toBe(camera)

    const events = await told(page)
    const names = events.map(({ name }) => name)
    expect(names.filter((name) => name === 'tryon_start')).toHaveLength(2)
    expect(names.filter((name) => name === 'tryon_end')).toHaveLength(2)
    expect(events.find(({ name }) => name === 'tryon_start')).toEqual({
      name: 'tryon_start',
      way: 'camera',
      item_id: 'round-glasses',
      item_variant: 'black',
    })
    expect(now.strangers).toEqual([])
    expect(now.violations).toEqual([])
  })

  it('turned down leaves everything as it was', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED)
    await now.page.locator('.source-main').click()
    await now.page.keyboard.press('Escape')
    await expect.poll(() => now.page.locator('dialog').count()).toBe(0)
    expect(await cameraIsOn(now.page)).toBe(false)
    expect(await now.page.locator('.source-main').isVisible()).toBe(true)
  })

  it('the camera goes off when the shopper leaves the page', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED, withConsent)
    const { page } = now
    await page.locator('.source-main').click()
    await runs(page)
    await page.evaluate(() => {
      Object.assign(globalThis, {
        track: (document.querySelector('video')?.srcObject as MediaStream | undefined)?.getTracks()[0],
      })
    })
    await page.locator('.try-top a').click()
    await expect.poll(() => page.url()).toContain('/p/round-glasses')
    const state = () =>
      page.evaluate(() => (globalThis as unknown as { track: MediaStreamTrack }).track.readyState)
    await expect.poll(state).toBe('ended')
    expect(await page.locator('video').count()).toBe(0)
  })
})

describe('an address in a language’s folder', () => {
  const leadsToPage = async () => {
    await expect.poll(() => now.page.url()).toContain('/try/round-glasses?v=black&lang=es')
    expect(await now.page.evaluate(() => document.documentElement.lang)).toBe('es')
    expect(await now.page.locator('h1').textContent()).toContain('Pruébate')
    expect(now.errors).toEqual([])
  }

  it('leads to the page', async () => {
    now = await tryVisit(browser, `${baseUrl}/es/try/round-glasses?v=black`)
    await leadsToPage()
  })

  it('is put right where a host serves the folder as it lies', async () => {
    const html = await (await fetch(`${GLASSES}?lang=es`)).text()
    now = await tryVisit(browser, `${baseUrl}/es/try/round-glasses?v=black`, {}, (page) =>
      page.route('**/es/try/**', (route) => route.fulfill({ contentType: 'text/html', body: html })),
    )
    await leadsToPage()
  })
})

describe('a model', () => {
  it('needs no camera and no consent, loads no tracker, and turns by keys', async () => {
    now = await tryVisit(browser, GLASSES, { ...PHONE, permissions: [] })
    const { page, fetched } = now
    await expect.poll(() => page.locator('.source-models button').count(), { timeout: 20_000 }).toBe(6)
    await page.locator('.source-models button').first().click()
    await runs(page)
    await expect.poll(() => page.locator('.try-host').getAttribute('aria-label')).toContain('is in place')
    const turn = page.locator('.turn input')
    expect(await turn.getAttribute('aria-valuetext')).toBe('Facing the camera')
    await turn.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => turn.getAttribute('aria-valuetext')).toBe('Turned 10° to their left')
    await expect.poll(() => fetched.some((path) => path.endsWith('/4.webp'))).toBe(true)
    expect(await page.locator('video').count()).toBe(0)
    // What is measured on a model is not told of the shopper.
    expect(await page.locator('.try-panel').textContent()).not.toContain('pupils')
  })
})

describe('what goes wrong has a sentence and ways on', () => {
  it('a small picture that cannot be fetched: its name in its place, until the device is connected again', async () => {
    now = await tryVisit(browser, GLASSES, PHONE, (page) =>
      page.route('**/browline-glasses/*.webp', (route) => route.abort()),
    )
    const { page } = now
    await page.locator('.source-models button').first().click()
    await runs(page)
    const piece = page.locator('.piece').nth(1)
    await expect.poll(() => piece.locator('.thumbnail-gone').textContent()).toContain('browline')
    expect(await page.locator('.thumbnail-gone').count()).toBe(1)
    await page.unrouteAll()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => piece.locator('img').count()).toBe(1)
  })

  it('a refused camera', async () => {
    // A context that grants nothing: a headless browser refuses by itself.
    now = await tryVisit(browser, GLASSES, PHONE, withConsent)
    await now.page.locator('.source-main').click()
    expect(await faultOf(now.page)).toBe('camera-denied')
    expect(await announced(now.page)).toContain('not allowed')
    expect((await told(now.page)).at(-1)).toEqual({ name: 'tryon_fault', code: 'camera-denied' })
    expect(await now.page.locator('.try-card button').count()).toBeGreaterThanOrEqual(2)
  })

  it('no camera, and then a photo instead', async () => {
    now = await tryVisit(blind, GLASSES, ALLOWED, withConsent)
    const { page } = now
    await page.locator('.source-main').click()
    expect(await faultOf(page)).toBe('camera-missing')
    await page.locator('.try-card button').last().click()
    await page.locator('dialog input[type=file]').setInputFiles({
      name: 'notes.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('these are not pixels'),
    })
    await expect.poll(() => faultOf(page)).toBe('photo-unreadable')
  })

  it('a photo without a face', async () => {
    now = await tryVisit(browser, GLASSES, PHONE)
    const { page } = now
    const shot = await page.locator('.try-poster').screenshot()
    await page
      .locator('.source-file input')
      .setInputFiles({ name: 'glasses.png', mimeType: 'image/png', buffer: shot })
    expect(await faultOf(page)).toBe('photo-no-face')
  })

  it('a piece that cannot be fetched, until another is chosen', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED, async (page) => {
      await withConsent(page)
      await page.route('**/round-glasses.glb', (route) => route.abort())
    })
    await now.page.locator('.source-main').click()
    expect(await faultOf(now.page)).toBe('model-unreachable')
    await now.page.locator('.piece').nth(1).click()
    await runs(now.page)
    expect(await now.page.locator('.try-card').count()).toBe(0)
  })

  it('a camera that a page around this one forbids', async () => {
    // The shop's own pages frame nothing, so the page around is made here.
    const html = `<iframe src="${GLASSES}" allow="camera 'none'" width="390" height="800"></iframe>`
    now = await visit(browser, `${baseUrl}/around`, ALLOWED, async (page) => {
      await withConsent(page)
      await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    })
    const frame = now.page.frameLocator('iframe')
    await frame.locator('#shop[data-ready]').waitFor({ state: 'attached', timeout: 60_000 })
    await frame.locator('.source-main').click()
    await frame.locator('.try-card').waitFor()
    expect(await frame.locator('.try-card').textContent()).toContain('allow="camera"')
  })
})

describe('by keyboard alone', () => {
  it('chooses, agrees, draws the line, changes the piece and takes a picture', async () => {
    now = await tryVisit(browser, GLASSES, {
      viewport: { width: 1280, height: 800 },
      permissions: ['camera'],
    })
    const { page } = now
    const press = async (selector: string, key = 'Enter') => {
      for (let i = 0; i < 40; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
          await page.keyboard.press(key)
          return
        }
        await page.keyboard.press('Tab')
      }
      throw new Error(`no Tab leads to ${selector}`)
    }
    await press('.source-main')
    await press('dialog .button-main')
    await runs(page)
    await press('.try-tool')
    await press('[role=slider]', 'Home')
    const line = page.locator('[role=slider]')
    expect(await line.getAttribute('aria-valuenow')).toBe('0')
    await page.keyboard.press('ArrowRight')
    expect(await line.getAttribute('aria-valuenow')).toBe('5')
    await press('.piece input', 'ArrowRight')
    await expect.poll(() => page.url()).toContain('/try/browline-glasses')
    expect(await cameraIsOn(page)).toBe(true)
    await page.locator('.try-release').focus()
    await press('.try-release')
    await page.locator('dialog .picture').waitFor()
    const save = page.locator('dialog a[download]')
    expect(await save.getAttribute('href')).toMatch(/^blob:/)
    expect((await told(page)).some(({ name }) => name === 'tryon_picture')).toBe(true)
  })
})

describe.each(['en', 'ar'])('axe and size, %s', (language) => {
  it('choice, consent, settings, live and fault', async () => {
    now = await tryVisit(browser, `${GLASSES}?lang=${language}`, ALLOWED)
    const { page } = now
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await findings(page)).toEqual([])
    await page.locator('.source-main').click()
    expect(await findings(page)).toEqual([])
    await page.locator('dialog .button-main').click()
    await runs(page)
    await page.locator('.try-tool').first().click()
    expect(await findings(page)).toEqual([])
    await page.locator('.try-top button').last().click()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.try-tool').last().click()
    await page
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') })
    expect(await faultOf(page)).toBe('photo-unreadable')
    expect(await findings(page)).toEqual([])
  })

  it('does not scroll sideways at 320 px with text at 200 %, and gives a finger 48 px', async () => {
    now = await tryVisit(
      browser,
      `${GLASSES}?lang=${language}`,
      {
        viewport: { width: 320, height: 640 },
        permissions: ['camera'],
      },
      withConsent,
    )
    const { page } = now
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.locator('.source-main').click()
    await runs(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.try-live :is(a[href], button, label)')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 48 || box.width < 48))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`),
    )
    expect(small).toEqual([])
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow()).toBeLessThanOrEqual(0)
    const view = await page.locator('.try-view').boundingBox()
    expect(view?.height).toBeGreaterThan(150)
  })
})
