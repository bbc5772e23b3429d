// npm test: everything that must hold, from a bare clone. The last line is `N passed, N failed`.
// Runs before anything is installed, so: plain JavaScript, Node's own modules alone.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countTests } from './setup/count-tests.mjs'
import { ensureBrowser } from './setup/find-browser.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeFault } from './setup/node-version.mjs'
import { run } from './setup/run.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, '.cache', 'test')
const total = { passed: 0, failed: 0 }
/** One line a stage, printed at the end. @type {string[]} */
const summary = []

/** Ends at once when the tests cannot even begin. @param {string} message */
function giveUp(message) {
  console.error(`\n${message}\n`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

/**
 * Runs one stage and counts it. A stage that throws has failed once; the next one still runs.
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number, note?: string }>} work
 */
async function stage(name, work) {
  console.log(`\n--- ${name}`)
  const began = Date.now()
  const { passed, failed, note } = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    note: error.message,
  }))
  total.passed += passed
  total.failed += failed
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6)
  const line = `${failed ? 'FAIL' : 'ok  '} ${name.padEnd(22)} ${seconds} s  ${passed} passed, ${failed} failed`
  summary.push(note ? `${line} (${note})` : line)
}

/** A check that passes or fails as a whole. */
const check = (program, args) => async () =>
  (await run(root, program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A vitest project. @param {string} project */
const tests = (project) => async () => {
  const report = join(reports, `${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(root, 'vitest/vitest.mjs', ['run', '--project', project, ...reporters], {
    NODE_ENV: 'test',
  })
  return countTests(report, code)
}

const tooOld = nodeFault()
if (tooOld) giveUp(tooOld)
const installed = ensureInstalled(root)
if (!installed.ok) giveUp(installed.message)
const browser = ensureBrowser()
if (!browser.ok) giveUp(browser.message)
console.log(`Browser: ${browser.path}`)
mkdirSync(reports, { recursive: true })

await stage('format and lint', check('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']))
await stage('types', check('typescript/bin/tsc', ['--noEmit']))
await stage('assets', check('tsx/dist/cli.mjs', ['scripts/check-assets.ts']))
await stage('build', async () => {
  const { buildIfStale } = await import('./setup/build-if-stale.mjs')
  const built = await buildIfStale(root)
  if (!built.ok) console.error(built.message)
  return built.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
})
await stage('unit tests', tests('unit'))
await stage('browser tests', tests('browser'))
await stage('end-to-end tests', tests('e2e'))

console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
