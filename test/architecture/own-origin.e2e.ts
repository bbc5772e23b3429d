import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'

const baseUrl = inject('baseUrl')
let browser: Browser

beforeAll(async () => {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser')
  browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, env: BROWSER_ENV })
})
afterAll(() => browser.close())

/** Opens a page and returns what it should not have done. */
async function misdeeds(path: string, provoke?: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } })
  const page = await context.newPage()
  const found: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== baseUrl) found.push(`asked ${origin}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url().replace(baseUrl, '')}`)
  })
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/i.test(message.text()))
      found.push(message.text().slice(0, 200))
  })
  await page.goto(`${baseUrl}${path}`, { waitUntil: 'load' })
  await page.waitForTimeout(2500)
  if (provoke) await page.evaluate(provoke)
  await page.waitForTimeout(200)
  await context.close()
  return found
}

describe('a page speaks to its own origin alone, within its policy and without an error', () => {
  it.each([
    '/',
    '/?lang=ar',
    '/p/lounge-chair',
    '/p/vase?lang=zh&stats',
    '/p/lounge-chair?xr=emulate',
    '/p/lounge-chair?xr=emulate-phone',
    '/file',
    '/cart',
    '/try/round-glasses',
    '/try/field-watch?lang=ar',
    '/room',
    '/demos/engine-viewer/',
    '/demos/place-in-room/',
    '/demos/try-on/',
  ])('%s', async (path) => {
    expect(await misdeeds(path)).toEqual([])
  })

  it('and it would be seen otherwise', async () => {
    const found = await misdeeds(
      '/',
      `fetch('https://example.com/').catch(() => {});
       document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`,
    )
    expect(found.join('\n')).toMatch(/connect-src/)
    expect(found.join('\n')).toMatch(/script-src|inline script/i)
  })
})
