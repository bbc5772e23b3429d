import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'

/** A shopper's visit, and everything that went wrong or went elsewhere during it. */
export interface Visit {
  readonly page: Page
  /** Errors of the console and of the page. */
  readonly errors: string[]
  /** Violations of the Content-Security-Policy. */
  readonly violations: string[]
  /** Requests that left the shop's origin. */
  readonly strangers: string[]
  /** Addresses of everything fetched, without origin and search. */
  readonly fetched: string[]
  end(): Promise<void>
}

/** Starts the browser that a test file shares. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: BROWSER_ARGS,
    env: BROWSER_ENV as Record<string, string>,
  })
}

/** Opens an address of the shop as a new shopper. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Visit> {
  const { origin } = new URL(address)
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const seen = {
    errors: [] as string[],
    violations: [] as string[],
    strangers: [] as string[],
    fetched: [] as string[],
  }
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text())
  })
  page.on('pageerror', (error) => seen.errors.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return
    if (url.origin === origin) seen.fetched.push(url.pathname)
    else seen.strangers.push(request.url())
  })
  await page.exposeFunction('__violation', (text: string) => void seen.violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as { __violation?: (text: string) => void }).__violation
      tell?.(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  await prepare(page)
  await page.goto(address)
  return { page, ...seen, end: () => context.close() }
}

/** Waits until the 3D view has drawn and React answers. */
export async function viewIsReady(page: Page): Promise<void> {
  await page.waitForSelector('.stage-view[data-drawn="true"]', { timeout: 60_000 })
  await shopIsReady(page)
}

/** Waits until React answers and the device has told what it can do. */
export async function shopIsReady(page: Page): Promise<void> {
  await page.waitForSelector('#shop[data-ready]', { state: 'attached', timeout: 60_000 })
}

/** The pixels of the 3D view, with nothing over them. */
export function viewPixels(page: Page): Promise<Buffer> {
  return page.locator('.stage-view canvas').screenshot({ animations: 'disabled' })
}

/** What a screen reader was told last. */
export async function announced(page: Page): Promise<string> {
  const text = await page.locator('[data-announcement]').textContent()
  return (text ?? '').replaceAll('\u200b', '')
}
