import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf } from './imports'
import { ROOT, sourceFiles } from './source-files'

/** Imports modules in a Node without any DOM; returns one line a failure. */
function importInNode(paths: readonly string[]): string[] {
  const script = join(import.meta.dirname, 'import-in-node.ts')
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    input: paths.join('\n'),
    encoding: 'utf8',
    timeout: 60_000,
  })
  const result = /\nRESULT (.*)$/.exec(stdout)?.[1]
  return result ? JSON.parse(result) : [`the process died: ${stderr.slice(-2000)}`]
}

describe('every .ts module of src can be imported in plain Node', () => {
  const files = sourceFiles(['src'], ['.ts']).filter((path) => !path.endsWith('.d.ts'))
  // A module started as a Worker rightly speaks to its `self`.
  const workers = new Set(
    sourceFiles(['src'], ['.ts', '.tsx']).flatMap((path) =>
      importsOf(path, readFileSync(join(ROOT, path), 'utf8'))
        .filter(({ way }) => way === 'worker')
        .map(({ specifier }) => posix.normalize(posix.join(posix.dirname(path), specifier))),
    ),
  )

  it('touches no browser global at module scope', { timeout: 90_000 }, () => {
    const entries = files.filter((path) => !workers.has(path)).map((path) => join(ROOT, path))
    expect(entries.length).toBeGreaterThan(5)
    expect(importInNode(entries)).toEqual([])
  })

  it('finds one that does', { timeout: 30_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-'))
    const path = join(folder, 'eager.mts')
    writeFileSync(path, 'export const width = window.innerWidth\n')
    expect(importInNode([path])).toEqual([expect.stringContaining('window is not defined')])
    rmSync(folder, { recursive: true })
  })
})
