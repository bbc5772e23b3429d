import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createApp } from '../../scripts/serve/app'
import { listen } from '../../scripts/serve/listen'
import { buildIfStale } from '../../scripts/setup/build-if-stale.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the built storefront, served as `npm start` serves it; no slash at the end. */
    baseUrl: string
  }
}

const root = join(import.meta.dirname, '..', '..')

/** Builds once and serves on a free port while the end-to-end tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildIfStale(root)
  if (!built.ok) throw new Error(built.message)
  const listening = await listen({ app: createApp({ root: join(root, 'dist') }), port: 0, host: '127.0.0.1' })
  if (!listening.ok) throw new Error(listening.fault.code)
  project.provide('baseUrl', `http://127.0.0.1:${listening.server.port}`)
  return () => listening.server.close()
}
