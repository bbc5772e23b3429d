import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** One JavaScript file of the build. */
export interface BundleChunk {
  /** Path below dist. */
  readonly file: string
  /** Size as sent, in bytes. */
  readonly gzipBytes: number
  /** The module a page or an `import()` asks for, from the project's root. */
  readonly facade: string | null
  /** Files loaded with it. */
  readonly imports: readonly string[]
  /** Files it may load later. */
  readonly dynamicImports: readonly string[]
  /** Style sheets that come with it. */
  readonly styles: readonly string[]
  /** What it is made of: paths from the project's root. */
  readonly modules: readonly string[]
}

/** What Vite notes of a chunk. */
interface StyledChunk {
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}

/** Name of the report in dist; the leading dot keeps the server from serving it. */
export const BUNDLE_REPORT = '.bundle.json'

/** Writes what went into which chunk, for the tests that guard it and the benchmark that weighs it. */
export function bundleReport(): Plugin {
  let root = ''
  const short = (id: string) => id.replace(/\0/g, '').replace(/\?.*$/, '').replace(`${root}/`, '')
  return {
    name: 'vitrine-bundle-report',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      root = config.root.replaceAll('\\', '/')
    },
    // Not before: Vite drops chunks that would only pass on others.
    writeBundle({ dir = 'dist' }, bundle) {
      const chunks: BundleChunk[] = []
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunks.push({
          file: chunk.fileName,
          gzipBytes: gzipSync(chunk.code, { level: 9 }).length,
          facade: chunk.facadeModuleId ? short(chunk.facadeModuleId) : null,
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
          styles: [...((chunk as StyledChunk).viteMetadata?.importedCss ?? [])],
          modules: Object.keys(chunk.modules).map(short),
        })
      }
      writeFileSync(join(dir, BUNDLE_REPORT), JSON.stringify(chunks, null, 1))
    },
  }
}
