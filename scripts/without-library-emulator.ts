import type { Plugin } from 'vite'

/**
 * Keeps the emulator inside @pmndrs/xr out of the bundle (340 KB gzip and 1.6 MB of rooms).
 * Ours is loaded by `?xr=emulate` alone; the library's would start by itself on localhost.
 */
export function withoutLibraryEmulator(): Plugin {
  const STUB = '\0vitrine-no-emulator'
  return {
    name: 'vitrine-without-library-emulator',
    enforce: 'pre',
    resolveId(id, importer) {
      return id.endsWith('/emulate.js') && importer?.includes('@pmndrs/xr') ? STUB : undefined
    },
    load(id) {
      return id === STUB
        ? 'export function emulate() { throw new Error("the library emulator is left out; use ?xr=emulate") }'
        : undefined
    },
  }
}
