import type { Plugin } from 'vite'

/** What is changed in tasks-vision 1.1.0, by file. Each must be found: another version is looked at anew. */
const CHANGES: readonly { readonly file: RegExp; readonly find: string; readonly put: string }[] = [
  {
    // Counts and milliseconds go there every minute, without a switch. src/experiences/tryon/tracker/own-origin.ts refuses them as well.
    file: /tasks-vision[\\/]vision_bundle\.mjs$/,
    find: 'https://odml.pa.googleapis.com/v1/log',
    put: 'about:blank',
  },
  {
    // We hand the program over; a bundler would look for this file, which is not in the package.
    file: /tasks-vision[\\/]wasm[\\/]vision_wasm_module_internal\.js$/,
    find: 'new URL("vision_wasm_module_raw_internal.wasm", import.meta.url).href',
    put: '"vision_wasm_module_raw_internal.wasm"',
  },
  {
    // Node's part, which no page reaches.
    file: /tasks-vision[\\/]wasm[\\/]vision_wasm_module_internal\.js$/,
    find: 'await import("node:module")',
    put: '{}',
  },
]

/** The same text with everything of {@link CHANGES} that concerns the file; undefined when nothing does. */
export function atHome(code: string, id: string): string | undefined {
  const changes = CHANGES.filter(({ file }) => file.test(id.split('?')[0] ?? ''))
  if (changes.length === 0) return undefined
  return changes.reduce((text, { find, put }) => {
    if (!text.includes(find)) throw new Error(`tasks-vision-at-home: ${id} is without ${find}`)
    return text.replaceAll(find, put)
  }, code)
}

/** Bundles MediaPipe Tasks without its reports to its makers and without what a page never runs: for pages and for workers. */
export function tasksVisionAtHome(): Plugin {
  const plugin = { name: 'vitrine-tasks-vision-at-home', transform: atHome }
  return {
    ...plugin,
    enforce: 'pre',
    // The development server bundles libraries beforehand, past the plugins of the page.
    config: () => ({ optimizeDeps: { rolldownOptions: { plugins: [plugin] } } }),
  }
}
