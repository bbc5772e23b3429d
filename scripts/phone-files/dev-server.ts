import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { mediaType } from '../serve/media-type.ts'
import { ensurePhoneFiles } from './ensure.ts'

/** Serves the phone files in development at their addresses, each product's made when one is asked for. */
export function phoneFilesInDev(): Plugin {
  return {
    name: 'vitrine-phone-files',
    apply: 'serve',
    configureServer(server) {
      const { root, logger } = server.config
      server.middlewares.use((request, response, next) => {
        const address = (request.url ?? '').split('?')[0] ?? ''
        const [, sku, name] = /^\/models\/([a-z0-9-]+)\/([a-z0-9-]+)\.(?:usdz|glb)$/.exec(address) ?? []
        if (!sku || name === sku) return next()
        ensurePhoneFiles(root, { skus: [sku] })
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
