import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type {} from '../../src/studio/person-booth/person-booth'
import type { PersonShot } from '../../src/studio/person-booth/person-shot'
import { type PictureTruth, projectTruth } from '../../src/studio/person-booth/project-truth'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../browser.mjs'
import { buildBooth } from '../build-booth'
import { servePeople } from './serve'
import { truthOf } from './truth-of'

export type { PersonShot } from '../../src/studio/person-booth/person-shot'
export type { PictureTruth } from '../../src/studio/person-booth/project-truth'

/** How long the page may take to open, milliseconds: a busy machine without a GPU is slow. */
const PATIENCE = 120_000
const PAGE = '/src/studio/person-booth/index.html'
const BOOTH = { name: 'person-booth', sources: ['src/studio/person-booth'] } as const
/** What a camera's JPEG keeps. */
const CLIP_QUALITY = 0.92

/** A picture with what is true of it. */
export interface PersonPicture {
  /** PNG, or JPEG when the shot says so. */
  readonly image: Buffer
  /** PNG: what of the lips is seen. */
  readonly mask?: Buffer
  readonly truth: PictureTruth
}

/** A booth that stands open until it is closed. Models are GLB files of `assets/people`, by path. */
export interface PersonBooth {
  render(model: string, shot: PersonShot): Promise<PersonPicture>
  /**
   * Writes a clip for Chromium's `--use-file-for-fake-video-capture`: JPEGs one after the other, and the truth of each frame beside it as
   * `<file>.json` (an array of `PictureTruth`).
   *
   * @returns the truth of each frame
   */
  clip(model: string, shots: readonly PersonShot[], file: string): Promise<PictureTruth[]>
  close(): Promise<void>
}

/**
 * Opens the booth.
 *
 * @throws when there is no browser, or its page does not open
 */
export async function openPersonBooth(): Promise<PersonBooth> {
  const root = join(import.meta.dirname, '..', '..')
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('person-booth/no-browser')
  const server = await servePeople(await buildBooth(root, BOOTH))
  const browser = await chromium.launch({
    executablePath,
    args: BROWSER_ARGS,
    env: BROWSER_ENV,
    handleSIGINT: false,
  })
  const close = async () => {
    await browser.close()
    await server.close()
  }
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  try {
    await page.goto(server.origin + PAGE, { timeout: PATIENCE })
    await page.waitForFunction('globalThis.takePersonPicture !== undefined', undefined, { timeout: PATIENCE })
  } catch (error) {
    await close()
    throw new Error(`person-booth/not-open: ${problems.join('; ')}`, { cause: error })
  }
  const truths = new Map<string, unknown>()
  const render: PersonBooth['render'] = async (model, shot) => {
    const bytes = await readFile(model)
    const truth = truths.get(model) ?? truthOf(bytes)
    truths.set(model, truth)
    const taken = await page.evaluate(([address, how]) => globalThis.takePersonPicture?.(address, how), [
      server.offer(model, bytes),
      shot,
    ] as [string, PersonShot])
    if (!taken || problems.length > 0) throw new Error(`person-booth/failed: ${problems.join('; ')}`)
    const decode = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    return {
      image: decode(taken.picture),
      ...(taken.mask === undefined ? {} : { mask: decode(taken.mask) }),
      truth: projectTruth(truth, shot),
    }
  }
  return {
    render,
    async clip(model, shots, file) {
      const out = createWriteStream(file)
      const frames: PictureTruth[] = []
      for (const shot of shots) {
        const { image, truth } = await render(model, { jpeg: CLIP_QUALITY, ...shot })
        out.write(image)
        frames.push(truth)
      }
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject)
        out.end(resolve)
      })
      await writeFile(`${file}.json`, JSON.stringify(frames))
      return frames
    },
    close,
  }
}
