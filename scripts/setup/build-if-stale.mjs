// Builds when dist is older than what it is made from. Plain JavaScript: `npm start` runs it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Everything a build reads. */
const SOURCES = [
  'src',
  'assets',
  'demos',
  'scripts',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/**
 * Changes when a source is added, removed, renamed or edited.
 * @param {string} root the project's folder
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(root, source)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true })
          .map((name) => join(path, String(name)))
          .sort()
      : [path]
    for (const file of files) {
      const { mtimeMs, size } = statSync(file)
      hash.update(`${file}\n${size}\n${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * Brings dist up to date. Several processes may ask at once: one builds, the others wait for it.
 * @param {string} root the project's folder
 * @returns {Promise<{ ok: true, built: boolean } | { ok: false, message: string }>}
 */
export async function buildIfStale(root) {
  const stamp = join(root, 'dist', '.fingerprint')
  const fresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
  if (fresh()) return { ok: true, built: false }

  const lock = join(root, '.cache', 'build.lock')
  mkdirSync(dirname(lock), { recursive: true })
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    if (fresh()) return { ok: true, built: false }
    const before = fingerprint(root)
    const result = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64e6,
    })
    if (result.status !== 0) {
      const output = `${result.stdout ?? ''}${result.stderr ?? ''}`
      const message = /ENOSPC|no space left/i.test(output)
        ? 'The disk is full. Free some space and try again.'
        : `The build failed:\n${output}`
      return { ok: false, message }
    }
    writeFileSync(stamp, before)
    return { ok: true, built: true }
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Takes the lock, also from a process that no longer lives. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    try {
      process.kill(Number(readFileSync(lock, 'utf8')), 0)
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(lock, { force: true })
    }
    return false
  }
}
