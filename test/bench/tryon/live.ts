import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../../scripts/browser.mjs'
import type { PersonShot } from '../../../scripts/person-booth/open'
import type { TryOnStats } from '../../../src/experiences/tryon/view/try-on-stats'
import { ROOT } from '../../architecture/source-files'
import { filmStill } from '../../e2e/try-on-clip'
import { type Row, spread } from '../bench'

/** Seconds over which frames are counted, and the pause between two looks at what the tracker took. */
const COUNTED = 5
const LOOKS_APART = 0.2

/** What is tried on, and who is before the camera. */
interface Visit {
  readonly case: string
  readonly sku: string
  readonly person: string
  readonly pose: PersonShot['pose']
  readonly tone?: string
}

const FACE: Visit = {
  case: 'shop, glasses, camera 640 x 480',
  sku: 'browline-glasses',
  person: 'ingrid',
  pose: { position: [0, 0, -0.42], rotation: [0, 0.12, 0] },
}
const HAND: Visit = {
  case: 'shop, watch, camera 640 x 480',
  sku: 'field-watch',
  person: 'hand',
  pose: { position: [0, -0.05, -0.42], rotation: [0, 0, 0] },
  tone: 'tone-3',
}

interface Sample {
  readonly first_overlay_ms: number
  readonly detect_ms: number
  readonly main_thread_ms: number
  readonly fps: number
  /** Of the main thread, a frame, collected or not. */
  readonly alloc_kb: number
  readonly gzip_mb: number
  readonly draws: number
}

const UNITS: Readonly<Record<keyof Sample, string>> = {
  first_overlay_ms: 'ms',
  detect_ms: 'ms',
  main_thread_ms: 'ms',
  fps: '1/s',
  alloc_kb: 'KB',
  gzip_mb: 'MB',
  draws: '',
}
const TARGETS: Partial<Record<keyof Sample, number>> = { first_overlay_ms: 3000, gzip_mb: 7 }

/**
 * The shop itself with a camera that shows a head: a fresh browser each time, so everything is cold.
 *
 * @param minutes of tracking after the last run, for heap and textures; 0 leaves it out
 */
export async function measureLive(origin: string, runs: number, minutes: number): Promise<Row[]> {
  return [
    ...(await measureVisits(FACE, origin, runs, minutes)),
    ...(await measureVisits(HAND, origin, runs, 0)),
  ]
}

async function measureVisits(visit: Visit, origin: string, runs: number, minutes: number): Promise<Row[]> {
  const clip = await filmStill(visit.person, visit.pose, visit.tone ? { tone: visit.tone } : {})
  const samples: Sample[] = []
  const rows: Row[] = []
  for (let run = 0; run < runs; run++) {
    const browser = await chromium.launch({
      executablePath: findBrowser() ?? '',
      args: [
        ...BROWSER_ARGS,
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${clip.file}`,
      ],
      env: BROWSER_ENV as Record<string, string>,
    })
    try {
      const { page, sample } = await oneVisit(browser, origin, visit.sku)
      samples.push(sample)
      console.log(`${visit.case}: ${Math.round(sample.first_overlay_ms)} ms to the first overlay`)
      if (run === runs - 1 && minutes > 0) rows.push(...(await soak(page, minutes)))
    } finally {
      await browser.close()
    }
  }
  return [
    ...(Object.keys(UNITS) as (keyof Sample)[]).map((metric) => ({
      case: visit.case,
      metric,
      unit: UNITS[metric],
      ...spread(samples.map((sample) => sample[metric])),
      runs: samples.length,
      ...(TARGETS[metric] === undefined ? {} : { target: TARGETS[metric] }),
    })),
    ...rows,
  ]
}

async function oneVisit(
  browser: Browser,
  origin: string,
  sku: string,
): Promise<{ page: Page; sample: Sample }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera'],
    locale: 'en-GB',
  })
  // What runs these files names its functions by this, and a page knows none of it.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  const page = await context.newPage()
  let bytes = 0
  page.on('response', (response) => {
    bytes += gzipOf(new URL(response.url()).pathname)
  })
  await page.goto(`${origin}/try/${sku}?stats`)
  await page.locator('.source-main').click()
  await page.locator('dialog .button-main').waitFor()
  const overlay = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let start = 0
        addEventListener('click', () => (start ||= performance.now()), { capture: true, once: true })
        const look = () => {
          const label = document.querySelector('.try-host')?.getAttribute('aria-label')
          if (start > 0 && label?.includes('is in place')) resolve(performance.now() - start)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  await page.locator('dialog .button-main').click()
  const first = await overlay
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  // What is compiled and learned at the start is not what a frame costs.
  await page.waitForTimeout(3000)
  const [before, busyBefore] = [await stats(page), await taskSeconds(cdp)]
  const detect: number[] = []
  for (let seconds = 0; seconds < COUNTED; seconds += LOOKS_APART) {
    await page.waitForTimeout(LOOKS_APART * 1000)
    detect.push((await stats(page)).detectMs)
  }
  const [after, busyAfter] = [await stats(page), await taskSeconds(cdp)]
  const allocated = await allocatedBytes(cdp, page)
  const sampled = await stats(page)
  const frames = after.framesDrawn - before.framesDrawn
  return {
    page,
    sample: {
      first_overlay_ms: first,
      detect_ms: spread(detect).value,
      main_thread_ms: ((busyAfter - busyBefore) * 1000) / frames,
      fps: frames / COUNTED,
      alloc_kb: allocated / 1000 / (sampled.framesDrawn - after.framesDrawn),
      gzip_mb: bytes / 1e6,
      draws: after.draws,
    },
  }
}

/** Heap, memory of the page's process (which holds the worker and its program too) and textures every minute: what grows is a leak. */
async function soak(page: Page, minutes: number): Promise<Row[]> {
  const name = `shop, ${minutes} minutes of tracking`
  const cdp = await page.context().newCDPSession(page)
  const heaps: number[] = []
  const resident: number[] = []
  const textures: number[] = []
  const geometries: number[] = []
  for (let minute = 0; minute <= minutes; minute++) {
    if (minute > 0) await page.waitForTimeout(60_000)
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    resident.push(await residentMegabytes(page))
    const now = await stats(page)
    heaps.push(usedSize / 1e6)
    textures.push(now.textures)
    geometries.push(now.geometries)
    console.log(
      `soak: minute ${minute}, heap ${(usedSize / 1e6).toFixed(2)} MB, resident ${(resident.at(-1) ?? 0).toFixed(0)} MB, ${now.textures} textures, ${now.framesDrawn} frames`,
    )
  }
  const growth = (values: readonly number[]) => (values.at(-1) ?? 0) - (values[1] ?? values[0] ?? 0)
  const exact = (metric: string, unit: string, value: number, target?: number): Row => ({
    case: name,
    metric,
    unit,
    value,
    min: value,
    max: value,
    runs: 1,
    ...(target === undefined ? {} : { target }),
  })
  return [
    exact('heap_growth_mb', 'MB', growth(heaps), 1),
    // Without a target: what allocators keep wanders by 10 to 20 MB from minute to minute. A frame that leaked would be 1.2 MB, 400 times a minute.
    exact('resident_growth_mb', 'MB', growth(resident)),
    exact('texture_growth', '', growth(textures), 0),
    exact('geometry_growth', '', growth(geometries), 0),
  ]
}

/** Memory that the page's process holds: the largest of the browser's renderers. Linux only; elsewhere 0. */
async function residentMegabytes(page: Page): Promise<number> {
  const cdp = await page.context().browser()?.newBrowserCDPSession()
  if (!cdp || process.platform !== 'linux') return 0
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0))
  return (Math.max(0, ...sizes) * 1024) / 1e6
}

function stats(page: Page): Promise<TryOnStats & { readonly detectMs: number }> {
  return page.evaluate(() =>
    (
      globalThis as unknown as { vitrine: { tryOn(): TryOnStats & { readonly detectMs: number } } }
    ).vitrine.tryOn(),
  )
}

/** Bytes that the main thread allocates over the counted seconds, by V8's sampling: what was collected since included. */
async function allocatedBytes(cdp: CDPSession, page: Page): Promise<number> {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.startSampling', {
    samplingInterval: 1024,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  await page.waitForTimeout(COUNTED * 1000)
  const { profile } = await cdp.send('HeapProfiler.stopSampling')
  return profile.samples.reduce((sum, { size }) => sum + size, 0)
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Bytes of the tracker's file as gzip sends it; 0 for everything else. */
function gzipOf(path: string): number {
  if (!path.startsWith('/tracker/') && !path.includes('tasks-worker')) return 0
  const file = join(ROOT, 'dist', path)
  if (existsSync(`${file}.gz`)) return statSync(`${file}.gz`).size
  return existsSync(file) ? gzipSync(readFileSync(file)).length : 0
}
