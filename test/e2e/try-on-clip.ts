import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import { openPersonBooth, type PersonShot, type PictureTruth } from '../../scripts/person-booth/open'

const ROOT = join(import.meta.dirname, '..', '..')

/** A camera's picture that moves by its noise alone, and what is true of it. */
export interface CameraClip {
  readonly file: string
  readonly truth: PictureTruth
}

/** As wide as the shop supposes of a computer's camera. */
const CAMERA = { width: 640, height: 480, focal: 531 } as const
/** Frames of a clip, each with noise of its own; Chromium shows them over and over. */
const FRAMES = 4

/** Films one of our model people or hands standing still, for Chromium's fake camera. Kept under .cache while the model stays the same. */
export async function filmStill(
  person: string,
  pose: PersonShot['pose'],
  more: Partial<PersonShot> = {},
): Promise<CameraClip> {
  const model = join(ROOT, 'assets', 'people', `${person}.glb`)
  const folder = join(ROOT, '.cache', 'clips')
  mkdirSync(folder, { recursive: true })
  const key = Buffer.from(JSON.stringify([pose, more]))
    .toString('base64url')
    .slice(-40)
  const file = join(folder, `${person}-${readFileSync(model).length}-${key}.mjpeg`)
  if (!existsSync(`${file}.json`)) {
    const booth = await openPersonBooth()
    try {
      const shots = Array.from({ length: FRAMES }, (_, seed) => ({
        camera: CAMERA,
        pose,
        background: { kind: 'room' as const },
        noise: { sigma: 1.5, seed },
        ...more,
      }))
      await booth.clip(model, shots, file)
    } finally {
      await booth.close()
    }
  }
  const [truth] = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as PictureTruth[]
  if (!truth) throw new Error('the clip has no frame')
  return { file, truth }
}

/** A browser whose camera shows a clip. */
export function startBrowserWithClip({ file }: CameraClip): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [
      ...BROWSER_ARGS,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    env: BROWSER_ENV as Record<string, string>,
  })
}
