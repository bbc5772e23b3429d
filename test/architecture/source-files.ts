import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..')

/**
 * Files below folders of the project, as paths from its root with forward slashes, sorted.
 * @param extensions with their dots
 */
export function sourceFiles(folders: readonly string[], extensions: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => extensions.includes(extname(path)) && !path.includes('node_modules/'))
    .sort()
}
