// Which Chromium the tests and benchmarks drive, and with which switches.
import { existsSync } from 'node:fs'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium or Chrome: `CHROMIUM_PATH`, else one the system has, else undefined. */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return existsSync(chosen) ? chosen : undefined
  return KNOWN.find((path) => existsSync(path))
}

// Mesa's llvmpipe is three times as fast as SwiftShader; without its libraries SwiftShader needs nothing.
const mesa = [
  '/usr/lib/x86_64-linux-gnu/dri/swrast_dri.so',
  '/usr/lib/aarch64-linux-gnu/dri/swrast_dri.so',
].some((path) => existsSync(path))

/** Switches for a headless run on a machine without a GPU; the network ones keep Chromium from calling home. */
export const BROWSER_ARGS = [
  '--headless=new',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(mesa
    ? ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist']
    : ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']),
]

/** Environment of the browser's process. */
export const BROWSER_ENV = { ...process.env, ...(mesa ? { LIBGL_ALWAYS_SOFTWARE: '1' } : {}) }
