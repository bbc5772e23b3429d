import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './source-files'

/** Folders named `name` that hold a package, at any depth of a node_modules. */
function copies(modules: string, name: string): string[] {
  if (!existsSync(modules)) return []
  const packages = readdirSync(modules).flatMap((entry) =>
    entry.startsWith('@') ? readdirSync(join(modules, entry)).map((inner) => `${entry}/${inner}`) : [entry],
  )
  return packages.flatMap((entry) => [
    ...(entry === name && existsSync(join(modules, entry, 'package.json')) ? [join(modules, entry)] : []),
    ...copies(join(modules, entry, 'node_modules'), name),
  ])
}

describe('one copy is installed', () => {
  // Two Reacts break hooks, two threes break instanceof, two emulators fight over navigator.xr.
  it.each(['three', 'react', 'react-dom', 'zustand', '@react-three/fiber', 'iwer'])('of %s', (name) => {
    expect(copies(join(ROOT, 'node_modules'), name)).toHaveLength(1)
  })

  it('and a second one would be seen', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-'))
    for (const path of ['three', 'stats/node_modules/three', '@a/b/node_modules/three']) {
      mkdirSync(join(folder, path), { recursive: true })
      writeFileSync(join(folder, path, 'package.json'), '{}')
    }
    expect(copies(folder, 'three')).toHaveLength(3)
    rmSync(folder, { recursive: true })
  })
})
