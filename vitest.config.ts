import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { bareImports } from './scripts/bare-imports.ts'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from './scripts/browser.mjs'
import { FIXED_ADDRESSES } from './scripts/fixed-addresses.ts'
import { staticFolders } from './scripts/static-folders.ts'
import { tasksVisionAtHome } from './scripts/tasks-vision-at-home.ts'
import { trackerModels } from './scripts/tracker-models/vite-plugin.ts'

/** Rooms whose code runs in a page. */
const IN_BROWSER = ['core', 'platform', 'engine', 'experiences', 'storefront', 'pipeline']

/** `*.test.ts` runs in Node, `*.browser.test.ts(x)` in Chromium, `test/e2e` drives the built app from Node. */
export default defineConfig({
  plugins: [react(), trackerModels(), tasksVisionAtHome(), staticFolders(FIXED_ADDRESSES)],
  publicDir: false,
  resolve: { dedupe: ['react', 'react-dom', 'three', '@react-three/fiber', '@react-three/xr', 'zustand'] },
  optimizeDeps: {
    include: [
      // A package found late reloads the page, and the test that runs on it fails.
      ...bareImports(IN_BROWSER.map((room) => join(import.meta.dirname, 'src', room))),
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'three/addons/loaders/USDLoader.js',
      '@gltf-transform/core',
      '@gltf-transform/extensions',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', '**/*.browser.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser() ?? '',
                // A camera of coloured discs, which nobody is asked for; refusals are tested end to end.
                args: [...BROWSER_ARGS, '--use-fake-device-for-media-stream'],
                env: BROWSER_ENV,
              },
              contextOptions: { permissions: ['camera'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts', 'test/architecture/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          globalSetup: ['test/e2e/global-setup.ts'],
        },
      },
    ],
  },
})
