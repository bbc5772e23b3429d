import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bundleReport } from './scripts/bundle-report.ts'
import { chunkByJourney } from './scripts/chunk-by-journey.ts'
import { FIXED_ADDRESSES } from './scripts/fixed-addresses.ts'
import { libraryZustand } from './scripts/library-zustand.ts'
import { phoneFilesInDev } from './scripts/phone-files/dev-server.ts'
import { precompiledMessages } from './scripts/precompiled-messages.ts'
import { staticFolders } from './scripts/static-folders.ts'
import { tasksVisionAtHome } from './scripts/tasks-vision-at-home.ts'
import { trackerModels } from './scripts/tracker-models/vite-plugin.ts'
import { withoutLibraryEmulator } from './scripts/without-library-emulator.ts'

const root = import.meta.dirname
const demos = existsSync(join(root, 'demos')) ? readdirSync(join(root, 'demos')) : []
const pages = ['index.html', ...demos.map((name) => `demos/${name}/index.html`)]

export default defineConfig({
  root,
  publicDir: false,
  plugins: [
    react(),
    withoutLibraryEmulator(),
    libraryZustand(),
    precompiledMessages(),
    trackerModels(),
    tasksVisionAtHome(),
    staticFolders(FIXED_ADDRESSES),
    phoneFilesInDev(),
    chunkByJourney(pages),
    bundleReport(),
  ],
  // Two Reacts break hooks, two threes break instanceof.
  resolve: { dedupe: ['react', 'react-dom', 'three', '@react-three/fiber', '@react-three/xr', 'zustand'] },
  // Workers are bundled by themselves.
  worker: { plugins: () => [tasksVisionAtHome()] },
  build: {
    target: 'es2022',
    // The largest chunk is three.js.
    chunkSizeWarningLimit: 2500,
    outDir: 'dist',
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages.map((page) => join(root, page)).filter((page) => existsSync(page)) },
  },
})
