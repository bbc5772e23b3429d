import { basename, dirname } from 'node:path'
import type { Plugin } from 'vite'

/** What the bundler tells of a module. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** Where a shopper's way forks, and the module that begins each stretch. */
const STEPS: Readonly<Record<string, string>> = {
  /** First light: what every page of the shop starts with. */
  start: 'src/storefront/main.tsx',
  /** The 3D view, which needs no React. */
  viewer: 'src/engine/viewer.ts',
  /** The page comes alive: React and the storefront. */
  shop: 'src/storefront/take-over.tsx',
}

/**
 * Gathers modules into chunks by the steps that need them: what one step needs arrives in one file, and never
 * before that step. Left alone, the bundler cuts along every border between two pages and makes two dozen files of
 * the product page, each compressed for itself. What no step needs (AR, the emulator, decoders) stays where the
 * bundler puts it.
 *
 * @param pages HTML entries of the build; a demo is a step of its own, so that it carries nothing of the shop
 */
export function chunkByJourney(pages: readonly string[]): Plugin {
  let root = ''
  let steps: readonly (readonly [name: string, reach: ReadonlySet<string>])[] | undefined
  const reachable = (start: string, graph: ModuleGraph) => {
    const found = new Set<string>()
    const visit = (id: string) => {
      if (found.has(id)) return
      found.add(id)
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next)
    }
    visit(`${root}/${start}`)
    return found
  }
  const name = (id: string, graph: ModuleGraph): string | null => {
    // The sentences of placement, of trying on and of the cart come with them.
    const language = /assets\/messages\/([a-z]{2})\/(?!placement|tryon|cart)/.exec(id)?.[1]
    if (language) return `messages-${language}`
    const demos = pages.filter((page) => page.startsWith('demos/'))
    const starts = { ...STEPS, ...Object.fromEntries(demos.map((page) => [basename(dirname(page)), page])) }
    steps ??= Object.entries(starts).map(([step, start]) => [step, reachable(start, graph)] as const)
    const needed = steps.filter(([, reach]) => reach.has(id)).map(([step]) => step)
    // What a demo brings from elsewhere may be wanted by a late page too, which must not load the demo with it.
    if (needed.every((step) => !(step in STEPS)) && !id.includes('/demos/')) return null
    return needed.join('-')
  }
  return {
    name: 'vitrine-chunk-by-journey',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    config(config) {
      root = (config.root ?? process.cwd()).replaceAll('\\', '/')
      const groups = [{ name, debugName: 'journey' }]
      return {
        build: {
          rolldownOptions: { output: { codeSplitting: { groups, includeDependenciesRecursively: false } } },
        },
      }
    },
  }
}
