import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Certificate } from './certificate'

/** Where and how to listen. */
export interface ListenOptions {
  /** What answers: see `createApp`. */
  readonly app: Hono
  /** 0 takes any free port. */
  readonly port: number
  /** `127.0.0.1` for this machine alone, `0.0.0.0` for the network. */
  readonly host: string
  /** Serves HTTPS when given. */
  readonly certificate?: Certificate
}

/** A server that runs. */
export interface Listening {
  readonly port: number
  /** Stops at once, open connections too. */
  close(): Promise<void>
}

/** Opens a port to an app; one that is taken or forbidden is a returned fault. */
export function listen({ app, port, host, certificate }: ListenOptions) {
  type Result =
    | { readonly ok: true; readonly server: Listening }
    | { readonly ok: false; readonly fault: { readonly code: 'port-taken' | 'port-forbidden' } }
  return new Promise<Result>((resolve, reject) => {
    const base = { fetch: app.fetch, port, hostname: host }
    const server = certificate
      ? serve({
          ...base,
          createServer: createHttps,
          serverOptions: { key: certificate.key, cert: certificate.cert },
        })
      : serve(base)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ ok: false, fault: { code: 'port-taken' } })
      else if (error.code === 'EACCES') resolve({ ok: false, fault: { code: 'port-forbidden' } })
      else reject(error)
    })
    server.once('listening', () => {
      const { port: chosen } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ ok: true, server: { port: chosen, close } })
    })
  })
}
