import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { mediaType } from '../serve/media-type.ts'
import type { PhoneFiles } from './ensure.ts'

/** Serves the phone files in development at their addresses, each product's made when one is asked for. */
export function phoneFilesInDev(): Plugin {
  return {
    name: 'vitrine-phone-files',
    apply: 'serve',
    configureServer(server) {
      const { logger } = server.config
      server.middlewares.use((request, response, next) => {
        const address = (request.url ?? '').split('?')[0] ?? ''
        const [, sku, name] = /^\/models\/([a-z0-9-]+)\/([a-z0-9-]+)\.(?:usdz|glb)$/.exec(address) ?? []
        if (!sku || name === sku) return next()
        ensure(server, sku)
          .then(({ folder, files }) => {
            const path = address.slice(1)
            if (!files.includes(path)) return next()
            response.setHeader('content-type', mediaType(path))
            response.setHeader('content-length', statSync(join(folder, path)).size)
            response.setHeader('cache-control', 'no-cache')
            createReadStream(join(folder, path)).pipe(response)
          })
          .catch((error: unknown) => {
            logger.error(String(error))
            next()
          })
      })
    },
  }
}

/** Loaded at the first request, and through Vite: its config is read before anything can resolve our own imports. */
async function ensure(server: ViteDevServer, sku: string): Promise<PhoneFiles> {
  const module = join(import.meta.dirname, 'ensure.ts')
  const { ensurePhoneFiles } = (await server.ssrLoadModule(module)) as typeof import('./ensure.ts')
  return ensurePhoneFiles(server.config.root, { skus: [sku] })
}
