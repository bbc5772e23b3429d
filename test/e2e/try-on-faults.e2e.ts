import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { announced, type Visit } from './storefront-visit'
import { cameraIsOn, PHONE, startBrowserWithCamera, tryVisit, withConsent } from './try-on-visit'

const GLASSES = `${inject('baseUrl')}/try/round-glasses`
const ALLOWED = { ...PHONE, permissions: ['camera'] }

let browser: Browser
let now: Visit
beforeAll(async () => {
  browser = await startBrowserWithCamera('discs')
})
afterAll(() => browser?.close())
afterEach(() => now?.end())

const runs = (page: Page) => page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })

/** Asks for the camera on a device that is prepared so, and returns the fault that is shown. */
async function faultWith(prepare: (page: Page) => Promise<unknown>): Promise<string | null> {
  now = await tryVisit(browser, GLASSES, ALLOWED, async (page) => {
    await withConsent(page)
    await prepare(page)
  })
  await now.page.locator('.source-main').click()
  return shown(now.page)
}
async function shown(page: Page): Promise<string | null> {
  const card = page.locator('.try-card')
  await card.waitFor({ timeout: 60_000 })
  // Seen and heard: a heading, what to do, and a way on.
  expect(await card.locator('h2').textContent()).not.toBe('')
  expect(await card.locator('p').first().textContent()).not.toBe('')
  expect(await announced(page)).toContain(await card.locator('h2').textContent())
  return card.getAttribute('data-fault')
}
const again = (page: Page) => page.locator('.try-card').getByRole('button', { name: 'Try again' })

describe('a camera', () => {
  it('that another program holds is asked again', async () => {
    const fault = await faultWith((page) =>
      page.addInitScript(() => {
        const { mediaDevices } = navigator
        const open = mediaDevices.getUserMedia.bind(mediaDevices)
        let asked = 0
        mediaDevices.getUserMedia = async (wanted) => {
          asked += 1
          // As browsers say it of a camera in use. Source: Media Capture and Streams, getUserMedia().
          if (asked === 1) throw new DOMException('in use', 'NotReadableError')
          return open(wanted)
        }
      }),
    )
    expect(fault).toBe('camera-busy')
    const { page } = now
    await again(page).click()
    await runs(page)
    expect(await cameraIsOn(page)).toBe(true)
  })

  it('that is pulled out is told, and opened again when it is back', async () => {
    now = await tryVisit(browser, GLASSES, ALLOWED, withConsent)
    const { page } = now
    await page.locator('.source-main').click()
    await runs(page)
    await page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject
      if (!(stream instanceof MediaStream)) throw new Error('no stream')
      for (const track of stream.getTracks()) {
        track.stop()
        // Told only when it was not the page that stopped it.
        track.dispatchEvent(new Event('ended'))
      }
    })
    expect(await shown(page)).toBe('camera-lost')
    await again(page).click()
    await runs(page)
    expect(await cameraIsOn(page)).toBe(true)
  })

  it('on a page without https is not asked for at all', async () => {
    const fault = await faultWith((page) =>
      page.addInitScript(() => {
        Object.defineProperty(globalThis, 'isSecureContext', { value: false })
        navigator.mediaDevices.getUserMedia = () => {
          document.documentElement.dataset.asked = 'yes'
          return Promise.reject(new DOMException('', 'NotAllowedError'))
        }
      }),
    )
    expect(fault).toBe('camera-insecure')
    expect(await now.page.locator('html').getAttribute('data-asked')).toBeNull()
    expect(await again(now.page).count()).toBe(0)
  })
})

describe('a browser', () => {
  it('that cannot look at pictures still shows a model', async () => {
    const fault = await faultWith((page) =>
      page.addInitScript(() => {
        Object.defineProperty(globalThis, 'OffscreenCanvas', { value: undefined })
      }),
    )
    expect(fault).toBe('tracker-unsupported')
    const { page } = now
    expect(await cameraIsOn(page)).toBe(false)
    await page.locator('.try-card button').last().click()
    await page.locator('dialog .source-models button').first().click()
    await runs(page)
  })

  it('that draws no 3D says so', async () => {
    const fault = await faultWith((page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      }),
    )
    expect(fault).toBe('no-webgl')
  })

  it('whose connection breaks while the tracker comes is told so', async () => {
    const fault = await faultWith((page) => page.route('**/tracker/wasm/*', (route) => route.abort()))
    expect(fault).toBe('tracker-unreachable')
    const { page } = now
    expect(await cameraIsOn(page)).toBe(false)
    await page.unroute('**/tracker/wasm/*')
    await again(page).click()
    await runs(page)
  })
})
