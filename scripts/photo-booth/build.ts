import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the page is made from. */
const SOURCES = ['src/core', 'src/platform', 'src/engine', 'src/studio/photo-booth', 'package-lock.json']

/**
 * Builds the photo booth's page when it is older than what it is made from: a page of its own, so that the shop's build neither waits for it nor
 * ships it. Two seconds, once.
 *
 * @returns the folder that holds `src/studio/photo-booth/index.html`
 */
export async function buildBooth(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(root, source)
    const files = source.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  const key = hash.digest('hex')
  const home = join(root, '.cache', 'photo-booth')
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
      rollupOptions: { input: join(root, 'src', 'studio', 'photo-booth', 'index.html') },
    },
  })
  writeFileSync(join(fresh, 'key'), key)
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
  return home
}
