import { readdir } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { nearest } from '../core/nearest'

/** Letters that make a name a pattern: `*` and `?` within a name, `**` through folders, `{a,b}`. */
const PATTERN = /[*?{]/

/** The files that arguments name, each once, in their order. A pattern (for shells that do not widen them) names all that fit, in the order of the alphabet. */
export async function inputFiles(
  names: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly empty: readonly string[] }> {
  const files = new Set<string>()
  const empty: string[] = []
  for (const name of names) {
    if (!PATTERN.test(name)) {
      files.add(name)
      continue
    }
    const found = await matching(name.replaceAll('\\', '/'), cwd)
    if (found.length === 0) empty.push(name)
    for (const file of found) files.add(file)
  }
  return { files: [...files], empty }
}

/** A name in the same folder that the caller may have meant. */
export async function similarFile(name: string, cwd: string): Promise<string | undefined> {
  const folder = dirname(resolve(cwd, name))
  const there = await readdir(folder).catch(() => [])
  const near = nearest(basename(name), there)
  return near === undefined ? undefined : join(dirname(name), near)
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  // Walking starts where the pattern stops being plain.
  const parts = pattern.split('/')
  const plain = parts.slice(
    0,
    parts.findIndex((part) => PATTERN.test(part)),
  )
  const start = plain.join('/') || (isAbsolute(pattern) ? '/' : '.')
  const base = resolve(cwd, start)
  const wanted = expression(pattern)
  const entries = await readdir(base, {
    recursive: pattern.includes('**') || parts.length > plain.length + 1,
    withFileTypes: true,
  }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(
        plain.length > 0 || isAbsolute(pattern) ? start : '',
        relative(base, join(entry.parentPath, entry.name)),
      ),
    )
    .filter((path) => wanted.test(path.replaceAll('\\', '/')))
    .sort()
}

function expression(pattern: string): RegExp {
  const body = pattern
    .replace(/^\.\//, '')
    .replace(/[.+^$()|[\]]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.split(',').join('|')})`)
    .replace(
      /\*\*\/|\*\*|\*|\?/g,
      (mark) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[mark] ?? mark,
    )
  return new RegExp(`^${body}$`)
}
