import { mkdirSync, readFileSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { Hono } from 'hono'
import { build } from 'vite'
import { createApp } from '../../../scripts/serve/app'
import { type Listening, listen } from '../../../scripts/serve/listen'
import { mediaType } from '../../../scripts/serve/media-type'
import { buildIfStale } from '../../../scripts/setup/build-if-stale.mjs'
import { ROOT } from '../../architecture/source-files'

/** Where pictures and pages of this benchmark are kept. */
export const HOME = join(ROOT, '.cache', 'bench', 'tryon')

/** Builds and serves the shop as it is, and beside it under /bench/ the measuring page, the pictures and the measuring products. */
export async function serveBench(): Promise<Listening> {
  const built = await buildIfStale(ROOT)
  if (!built.ok) throw new Error(built.message)
  mkdirSync(HOME, { recursive: true })
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: '/bench/page/',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      emptyOutDir: true,
      outDir: join(HOME, 'page'),
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2500,
    },
  })
  const app = new Hono()
  app.get('/bench/*', (c) => {
    const file = normalize(join(HOME, decodeURIComponent(c.req.path.slice('/bench/'.length))))
    if (!file.startsWith(HOME + sep)) return c.notFound()
    try {
      return c.body(new Uint8Array(readFileSync(file)), 200, { 'content-type': mediaType(file) })
    } catch {
      return c.notFound()
    }
  })
  app.route('/', createApp({ root: join(ROOT, 'dist') }))
  const listening = await listen({ app, port: 0, host: '127.0.0.1' })
  if (!listening.ok) throw new Error(listening.fault.code)
  return listening.server
}
