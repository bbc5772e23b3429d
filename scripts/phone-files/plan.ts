import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Product, Stand } from '../../src/core/product'

/** The files of one product that phones open by themselves, and all they are made from. */
export interface PhoneFileJob {
  readonly sku: string
  /** Absolute path of the master GLB. */
  readonly master: string
  /** Where it stands in a phone's viewer. */
  readonly stand: Stand
  /** Paths below assets/, which are also those below dist/. A file that a merchant made himself is not among them. */
  readonly files: readonly {
    readonly variant: string
    readonly usdz: string | undefined
    readonly glb: string | undefined
  }[]
  /** Changes when anything does that the files are made from. */
  readonly key: string
}

/** Packages that a file's bytes depend on. */
const PACKAGES = /^(@gltf-transform\/|meshoptimizer$|sharp$)/

/** What must be made for a product. */
export function planPhoneFiles(root: string, product: Product, code: string): PhoneFileJob {
  const assets = join(root, 'assets')
  const missing = (path: string | undefined) => (path && !existsSync(join(assets, path)) ? path : undefined)
  const master = join(assets, product.model.glb)
  const on = 'on' in product.situation ? product.situation.on : 'floor'
  // No phone looks for a ceiling: a lamp that hangs there is shown standing.
  const stand = on === 'ceiling' ? 'floor' : on
  const files = product.variants
    .map(({ materialVariant, usdz, sceneViewerGlb }) => ({
      variant: materialVariant,
      usdz: missing(usdz),
      glb: missing(sceneViewerGlb),
    }))
    .filter(({ usdz, glb }) => usdz ?? glb)
  const key = createHash('sha256')
    .update(existsSync(master) ? readFileSync(master) : '')
    .update(JSON.stringify([stand, files, code]))
    .digest('hex')
  return { sku: product.sku, master, stand, files, key }
}

/** A fingerprint of the code that makes the files: the module, all it imports of ours, and the packages that do the work. */
export function codeVersion(root: string, module: string): string {
  const hash = createHash('sha256')
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  for (const [name, version] of Object.entries(dependencies)) {
    if (PACKAGES.test(name)) hash.update(`${name}@${version}`)
  }
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const source = readFileSync(path, 'utf8')
    hash.update(source)
    for (const [, specifier = ''] of source.matchAll(/\bfrom '(\.[^']+)'/g)) {
      const base = join(dirname(path), specifier)
      const file = [base, `${base}.ts`].find((candidate) => /\.ts$/.test(candidate) && existsSync(candidate))
      if (file) visit(file)
    }
  }
  visit(module)
  return hash.digest('hex')
}
