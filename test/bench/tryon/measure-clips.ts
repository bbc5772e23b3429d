import { type Browser, chromium, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../../scripts/browser.mjs'
import type { PictureTruth } from '../../../scripts/person-booth/open'
import { CAMERA, type Clip, SIGMA } from './clips'
import type { Look, LookOptions } from './page/measure'
import type { Pictures } from './pictures'

/** A frame that was measured. */
export interface Measured {
  readonly step: string
  /** Seconds in the clip. */
  readonly time: number
  readonly look: Look
  readonly truth: PictureTruth
}

export interface ClipOptions {
  readonly subject: 'face' | 'hand'
  readonly beadsOf: readonly string[]
  /** Measuring product of the lips. */
  readonly lips?: string
  /** Another seed is another camera's noise. */
  readonly seed?: number
}

const FRAME = 1 / 30

/** Shows clips to try-on, frame by frame, in a browser that runs all of it. */
export class ClipRunner {
  readonly #origin: string
  readonly #products: Readonly<Record<string, string>>
  readonly #pictures: Pictures
  /** Of every frame shown so far, milliseconds: the tracker by itself, and our fit. Nothing else is drawn meanwhile. */
  readonly costs: Record<'face' | 'hand', { readonly detect: number[]; readonly fit: number[] }> = {
    face: { detect: [], fit: [] },
    hand: { detect: [], fit: [] },
  }
  #browser: Browser | undefined
  #page: Page | undefined
  #subject: 'face' | 'hand' | undefined

  /** @param products addresses of the measuring products by name */
  constructor(origin: string, products: Readonly<Record<string, string>>, pictures: Pictures) {
    this.#origin = origin
    this.#products = products
    this.#pictures = pictures
  }

  /** @returns the frames that were to be measured */
  async run({ person, steps }: Clip, options: ClipOptions): Promise<Measured[]> {
    const page = await this.#opened(options.subject)
    await page.evaluate(() => globalThis.tryOnBench?.reset())
    const measured: Measured[] = []
    let count = 0
    for (const { shot, frames, measure } of steps) {
      const { address, mask, truth } = await this.#pictures.take(person, shot)
      for (let i = 0; i < frames; i++) {
        count += 1
        const last = measure !== undefined && i === frames - 1
        const how: LookOptions = {
          address,
          time: count * FRAME,
          noise: { sigma: SIGMA, seed: (options.seed ?? 0) * 1000 + count },
          ...(last ? { beadsOf: options.beadsOf } : {}),
          ...(last && mask && options.lips ? { lips: { product: options.lips, mask } } : {}),
        }
        const look = await page.evaluate((one) => globalThis.tryOnBench?.look(one), how)
        if (look) {
          this.costs[options.subject].detect.push(look.detectMs)
          this.costs[options.subject].fit.push(look.fitMs)
        }
        if (look && last) measured.push({ step: measure, time: count * FRAME, look, truth })
      }
    }
    return measured
  }

  async close(): Promise<void> {
    await this.#browser?.close()
  }

  async #opened(subject: 'face' | 'hand'): Promise<Page> {
    this.#browser ??= await chromium.launch({
      executablePath: findBrowser() ?? '',
      args: BROWSER_ARGS,
      env: BROWSER_ENV as Record<string, string>,
    })
    this.#page ??= await this.#newPage(this.#browser)
    if (this.#subject !== subject) {
      this.#subject = subject
      const { width, height, focal } = CAMERA
      const intrinsics = { width, height, focal, centreX: width / 2, centreY: height / 2 }
      await this.#page.evaluate((how) => globalThis.tryOnBench?.open(how), { subject, intrinsics })
    }
    return this.#page
  }

  async #newPage(browser: Browser): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: CAMERA.width, height: CAMERA.height } })
    page.on('pageerror', (error) => console.error(error.message))
    await page.goto(`${this.#origin}/bench/page/index.html`)
    await page.waitForFunction('globalThis.tryOnBench !== undefined')
    for (const [name, address] of Object.entries(this.#products)) {
      await page.evaluate(([one, at]) => globalThis.tryOnBench?.offer(one, at), [name, address] as const)
    }
    return page
  }
}
