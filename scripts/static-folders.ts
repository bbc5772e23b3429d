import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { Plugin } from 'vite'

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
  '.usdz': 'model/vnd.usdz+zip',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.js': 'text/javascript',
  '.ktx2': 'image/ktx2',
}

/**
 * Serves folders and files under fixed addresses: in development by middleware, in a build by copying.
 * Vite's `publicDir` takes one folder; ours lie in several places, two of them inside packages.
 *
 * @param map address without trailing slash -> path from the project root
 */
export function staticFolders(map: Record<string, string>): Plugin {
  let root = ''
  let outDir = ''
  return {
    name: 'vitrine-static-folders',
    configResolved(config) {
      root = config.root
      outDir = join(root, config.build.outDir)
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
        for (const [prefix, path] of Object.entries(map)) {
          if (address !== prefix && !address.startsWith(`${prefix}/`)) continue
          const base = join(root, path)
          const file = normalize(join(base, address.slice(prefix.length)))
          if (file !== base && !file.startsWith(base + sep)) break
          if (!existsSync(file) || !statSync(file).isFile()) break
          response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
          response.setHeader('content-length', statSync(file).size)
          createReadStream(file).pipe(response)
          return
        }
        next()
      })
    },
    closeBundle() {
      for (const [prefix, path] of Object.entries(map)) {
        if (existsSync(join(root, path))) cpSync(join(root, path), join(outDir, prefix), { recursive: true })
      }
    },
  }
}
