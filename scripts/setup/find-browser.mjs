// Makes sure that a Chromium is there for the tests. Runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findBrowser } from '../browser.mjs'

/** Chromium, the GL that is fast without a GPU, and letters for pictures of Chinese and Arabic pages. */
const PACKAGES = ['chromium', 'libgl1-mesa-dri', 'libegl1', 'fonts-noto-core', 'fonts-noto-cjk']

/**
 * A browser to test with: one that is here, else, as root on Debian, one that apt-get installs.
 * @returns {{ ok: true, path: string } | { ok: false, message: string }}
 */
export function ensureBrowser() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    return {
      ok: false,
      message: `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist: correct it or unset it.`,
    }
  }
  const missing = PACKAGES.filter((name) => !isInstalled(name))
  const here = findBrowser()
  // A browser of the system's own is taken as it is; Debian's gets its companions.
  if (here && (here !== '/usr/bin/chromium' || missing.length === 0)) return { ok: true, path: here }
  if (canInstall()) {
    console.log(`Installing ${missing.join(', ')} (apt-get) ...`)
    apt(['update', '-q'])
    apt(['install', '-y', '-q', '--no-install-recommends', ...missing])
  }
  const path = findBrowser()
  if (path) return { ok: true, path }
  return {
    ok: false,
    message:
      'No Chromium or Chrome was found: install one (Debian: sudo apt-get install chromium; macOS and Windows: https://www.google.com/chrome) or set CHROMIUM_PATH to yours.',
  }
}

function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  // Ubuntu's package of this name only calls snap, which containers and CI machines lack.
  return !/^ID=ubuntu$/m.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
}

/** @param {string} name of a Debian package */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' })
  return /^Status: install ok installed$/m.test(stdout ?? '')
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // What it prints would bury the tests' own lines; it is shown when it fails.
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`)
}
