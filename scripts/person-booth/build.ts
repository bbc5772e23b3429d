import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HOME = ['src', 'studio', 'person-booth'] as const

/** Builds the booth's page when it is older than what it is made from. @returns the folder it lies in */
export async function buildPersonBooth(root: string): Promise<string> {
  const source = join(root, ...HOME)
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const name of readdirSync(source).sort()) hash.update(name).update(readFileSync(join(source, name)))
  const key = hash.digest('hex')
  const home = join(root, '.cache', 'person-booth')
  const stamp = join(home, 'key')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return home
  // Elsewhere first: another process may be taking pictures from the old one.
  const fresh = `${home}-${process.pid}`
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: fresh,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2500,
      rollupOptions: { input: join(source, 'index.html') },
    },
  })
  writeFileSync(join(fresh, 'key'), key)
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
  return home
}
