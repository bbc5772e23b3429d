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
const VIEWPORT = { width: 1120, height: 760 }
/** Width of the picture, and the time between two frames: few enough bytes for a page that is read standing up. */
const WIDTH = 720
const FRAME_MS = 80

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
await page.waitForTimeout(5000)
await keep(page, 1000)
await drag(page, [360, 380], [230, 380], 12)
await page.locator('.variants label').nth(1).click()
await page.waitForTimeout(1500)
await keep(page, 900)
await page.getByRole('button', { name: 'Size' }).click()
await page.waitForTimeout(1200)
await keep(page, 1300)
await page.getByRole('button', { name: 'See it in your room' }).click()
await page.waitForTimeout(8000)
await keep(page, 1100)
await page.getByRole('button', { name: 'Place here' }).click()
await page.waitForTimeout(1500)
await keep(page, 900)
// Across the floor, then a quarter round.
await drag(page, [560, 340], [740, 440], 14)
for (let step = 0; step < 3; step++) {
  await page.keyboard.press(']')
  await page.waitForTimeout(150)
  await keep(page, 140)
}
await keep(page, 500)
await page.getByRole('button', { name: 'Add another' }).click()
await page.waitForTimeout(1200)
await keep(page, 1000)
await page
  .getByRole('button', { name: /floor lamp/i })
  .first()
  .click()
await page.waitForTimeout(2500)
await keep(page, 900)
await page.getByRole('button', { name: 'Place here' }).click()
await page.waitForTimeout(1500)
await keep(page, 700)
await page.getByRole('button', { name: 'Show sizes' }).click()
await page.waitForTimeout(1500)
await keep(page, 2400)

const strips = await Promise.all(
  frames.map(({ png }) => sharp(png).resize({ width: WIDTH }).png().toBuffer()),
)
const delay = frames.map(({ ms }) => ms)
await sharp(strips, { join: { animated: true } })
  .webp({ quality: 90, effort: 6, loop: 0, delay })
  .toFile(OUT)
await browser.close()
await listening.server.close()
