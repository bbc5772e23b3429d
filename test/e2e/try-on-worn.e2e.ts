import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PictureTruth } from '../../scripts/person-booth/open'
import { markerEyewear } from '../bench/tryon/marker-products'
import { findMarker } from '../bench/tryon/markers'
import type { Visit } from './storefront-visit'
import { type CameraClip, filmStill, startBrowserWithClip } from './try-on-clip'
import { beforeAndAfter, tryVisit, withConsent } from './try-on-visit'

const baseUrl = inject('baseUrl')
const ROOT = join(import.meta.dirname, '..', '..')
/** Steps of 0..255 that noise and the camera's JPEG stay below. */
const NOISE = 28

let face: CameraClip
let hand: CameraClip
let browser: Browser
let handBrowser: Browser
let now: Visit

beforeAll(async () => {
  face = await filmStill('ingrid', { position: [0, 0, -0.42], rotation: [0, 0.12, 0] })
  hand = await filmStill('hand', { position: [0, -0.05, -0.42], rotation: [0, 0, 0] }, { tone: 'tone-3' })
  browser = await startBrowserWithClip(face)
  handBrowser = await startBrowserWithClip(hand)
}, 300_000)
afterAll(() => Promise.all([browser?.close(), handBrowser?.close()]))
afterEach(() => now?.end())

/** Where the picture changes when a thing is put on, in pixels of the camera's unmirrored frame. */
interface Change {
  readonly x: number
  readonly y: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly count: number
}

/** Opens a thing on the camera; the picture without it and with it, by the line between the two. */
async function withoutAndWith(
  from: Browser,
  sku: string,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<readonly [Pixels, Pixels]> {
  now = await tryVisit(
    from,
    `${baseUrl}/try/${sku}`,
    { viewport: { width: 1280, height: 800 }, permissions: ['camera'] },
    async (page) => {
      await withConsent(page)
      await prepare(page)
    },
  )
  const { page } = now
  await page.locator('.source-main').click()
  await page.waitForSelector('.try-view[data-phase="running"]', { timeout: 60_000 })
  await expect
    .poll(() => page.locator('.try-host').getAttribute('aria-label'), { timeout: 60_000 })
    .toContain('is in place')
  // The fit of a person settles in its first second or two.
  await page.waitForTimeout(2500)
  return beforeAndAfter(page, () => canvasPixels(page))
}

/** Where the camera's picture changes with a thing. */
async function wornChange(from: Browser, sku: string): Promise<Change> {
  return changeBetween(...(await withoutAndWith(from, sku)))
}

async function canvasPixels(page: Page) {
  // What lies over the picture moves with the line.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('.try-view > *')) {
      if (!part.classList.contains('try-host')) part.style.opacity = '0'
    }
  })
  const canvas = page.locator('.try-host canvas')
  const mirrored = await canvas.evaluate((element) => element.style.transform.includes('-1'))
  const shot = await canvas.screenshot({ animations: 'disabled' })
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, mirrored }
}

type Pixels = Awaited<ReturnType<typeof canvasPixels>>

/** A place on the screen in pixels of the camera's unmirrored frame, which fills the canvas. */
function inFrame({ width, height, mirrored }: Pixels, x: number, y: number): readonly [number, number] {
  const scale = Math.max(width / 640, height / 480)
  const across = (x - width / 2) / scale
  return [320 + (mirrored ? -across : across), 240 + (y - height / 2) / scale]
}

function changeBetween(a: Pixels, b: Pixels): Change {
  const { width, height } = a
  const xs: number[] = []
  const ys: number[] = []
  for (let i = 0; i < width * height; i++) {
    let most = 0
    for (let c = 0; c < 3; c++)
      most = Math.max(most, Math.abs((a.data[4 * i + c] ?? 0) - (b.data[4 * i + c] ?? 0)))
    if (most < NOISE) continue
    const [x, y] = inFrame(a, (i % width) + 0.5, Math.floor(i / width) + 0.5)
    xs.push(x)
    ys.push(y)
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const at = (values: number[], share: number) =>
    values.sort((p, q) => p - q)[Math.floor(share * (values.length - 1))] ?? 0
  const [x, y] = [mean(xs), mean(ys)]
  return {
    x,
    y,
    left: at(xs, 0.005),
    right: at(xs, 0.995),
    top: at(ys, 0.005),
    bottom: at(ys, 0.995),
    count: xs.length,
  }
}

const point = (truth: PictureTruth, name: string): readonly [number, number] => {
  const found = truth.points[name]
  if (!found) throw new Error(`the truth has no ${name}`)
  return [found[0], found[1]]
}
const middle = (truth: PictureTruth, a: string, b: string) => {
  const [p, q] = [point(truth, a), point(truth, b)]
  return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] as const
}
/** Pixels between the pupils: the measure of what is near and far on a face. */
const eyes = () => {
  const [a, b] = [point(face.truth, 'pupils.left'), point(face.truth, 'pupils.right')]
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

describe('seen through the camera, on the device', () => {
  it('glasses sit before the eyes, as wide as they are', async () => {
    const change = await wornChange(browser, 'browline-glasses')
    const [x, y] = middle(face.truth, 'pupils.left', 'pupils.right')
    expect(Math.abs(change.x - x)).toBeLessThan(0.2 * eyes())
    expect(Math.abs(change.y - y)).toBeLessThan(0.25 * eyes())
    // A front of 14 cm on pupils 6.1 cm apart, its temples beside it.
    expect((change.right - change.left) / eyes()).toBeGreaterThan(1.9)
    expect((change.right - change.left) / eyes()).toBeLessThan(2.8)
    expect(now.strangers).toEqual([])
    expect(now.violations).toEqual([])
    expect(now.errors).toEqual([])
  })

  it('a hat sits above the brows and as wide as the head', async () => {
    const change = await wornChange(browser, 'felt-hat')
    expect(change.y).toBeLessThan(point(face.truth, 'glabella')[1])
    expect(change.top).toBeLessThan(point(face.truth, 'crown')[1] + 0.2 * eyes())
    expect(change.right - change.left).toBeGreaterThan(2.2 * eyes())
  })

  it('earrings hang below the ears', async () => {
    const change = await wornChange(browser, 'drop-earrings')
    const [left, right] = [point(face.truth, 'earLobes.left'), point(face.truth, 'earLobes.right')]
    expect(change.count).toBeGreaterThan(100)
    // The nearer ear shows for certain; none hangs between the ears, but for its shadow.
    const nearest = Math.min(Math.abs(change.left - right[0]), Math.abs(change.right - left[0]))
    expect(nearest).toBeLessThan(0.25 * eyes())
    expect(change.top).toBeGreaterThan(Math.min(left[1], right[1]) - 0.25 * eyes())
  })

  it('lipstick colours lips and nothing else', async () => {
    const change = await wornChange(browser, 'satin-lipstick?v=beacon')
    const lips = face.truth.lines['lips.outer'] ?? []
    const [xs, ys] = [lips.map(([x]) => x), lips.map(([, y]) => y)]
    const margin = 0.08 * eyes()
    expect(change.count).toBeGreaterThan(200)
    expect(change.left).toBeGreaterThan(Math.min(...xs) - margin)
    expect(change.right).toBeLessThan(Math.max(...xs) + margin)
    expect(change.top).toBeGreaterThan(Math.min(...ys) - margin)
    expect(change.bottom).toBeLessThan(Math.max(...ys) + margin)
  })

  it('a watch is on the wrist', async () => {
    const change = await wornChange(handBrowser, 'field-watch')
    const [x, y] = point(hand.truth, 'watch.centre')
    const palm = palmOf(hand.truth)
    expect(Math.hypot(change.x - x, change.y - y)).toBeLessThan(0.3 * palm)
    expect(now.strangers).toEqual([])
  })

  it('a ring is on the ring finger', async () => {
    const change = await wornChange(handBrowser, 'signet-ring')
    const [x, y] = point(hand.truth, 'rings.ring.centre')
    expect(change.count).toBeGreaterThan(30)
    expect(Math.hypot(change.x - x, change.y - y)).toBeLessThan(0.15 * palmOf(hand.truth))
  })
})

describe('a merchant’s new piece', () => {
  it('is worn where its own file says, without a line of code', async () => {
    const { glb } = await markerEyewear()
    const catalogue = JSON.parse(readFileSync(join(ROOT, 'assets', 'catalogue.json'), 'utf8')) as {
      products: { sku: string; model: object }[]
    }
    const like = catalogue.products.find((product) => product.sku === 'round-glasses')
    const sku = 'beads'
    const model = { glb: `models/${sku}/${sku}.glb`, bytes: glb.length }
    const errors: string[] = []
    const [without, dressed] = await withoutAndWith(browser, sku, async (page) => {
      // The build knows no page of this piece: the server gives another one's HTML, which must not be taken for this one's.
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.route('**/catalogue.json', (route) =>
        route.fulfill({ json: { ...catalogue, products: [{ ...like, sku, model }] } }),
      )
      await page.route(`**/${model.glb}`, (route) =>
        route.fulfill({ body: Buffer.from(glb), contentType: 'model/gltf-binary' }),
      )
    })
    // Its beads: one on the bridge, and one in the middle of each lens, 35 mm to either side of it.
    const seen = (['red', 'green', 'blue'] as const).map((name) => {
      const found = findMarker(dressed, without, name)
      if (!found) throw new Error(`${name} is not seen`)
      return inFrame(dressed, found.x, found.y)
    })
    const [bridge = [0, 0], left = [0, 0], right = [0, 0]] = seen
    const [x, y] = middle(face.truth, 'pupils.left', 'pupils.right')
    expect(Math.hypot(bridge[0] - x, bridge[1] - y)).toBeLessThan(0.25 * eyes())
    for (const [bead, eye] of [
      [left, 'pupils.left'],
      [right, 'pupils.right'],
    ] as const) {
      const pupil = point(face.truth, eye)
      expect(Math.hypot(bead[0] - pupil[0], bead[1] - pupil[1])).toBeLessThan(0.25 * eyes())
    }
    expect(errors).toEqual([])
    expect(now.strangers).toEqual([])
    expect(now.violations).toEqual([])
  })
})

function palmOf(truth: PictureTruth): number {
  const joints = truth.lines.joints ?? []
  const [a, b] = [joints[0] ?? [0, 0], joints[9] ?? [0, 0]]
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
