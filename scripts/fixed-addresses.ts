import type { StaticFolder } from './static-folders.ts'

/**
 * Files that keep their address from release to release, in development, in tests and in a build:
 * what pages, phones and other sites link to by name.
 */
export const FIXED_ADDRESSES: Readonly<Record<string, StaticFolder>> = {
  '/catalogue.json': { path: 'assets/catalogue.json' },
  '/models': { path: 'assets/models' },
  '/environment': { path: 'assets/environment' },
  '/decoders/draco': { path: 'node_modules/three/examples/jsm/libs/draco/gltf' },
  '/decoders/basis': { path: 'node_modules/three/examples/jsm/libs/basis' },
  // The package also holds 97 MB of controller models that we do not draw.
  '/profiles': { path: 'node_modules/@webxr-input-profiles/assets/dist/profiles', only: ['.json'] },
}
