import type { Plugin } from 'vite'

const USES_EQUALITY = /@react-three[\\/]xr[\\/]dist[\\/].*\.js$/
const IMPORT = /import \{ useStore \} from 'zustand';/

/**
 * @react-three/xr 6.6 is written for zustand 4, whose `useStore` takes an equality function as third argument; zustand 5
 * moved that to `useStoreWithEqualityFn`. On zustand 5 its lists of controllers and hands are new at each render, and
 * React stops with "Maximum update depth exceeded". This points its one import at the function it means, so that the
 * bundle holds one zustand.
 */
export function libraryZustand(): Plugin {
  const transform = (code: string, id: string) =>
    USES_EQUALITY.test(id.split('?')[0] ?? '') && IMPORT.test(code)
      ? code.replace(IMPORT, "import { useStoreWithEqualityFn as useStore } from 'zustand/traditional';")
      : undefined
  return {
    name: 'vitrine-library-zustand',
    enforce: 'pre',
    // The development server bundles libraries beforehand, past the plugins of the page.
    config: () => ({
      optimizeDeps: {
        rolldownOptions: { plugins: [{ name: 'vitrine-library-zustand', transform }] },
      },
    }),
    transform,
  }
}
