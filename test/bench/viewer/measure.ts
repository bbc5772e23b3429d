import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../../scripts/browser.mjs'
import { spread } from '../bench'
import type { Condition } from './condition'

const VISIBLE_MS = 90_000
const SETTLE_MS = 1_500
const IDLE_MS = 5_000
const DRAG_MS = 3_000
/** At rest: so long nothing has been drawn. */
const REST_MS = 3_000
const REST_LIMIT_MS = 60_000

/** What probe.js tells, on `window.probe` of a measured page. */
interface Probe {
  /** Milliseconds since navigation at which the model was really drawn. */
  readonly frameAt: number | undefined
  /** Draw calls since navigation. */
  readonly draws: number
  /** Draw calls of the latest frame in which anything was drawn. */
  readonly drawsInFrame: number
  /** When frames were drawn, milliseconds since navigation. */
  readonly drawnAt: readonly number[]
  /** CSS pixels. */
  largestCanvas(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

declare global {
  interface Window {
    readonly probe: Probe
  }
}

/** What one opening of a page measured. Times in milliseconds, sizes as named. */
export interface Sample {
  readonly time_to_frame_ms: number
  readonly js_gzip_kb: number
  readonly main_thread_ms: number
  readonly heap_mb: number
  readonly draws: number
  readonly frame_ms: number
  readonly idle_frames: number
}

/** A sample and what the harness must know to give another page the same picture. */
export interface Opened {
  readonly sample: Sample
  /** Canvas in CSS pixels. */
  readonly canvas: { readonly width: number; readonly height: number }
  readonly view: Window['benchView']
  readonly errors: readonly string[]
}

/** Opens a page in a browser of its own and measures it. */
export async function openAndMeasure(url: string, condition: Condition, picture?: string): Promise<Opened> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser')
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, env: BROWSER_ENV })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('requestfailed', (request) => errors.push(`failed: ${request.url()}`))
    await page.addInitScript({ path: join(import.meta.dirname, 'probe.js') })
    const cdp = await context.newCDPSession(page)
    await throttle(cdp, condition)
    const scripts = await weighScripts(cdp)

    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.probe.frameAt !== undefined, null, {
      timeout: VISIBLE_MS,
      polling: 50,
    })
    const own = url.includes('/bench/')
    if (own)
      await page.waitForFunction(() => window.benchLoaded !== undefined, null, {
        timeout: VISIBLE_MS,
        polling: 50,
      })
    const time_to_frame_ms = await page.evaluate(() =>
      Math.max(window.probe.frameAt ?? 0, window.benchLoaded ?? 0),
    )
    await page.waitForTimeout(SETTLE_MS)
    const metrics = await cdp.send('Performance.getMetrics')
    const taskSeconds = metrics.metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    const js_gzip_kb = scripts() / 1024
    await cdp.send('HeapProfiler.enable')
    await cdp.send('HeapProfiler.collectGarbage')
    const heap = await cdp.send('Runtime.getHeapUsage')
    if (picture) await page.screenshot({ path: picture })

    const canvas = await page.evaluate(() => window.probe.largestCanvas())
    const view = await page.evaluate(() => window.benchView)
    const { draws, frame_ms } = await orbit(page, canvas)
    const idle_frames = await idleFrames(page)
    const sample = {
      time_to_frame_ms,
      js_gzip_kb,
      main_thread_ms: taskSeconds * 1000,
      heap_mb: heap.usedSize / 2 ** 20,
      draws,
      frame_ms,
      idle_frames,
    }
    return { sample, canvas: { width: canvas.width, height: canvas.height }, view, errors }
  } finally {
    await browser.close()
  }
}

async function throttle(cdp: CDPSession, { cpu, network }: Condition): Promise<void> {
  await cdp.send('Performance.enable')
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (!network) return
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: network.bytesPerSecond,
    uploadThroughput: network.bytesPerSecond / 2,
  })
}

/** Adds up the bodies of the scripts that arrive, as they travelled. */
async function weighScripts(cdp: CDPSession): Promise<() => number> {
  let bytes = 0
  cdp.on('Network.responseReceived', ({ response }) => {
    if (!/javascript/.test(response.mimeType)) return
    const length = Object.entries(response.headers).find(
      ([name]) => name.toLowerCase() === 'content-length',
    )?.[1]
    bytes += Number(length ?? 0)
  })
  return () => bytes
}

/** Turns the model by a steady drag: the draws of a frame, and the median time from one drawn frame to the next. */
async function orbit(page: Page, box: { x: number; y: number; width: number; height: number }) {
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  const before = await page.evaluate(() => window.probe.drawnAt.length)
  const start = performance.now()
  for (let now = start; now - start < DRAG_MS; now = performance.now()) {
    await page.mouse.move(x + (box.width / 3) * Math.sin(((now - start) / DRAG_MS) * Math.PI), y)
    await page.waitForTimeout(8)
  }
  const times = await page.evaluate((from) => window.probe.drawnAt.slice(from), before)
  const draws = await page.evaluate(() => window.probe.drawsInFrame)
  await page.mouse.up()
  // The first frames carry the start of the gesture.
  const [first = 0, ...later] = times.slice(times.length > 8 ? 3 : 0)
  if (later.length === 0) return { draws, frame_ms: DRAG_MS }
  const gaps = later.map((time, i) => time - (i === 0 ? first : (later[i - 1] ?? first)))
  return { draws, frame_ms: spread(gaps).value }
}

/** Frames drawn while nobody touches anything, after the turn has come to rest. */
async function idleFrames(page: Page): Promise<number> {
  await page.mouse.move(0, 0)
  const drawn = () => page.evaluate(() => window.probe.drawnAt.length)
  // A page that never rests is counted all the same.
  for (let waited = 0; waited < REST_LIMIT_MS; waited += REST_MS) {
    const before = await drawn()
    await page.waitForTimeout(REST_MS)
    if ((await drawn()) === before) break
  }
  const before = await drawn()
  await page.waitForTimeout(IDLE_MS)
  return (await drawn()) - before
}
