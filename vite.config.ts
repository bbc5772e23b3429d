import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { staticFolders } from './scripts/static-folders'
import { withoutLibraryEmulator } from './scripts/without-library-emulator'

const root = import.meta.dirname
const demos = readdirSync(join(root, 'demos'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'demos', entry.name, 'index.html')))
  .map((entry) => [`demos/${entry.name}`, join(root, 'demos', entry.name, 'index.html')] as const)

export default defineConfig({
  root,
  publicDir: false,
  plugins: [
    react(),
    withoutLibraryEmulator(),
    staticFolders({
      '/catalogue.json': 'assets/catalogue.json',
      '/models': 'assets/models',
      '/environment': 'assets/environment',
      '/decoders/draco': 'node_modules/three/examples/jsm/libs/draco/gltf',
      '/decoders/basis': 'node_modules/three/examples/jsm/libs/basis',
      '/profiles': 'node_modules/@webxr-input-profiles/assets/dist/profiles',
    }),
  ],
  // Two Reacts break hooks, two threes break instanceof.
  resolve: { dedupe: ['react', 'react-dom', 'three', '@react-three/fiber', '@react-three/xr', 'zustand'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    modulePreload: { polyfill: false },
    rollupOptions: { input: Object.fromEntries([['index', join(root, 'index.html')], ...demos]) },
  },
})
