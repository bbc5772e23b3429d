import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLE_REPORT, type BundleChunk } from '../../scripts/bundle-report'
import { ROOT } from './source-files'

/** What the last build is made of. */
export function readBundle(): BundleChunk[] {
  return JSON.parse(readFileSync(join(ROOT, 'dist', BUNDLE_REPORT), 'utf8'))
}

/** Chunks that arrive together with `file`: it and its static imports, and theirs. */
export function loadedWith(bundle: readonly BundleChunk[], file: string): BundleChunk[] {
  const found = new Map<string, BundleChunk>()
  const visit = (name: string) => {
    const chunk = bundle.find((one) => one.file === name)
    if (!chunk || found.has(name)) return
    found.set(name, chunk)
    for (const next of chunk.imports) visit(next)
  }
  visit(file)
  return [...found.values()]
}

/** Folder of the package a module belongs to (`node_modules/three`), or undefined for our own. */
export function packageOf(module: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0]
}
