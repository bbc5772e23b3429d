import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page in which pictures are taken, and what it is made from. */
export interface Booth {
  /** Folder below `src/studio` with its `index.html`, and below `.cache` with what is built. */
  readonly name: string
  /** Folders whose every file it may be made from, from the root. */
  readonly sources: readonly string[]
}

/**
 * Builds a booth's page when it is older than what it is made from: a page of its own, so that the shop's build neither waits for it nor ships it. Two
 * seconds, once.
 *
 * @returns the folder that holds `src/studio/<name>/index.html`
 */
export async function buildBooth(root: string, { name, sources }: Booth): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const source of sources) {
    const files = readdirSync(join(root, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  const key = hash.digest('hex')
  const home = join(root, '.cache', name)
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
      rollupOptions: { input: join(root, 'src', 'studio', name, 'index.html') },
    },
  })
  writeFileSync(join(fresh, 'key'), key)
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
  return home
}
