// npm run dev: Vite with reload, at the same fixed addresses as a build.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './setup/install.mjs'
import { nodeFault } from './setup/node-version.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installed = ensureInstalled(root)
const fault = nodeFault() ?? (installed.ok ? undefined : installed.message)
if (fault) {
  console.error(`\n${fault}\n`)
  process.exit(1)
}
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const port = process.env.PORT ? ['--port', process.env.PORT] : []
const child = spawn(process.execPath, [vite, ...port, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
child.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
