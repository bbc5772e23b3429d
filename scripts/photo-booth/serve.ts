import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize, sep } from 'node:path'
import { FIXED_ADDRESSES } from '../fixed-addresses'
import { mediaType } from '../serve/media-type'

/** Serves the booth's page, the decoders it may need and the model it photographs, to this machine alone. */
export interface BoothServer {
  readonly origin: string
  /** Puts a model at an address of its own, in place of the one before. @returns that address */
  offer(model: Uint8Array): string
  close(): Promise<void>
}

export async function serveBooth(root: string, page: string): Promise<BoothServer> {
  let offered: { address: string; model: Uint8Array } | undefined
  let count = 0
  const folders = Object.entries(FIXED_ADDRESSES)
    .filter(([address]) => address.startsWith('/decoders/'))
    .map(([address, { path }]) => [address, join(root, path)] as const)
  const server = createServer((request, response) => {
    const address = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    if (address === offered?.address) {
      response.writeHead(200, { 'content-type': 'model/gltf-binary', 'content-length': offered.model.length })
      response.end(offered.model)
      return
    }
    const [prefix, folder] = folders.find(([start]) => address.startsWith(`${start}/`)) ?? ['', page]
    const file = normalize(join(folder, address.slice(prefix.length)))
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': mediaType(file) })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    offer(model) {
      if (offered?.model !== model) {
        count += 1
        offered = { address: `/model/${count}.glb`, model }
      }
      return offered.address
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
