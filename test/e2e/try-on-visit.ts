import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import { shopIsReady, type Visit, visit } from './storefront-visit'

/** Which camera the browser has: Chromium's own of coloured discs, two of them, or none at all. */
export type CameraKind = keyof typeof CAMERAS

const CAMERAS = {
  discs: ['--use-fake-device-for-media-stream'],
  two: ['--use-fake-device-for-media-stream=device-count=2'],
  none: [],
} as const

/** Starts a browser with a camera of its own. Nobody is asked for it where the context grants it; elsewhere it is refused. */
export function startBrowserWithCamera(camera: CameraKind): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [...BROWSER_ARGS, ...CAMERAS[camera]],
    env: BROWSER_ENV as Record<string, string>,
  })
}

export const PHONE = { viewport: { width: 390, height: 844 } } as const
export const PHONE_WITH_CAMERA = { ...PHONE, permissions: ['camera'] }

/** Opens an address and waits until it answers; counts the camera's tracks that are on, and keeps the shop's events. */
export async function tryVisit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Visit> {
  const opened = await visit(browser, address, options, async (page) => {
    await page.addInitScript(() => {
      const told: unknown[] = []
      Object.assign(globalThis, { told })
      document.addEventListener('vitrine', (event) => told.push((event as CustomEvent<unknown>).detail))
    })
    await prepare(page)
  })
  await shopIsReady(opened.page)
  return opened
}

/** What the shop told its page so far, by name. */
export function told(page: Page): Promise<Record<string, unknown>[]> {
  return page.evaluate(() => (globalThis as unknown as { told: Record<string, unknown>[] }).told)
}

/** Whether the page's camera is on: its track lives. */
export function cameraIsOn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject
    return stream instanceof MediaStream && stream.getTracks().some(({ readyState }) => readyState === 'live')
  })
}

/** Keeps an earlier visit's consent in the page's storage. */
export async function withConsent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('vitrine.camera-consent', JSON.stringify({ version: 1, date: '2026-11-24' }))
  })
}

/** What a look at the picture gives with nothing worn, and with the piece, by the line between before and after. */
export async function beforeAndAfter<T>(page: Page, look: () => Promise<T>): Promise<[T, T]> {
  await page.getByRole('button', { name: 'Before, after' }).click()
  const line = page.getByRole('slider').first()
  await line.press('End')
  await page.waitForTimeout(400)
  const without = await look()
  await line.press('Home')
  await page.waitForTimeout(400)
  return [without, await look()]
}
