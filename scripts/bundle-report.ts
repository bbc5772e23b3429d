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
  /** True when a page starts it. */
  readonly isEntry: boolean
  /** Files loaded with it. */
  readonly imports: readonly string[]
  /** Files it may load later. */
  readonly dynamicImports: readonly string[]
  /** What it is made of: paths from the project's root. */
  readonly modules: readonly string[]
}

/** Name of the report in dist; the leading dot keeps the server from serving it. */
export const BUNDLE_REPORT = '.bundle.json'

/** Writes what went into which chunk, for the tests that guard it and the benchmark that weighs it. */
export function bundleReport(): Plugin {
  let root = ''
  const short = (id: string) => id.replace(/\0/g, '').replace(/\?.*$/, '').replace(`${root}/`, '')
  return {
    name: 'vitrine-bundle-report',
    configResolved(config) {
      root = config.root.replaceAll('\\', '/')
    },
    generateBundle(_options, bundle) {
      const chunks: BundleChunk[] = []
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunks.push({
          file: chunk.fileName,
          gzipBytes: gzipSync(chunk.code, { level: 9 }).length,
          facade: chunk.facadeModuleId ? short(chunk.facadeModuleId) : null,
          isEntry: chunk.isEntry,
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
          modules: Object.keys(chunk.modules).map(short),
        })
      }
      this.emitFile({ type: 'asset', fileName: BUNDLE_REPORT, source: JSON.stringify(chunks, null, 1) })
    },
  }
}
