#!/usr/bin/env node
// npx vitrine: the pipeline's verbs from a terminal. Puts together what src/cli may not know of: TypeScript, the browser that takes posters.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { main } = await import('./main.ts')
const stop = new AbortController()
process.on('SIGINT', () => {
  // Once to finish tidily, twice for those in a hurry.
  if (stop.signal.aborted) process.exit(130)
  stop.abort()
})
// A reader such as head may close the pipe early.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2), {
  root,
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  openBooth: async (options) => {
    const { openPhotoBooth } = await import('../../scripts/photo-booth/open.ts')
    return openPhotoBooth(options)
  },
})
