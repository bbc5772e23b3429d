import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { join, normalize, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { mediaType } from './serve/media-type.ts'

/** A file or folder of the project that is served as it is. */
export interface StaticFolder {
  /** Path from the project's root. */
  readonly path: string
  /** Which files to serve, by their path below it with forward slashes; all when absent. */
  readonly only?: RegExp
}

/**
 * Serves folders and files under fixed addresses: in development by middleware, in a build by copying.
 * Vite's `publicDir` takes one folder; ours lie in several places, some of them inside packages.
 *
 * @param map address without trailing slash -> what lies there
 */
export function staticFolders(map: Readonly<Record<string, StaticFolder>>): Plugin {
  let root = ''
  let outDir = ''
  let build = false
  return {
    name: 'vitrine-static-folders',
    configResolved(config) {
      root = config.root
      outDir = resolve(root, config.build.outDir)
      build = config.command === 'build' && !config.build.ssr
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = locate(root, map, (request.url ?? '').split('?')[0] ?? '')
        if (!file) return next()
        response.setHeader('content-type', mediaType(file))
        response.setHeader('content-length', statSync(file).size)
        response.setHeader('cache-control', 'no-cache')
        createReadStream(file).pipe(response)
      })
    },
    closeBundle() {
      if (!build) return
      for (const [prefix, { path, only }] of Object.entries(map)) {
        const from = join(root, path)
        if (!existsSync(from)) continue
        cpSync(from, join(outDir, prefix), {
          recursive: true,
          filter: (source) => statSync(source).isDirectory() || allowed(from, source, only),
        })
      }
    },
  }
}

const allowed = (base: string, file: string, only: RegExp | undefined) =>
  !only || only.test(relative(base, file).replaceAll('\\', '/'))

/** The file at an address, or undefined when it is not ours to serve. */
function locate(root: string, map: Readonly<Record<string, StaticFolder>>, encoded: string) {
  let address: string
  try {
    address = decodeURIComponent(encoded)
  } catch {
    return undefined
  }
  for (const [prefix, { path, only }] of Object.entries(map)) {
    if (address !== prefix && !address.startsWith(`${prefix}/`)) continue
    const base = join(root, path)
    const file = normalize(join(base, address.slice(prefix.length)))
    if (file !== base && !file.startsWith(base + sep)) return undefined
    if (!allowed(base, file, only)) return undefined
    return existsSync(file) && statSync(file).isFile() ? file : undefined
  }
  return undefined
}
