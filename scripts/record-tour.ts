// Records the moving picture of the README from the built shop: npx tsx scripts/record-tour.ts
// A maker runs it by hand; it needs `npm run build` and Chromium.
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import sharp from 'sharp'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from './browser.mjs'
import { createApp } from './serve/app'
import { listen } from './serve/listen'

const root = join(import.meta.dirname, '..')
const OUT = join(root, 'docs', 'vitrine.webp')
const VIEWPORT = { width: 1120, height: 700 }
/** Width of the picture, and the time between two frames: few enough bytes for a page that is read standing up. */
const WIDTH = 720
const FRAME_MS = 90

const frames: { readonly png: Buffer; readonly ms: number }[] = []

/** Takes a frame that stays for `ms`. */
async function keep(page: Page, ms = FRAME_MS): Promise<void> {
  frames.push({ png: await page.screenshot({ type: 'png' }), ms })
}

/** Takes `count` frames while something is moved step by step. */
async function during(page: Page, count: number, move: (part: number) => Promise<void>): Promise<void> {
  for (let i = 1; i <= count; i++) {
    await move(ease(i / count))
    await page.waitForTimeout(60)
    await keep(page)
  }
}

const ease = (part: number) => part * part * (3 - 2 * part)

/** Presses the mouse, moves it along a line in `count` frames, and lets go. */
async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
  count: number,
) {
  await page.mouse.move(...from)
  await page.mouse.down()
  await during(page, count, (part) =>
    page.mouse.move(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part),
  )
  await page.mouse.up()
}

const listening = await listen({ app: createApp({ root: join(root, 'dist') }), port: 0, host: '127.0.0.1' })
if (!listening.ok) throw new Error(listening.fault.code)
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: BROWSER_ARGS,
  env: BROWSER_ENV as Record<string, string>,
})
const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1, locale: 'en-GB' })
const base = `http://127.0.0.1:${listening.server.port}`

await page.goto(`${base}/p/lounge-chair?xr=emulate-phone&tier=high`)
await page.waitForTimeout(4000)
await keep(page, 900)
await drag(page, [360, 380], [250, 380], 10)
await page.locator('.variants label').nth(1).click()
await page.waitForTimeout(1200)
await keep(page, 800)
await page.getByRole('button', { name: /size/i }).first().click()
await page.waitForTimeout(800)
await keep(page, 1100)
await page.locator('.ar .button-main').first().click()
await page.waitForTimeout(6000)
await keep(page, 900)
await page.getByRole('button', { name: 'Place here' }).click()
await page.waitForTimeout(1200)
await keep(page, 900)
console.log(
  await page
    .locator('button')
    .evaluateAll((list) => list.map((b) => b.getAttribute('aria-label') ?? b.textContent)),
)
await page.screenshot({ path: '/tmp/tools/tour-placed.png' })

const strips = await Promise.all(
  frames.map(({ png }) => sharp(png).resize({ width: WIDTH }).png().toBuffer()),
)
const delay = frames.map(({ ms }) => ms)
await sharp(strips, { join: { animated: true } })
  .webp({ quality: 62, effort: 6, loop: 0, delay })
  .toFile(OUT)
await browser.close()
await listening.server.close()
