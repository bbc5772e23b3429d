import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names of packages, with their subpaths, that the sources below some folders import. */
export function bareImports(folders: readonly string[]): string[] {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([@a-z][^']*)'/g),
      ])
      .map(([, specifier]) => specifier ?? ''),
  )
  return [...new Set(found)].filter((name) => !/^node:|\.css$|^react-dom\/server/.test(name)).sort()
}
