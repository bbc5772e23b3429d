import { join } from 'node:path'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../../../scripts/browser.mjs'
import { FIXED_ADDRESSES } from '../../../../scripts/fixed-addresses'
import { staticFolders } from '../../../../scripts/static-folders'
import { tasksVisionAtHome } from '../../../../scripts/tasks-vision-at-home'
import { trackerModels } from '../../../../scripts/tracker-models/vite-plugin'
import type { Subject } from '../../../../src/experiences/tryon/tracker/tracker'
import type { RecordedStills } from './page'

const PAGE = '/assets/source/try-on/recorder/index.html'

/** The real tracker in a browser, for pictures that lie below the project's root. */
export interface Recorder {
  /** @param addresses from the root, of pictures of one size @param raw whether points before refinement are kept too */
  stills(subject: Subject, addresses: readonly string[], raw?: boolean): Promise<RecordedStills>
  close(): Promise<void>
}

export async function openRecorder(root: string): Promise<Recorder> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    cacheDir: join(root, '.cache', 'vite-recorder'),
    server: { port: 0, hmr: false, ws: false },
    optimizeDeps: { entries: [PAGE.slice(1)] },
    plugins: [trackerModels(), tasksVisionAtHome(), staticFolders(FIXED_ADDRESSES)],
  })
  await server.listen()
  const [origin = ''] = server.resolvedUrls?.local ?? []
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: BROWSER_ARGS,
    env: BROWSER_ENV,
  })
  const close = async () => {
    await browser.close()
    await server.close()
  }
  try {
    const page = await browser.newPage()
    await page.goto(new URL(PAGE, origin).href)
    await page.waitForFunction(() => 'recordStills' in globalThis)
    return {
      stills: (subject, addresses, raw = false) =>
        page.evaluate(([what, where, keep]) => globalThis.recordStills(what, where, keep), [
          subject,
          addresses,
          raw,
        ] as const),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
