import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize, sep } from 'node:path'
import { mediaType } from '../serve/media-type'

/** Serves the booth's page and the models it photographs, to this machine alone. */
export interface PeopleServer {
  readonly origin: string
  /** Puts a file at an address that changes when the file does. @returns that address */
  offer(path: string, bytes: Uint8Array): string
  close(): Promise<void>
}

/** @param page folder of the built page */
export async function servePeople(page: string): Promise<PeopleServer> {
  const offered = new Map<string, Uint8Array>()
  const server = createServer((request, response) => {
    const address = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const bytes = offered.get(address)
    if (bytes) {
      response.writeHead(200, { 'content-type': 'model/gltf-binary', 'content-length': bytes.length })
      response.end(bytes)
      return
    }
    const file = normalize(join(page, address))
    if (!file.startsWith(page + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': mediaType(file) })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    offer(path, bytes) {
      const address = `/model/${createHash('sha1').update(path).update(bytes).digest('hex')}.glb`
      offered.set(address, bytes)
      return address
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
