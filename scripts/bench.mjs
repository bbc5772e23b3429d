// npm run bench: installs what is missing, then measures (test/bench/run.ts).
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './setup/find-browser.mjs'
import { ensureInstalled } from './setup/install.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installed = ensureInstalled(root)
const browser = installed.ok ? ensureBrowser() : installed
if (!browser.ok) {
  console.error(`\n${browser.message}\n`)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register()
await import('../test/bench/run.ts')
