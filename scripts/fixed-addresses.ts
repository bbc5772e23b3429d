import type { StaticFolder } from './static-folders.ts'
import { TRACKER_MODELS } from './tracker-models/ensure.ts'

/**
 * Files that keep their address from release to release, in development, in tests and in a build:
 * what pages, phones and other sites link to by name.
 */
export const FIXED_ADDRESSES: Readonly<Record<string, StaticFolder>> = {
  '/catalogue.json': { path: 'assets/catalogue.json' },
  '/models': { path: 'assets/models' },
  // The face's mesh; model people and hands, and what the tracker saw of them.
  '/try-on': { path: 'assets/try-on' },
  '/environment': { path: 'assets/environment' },
  '/decoders/draco': { path: 'node_modules/three/examples/jsm/libs/draco/gltf' },
  '/decoders/basis': { path: 'node_modules/three/examples/jsm/libs/basis' },
  // Made by scripts/tracker-models.
  '/tracker/models': { path: TRACKER_MODELS, only: /^[^.]/ },
  // The program for ES modules alone; its glue is part of our worker. The forms for classic scripts and for browsers without SIMD stay behind.
  '/tracker/wasm': {
    path: 'node_modules/@mediapipe/tasks-vision/wasm',
    only: /^vision_wasm_module_internal\.wasm$/,
  },
  '/profiles': {
    path: 'node_modules/@webxr-input-profiles/assets/dist/profiles',
    // What a controller can do, of all of them; how it looks, only of those that the emulated headset shows. In a
    // real headset people see their own, and the pictures of all would be 97 MB.
    only: /^[^/]+\.json$|\/profile\.json$|^(meta-quest-touch-plus|generic-hand)\//,
  },
}
