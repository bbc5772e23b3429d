// npm run build: the client by Vite, files for phones, pages as HTML, everything compressed. The result is dist/.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressFolder } from './compress.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs a step and ends with its code when it fails. */
function step(args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

step([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
step(['--import', 'tsx', join(root, 'scripts', 'phone-files.ts')])
const prerender = join(root, 'scripts', 'prerender.ts')
if (existsSync(prerender)) step(['--import', 'tsx', prerender])
const { files, before, after } = await compressFolder(join(root, 'dist'), join(root, '.cache', 'compressed'))
console.log(
  `dist: ${files} files compressed, ${Math.round(before / 1024)} KB to ${Math.round(after / 1024)} KB (Brotli)`,
)
