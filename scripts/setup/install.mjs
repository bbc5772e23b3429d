// Installs what is missing. Runs before anything is installed: plain JavaScript, Node's own modules alone.
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** Room an installation takes, in bytes, with some to spare. */
const INSTALL_BYTES = 700e6

/**
 * Names of locked packages that node_modules lacks or has in another version.
 * npm leaves a copy of the lock inside node_modules that says what it really installed; an optional package
 * (a binary for another system) may rightly be absent from it.
 *
 * @param {string} root the project's folder
 * @returns {string[]}
 */
export function missingPackages(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const record = join(root, 'node_modules', '.package-lock.json')
  let found = {}
  try {
    if (existsSync(record)) found = JSON.parse(readFileSync(record, 'utf8')).packages
  } catch {
    // A record cut short by a broken installation says nothing: install again.
  }
  return Object.entries(wanted)
    .filter(([path]) => path !== '')
    .filter(([path, { version, optional }]) => {
      const there = found[path]
      if (!there) return !optional
      return there.version !== version || !existsSync(join(root, path, 'package.json'))
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

/**
 * Makes node_modules agree with package-lock.json.
 * @param {string} root the project's folder
 * @returns {{ ok: true, installed: boolean } | { ok: false, message: string }} the message is for a person
 */
export function ensureInstalled(root) {
  const missing = missingPackages(root)
  if (missing.length === 0) return { ok: true, installed: false }
  const folder = join(root, 'node_modules')
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) {
    return {
      ok: false,
      message: `node_modules is a link to a folder that lacks ${missing.slice(0, 3).join(', ')}. Run npm install where it leads.`,
    }
  }
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < INSTALL_BYTES) {
    const free = Math.round((bavail * bsize) / 1e6)
    return {
      ok: false,
      message: `The disk has ${free} MB free and the packages need about ${INSTALL_BYTES / 1e6} MB. Free some space and try again.`,
    }
  }
  console.log(`Installing ${missing.length} packages (only the first time and after an update) ...`)
  // Build tools are devDependencies, so a production environment must not leave them out.
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund'], root)
  if (result.status === 0) return { ok: true, installed: true }
  return { ok: false, message: installFault(result.output) }
}

/**
 * Why npm failed, and what to do.
 * @param {string} output what npm printed
 */
export function installFault(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full. Free some space and try again.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return 'npm could not reach its registry. Check the connection (or the proxy: npm config get proxy) and try again.'
  }
  if (/code EUSAGE/.test(output)) {
    return 'package-lock.json does not match package.json. Run npm install, look at what it changed, and try again.'
  }
  if (/EACCES|EPERM/i.test(output)) {
    return 'This user may not write here. Check who owns this folder and its node_modules, and try again.'
  }
  const last = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line))[0]
  return `npm could not install the packages${last ? `: ${last.replace(/^npm (error|ERR!)\s*/, '')}` : ''}. Its words are above.`
}

/** npm by the Node that runs us, so that no other npm on the path is met. */
function npm(args, cwd) {
  const own = process.env.npm_execpath
  const [command, before] = own && /\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []]
  const result = spawnSync(command, [...before, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
    maxBuffer: 64e6,
  })
  const output = `${result.stderr ?? ''}${result.error ? `\nnpm error ${result.error.message}` : ''}`
  if (result.status !== 0) process.stderr.write(output)
  return { status: result.status, output }
}
