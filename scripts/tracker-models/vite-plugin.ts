import type { Plugin } from 'vite'
import { ensureTrackerModels } from './ensure.ts'

/** Sees that the tracker's models are there before they are served or copied: in development, in tests and in a build. */
export function trackerModels(): Plugin {
  return {
    name: 'vitrine-tracker-models',
    configResolved({ root, command, build }) {
      if (command === 'serve' || !build.ssr) ensureTrackerModels(root)
    },
  }
}
