import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from './scripts/browser.mjs'
import { FIXED_ADDRESSES } from './scripts/fixed-addresses.ts'
import { staticFolders } from './scripts/static-folders.ts'

/** `*.test.ts` runs in Node, `*.browser.test.ts(x)` in Chromium, `test/e2e` drives the built app from Node. */
export default defineConfig({
  plugins: [react(), staticFolders(FIXED_ADDRESSES)],
  publicDir: false,
  resolve: { dedupe: ['react', 'react-dom', 'three', '@react-three/fiber', '@react-three/xr', 'zustand'] },
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'three',
      // Found late, each would reload a test that runs.
      'three/addons/exporters/USDZExporter.js',
      'three/addons/loaders/DRACOLoader.js',
      'three/addons/loaders/GLTFLoader.js',
      'three/addons/loaders/KTX2Loader.js',
      'three/addons/loaders/USDLoader.js',
      'three/addons/utils/SkeletonUtils.js',
      'meshoptimizer/decoder',
      '@gltf-transform/core',
      '@gltf-transform/extensions',
      '@react-three/fiber',
      '@react-three/xr',
      'zustand',
      'iwer',
      '@iwer/sem',
      'vitest-browser-react',
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
              launchOptions: { executablePath: findBrowser() ?? '', args: BROWSER_ARGS, env: BROWSER_ENV },
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
