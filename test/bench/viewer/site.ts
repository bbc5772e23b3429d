import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { build } from 'vite'
import { compressFolder } from '../../../scripts/compress.mjs'
import { createApp } from '../../../scripts/serve/app'
import { type Listening, listen } from '../../../scripts/serve/listen'
import { buildIfStale } from '../../../scripts/setup/build-if-stale.mjs'
import { ROOT } from '../../architecture/source-files'

const HERE = import.meta.dirname
const PEER = join(HERE, 'node_modules', '@google', 'model-viewer')

/** The peer's name and version, as installed. */
export function peerName(): string {
  const { name, version } = JSON.parse(readFileSync(join(PEER, 'package.json'), 'utf8'))
  return `${name} ${version}`
}

/**
 * Builds and serves one site with every page that is measured, so that all travel the same way: the storefront as
 * `npm start` serves it, and under /bench/ the bare page with our engine and the page with the peer.
 *
 * @param model path of a GLB to measure with, served as /bench/model.glb; else the catalogue's own
 */
export async function serveSite(model: string | undefined): Promise<Listening> {
  installPeer()
  const built = await buildIfStale(ROOT)
  if (!built.ok) throw new Error(built.message)
  const site = join(ROOT, '.cache', 'bench', 'viewer')
  const bench = join(site, 'bench')
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  cpSync(join(ROOT, 'dist'), site, { recursive: true })
  await build({
    configFile: false,
    root: join(HERE, 'pages'),
    base: '/bench/',
    publicDir: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: false,
      outDir: bench,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(HERE, 'pages', 'engine.html') },
    },
  })
  for (const name of ['model-viewer.html', 'model-viewer.js', 'page.css']) {
    cpSync(join(HERE, 'pages', name), join(bench, name))
  }
  cpSync(join(PEER, 'dist', 'model-viewer.min.js'), join(bench, 'model-viewer.min.js'))
  if (model) cpSync(model, join(bench, 'model.glb'))
  await compressFolder(bench)

  const app = new Hono()
  app.use('/bench/model-viewer*', async (c, next) => {
    await next()
    // The peer styles itself at run time, which our policy forbids.
    c.res.headers.delete('content-security-policy')
  })
  // Weights are compared in gzip.
  app.route('/', createApp({ root: site, codings: ['gzip'] }))
  const listening = await listen({ app, port: 0, host: '127.0.0.1' })
  if (!listening.ok) throw new Error(listening.fault.code)
  return listening.server
}

/** The peer has packages of its own, so that no shop ever installs them. */
function installPeer(): void {
  if (existsSync(join(PEER, 'package.json'))) return
  console.log('Installing the peer (only the first time) ...')
  const npm = process.env.npm_execpath
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the peer could not be installed')
}
