// npm run check: format, lint and types. npm run check -- assets: every product's model against its budgets.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './setup/install.mjs'
import { run } from './setup/run.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const CHECKS = {
  code: [
    ['@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
    ['typescript/bin/tsc', ['--noEmit']],
  ],
  assets: [['tsx/dist/cli.mjs', ['scripts/check-assets.ts']]],
}

const [what = 'code', ...more] = process.argv.slice(2)
const checks = Object.hasOwn(CHECKS, what) && more.length === 0 ? CHECKS[what] : undefined
if (!checks) {
  console.error(`I know: npm run check, and npm run check -- assets. Not "${[what, ...more].join(' ')}".`)
  process.exit(2)
}
const installed = ensureInstalled(root)
if (!installed.ok) {
  console.error(`\n${installed.message}\n`)
  process.exit(1)
}
// All of them, also when one fails: what is wrong is wanted whole.
let broken = false
for (const [program, args] of checks) broken = (await run(root, program, args)) !== 0 || broken
process.exitCode = broken ? 1 : 0
