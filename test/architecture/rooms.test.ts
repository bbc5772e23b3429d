import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf } from './imports'
import { roomViolations } from './rooms'
import { ROOT, sourceFiles } from './source-files'

const files = sourceFiles(['src'], ['.ts', '.tsx']).filter((path) => !path.endsWith('.d.ts'))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

describe('rooms import only what the table allows', () => {
  it('holds for every module of src', () => {
    expect(files.length).toBeGreaterThan(5)
    expect(files.flatMap((path) => roomViolations(path, read(path)))).toEqual([])
  })

  it.each([
    ['src/core/a.ts', "import { x } from '../engine/viewer'"],
    ['src/core/a.ts', "import type { Vector3 } from 'three'"],
    ['src/core/a.ts', "export * from '../platform/share'"],
    ['src/core/a.ts', "type T = import('../engine/viewer').Viewer"],
    ['src/engine/a.ts', "const later = () => import('../experiences/placement/open-placement')"],
    ['src/experiences/placement/a.ts', "import { f } from '../tryon/face'"],
    ['src/embed/a.ts', "import { Viewer } from '../engine/viewer'"],
    ['src/studio/a.ts', "import { optimise } from '../pipeline/optimise'"],
    ['src/engine/a.ts', "import { f } from '../../test/fixtures/f'"],
    ['src/engine/a.ts', "import f from 'https://example.com/f.js'"],
    ['src/attic/a.ts', "import 'three'"],
  ])('finds the fault in %s: %s', (path, source) => {
    expect(roomViolations(path, source)).toHaveLength(1)
  })

  it.each([
    ['src/embed/a.ts', "const later = () => import('../engine/viewer')"],
    ['src/studio/a.ts', "new Worker(new URL('../pipeline/worker.ts', import.meta.url), { type: 'module' })"],
    ['src/storefront/a.tsx', "import { x } from '../experiences/placement/x'"],
    ['src/engine/a.ts', "import en from '../../assets/messages/en/engine.json'"],
  ])('allows %s: %s', (path, source) => {
    expect(roomViolations(path, source)).toEqual([])
  })
})

describe('only .tsx files import React or React Three Fiber', () => {
  const isReact = /^(react|react-dom|@react-three\/[^/]+|@pmndrs\/xr)(\/|$)/
  const reactIn = (path: string, source: string) =>
    importsOf(path, source)
      .filter(({ specifier }) => isReact.test(specifier))
      .map(({ specifier }) => `${path}: ${specifier}`)

  it('holds for every .ts file of src and demos', () => {
    const plain = [...files, ...sourceFiles(['demos'], ['.ts'])].filter((path) => path.endsWith('.ts'))
    expect(plain.flatMap((path) => reactIn(path, read(path)))).toEqual([])
  })

  it('finds a type import too', () => {
    expect(reactIn('src/engine/a.ts', "import type { ReactNode } from 'react'")).toHaveLength(1)
  })
})
