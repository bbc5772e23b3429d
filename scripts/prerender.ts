// Makes a page of HTML for every address of the shop in every language, so that a shopper reads before any script has run.
// Runs after `vite build`, over dist/index.html; the server chooses the language (scripts/serve/app.ts).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { directionOf, LANGUAGES, type Language } from '../src/core/languages'
import { parseCatalogue } from '../src/core/parse-catalogue'
import { tryOnKind } from '../src/core/try-on-kind'
import { BUNDLE_REPORT, type BundleChunk } from './bundle-report'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const serverBuild = join(root, '.cache', 'entry-server')

const cataloguePath = join(root, 'assets', 'catalogue.json')
if (!existsSync(cataloguePath)) {
  console.error('assets/catalogue.json is missing: no pages are prerendered. npm run assets makes it.')
  process.exit(0)
}
const parsed = parseCatalogue(JSON.parse(readFileSync(cataloguePath, 'utf8')))
if (!parsed.ok) {
  console.error(`assets/catalogue.json: ${JSON.stringify(parsed.faults, null, 2)}`)
  process.exit(1)
}
const { catalogue } = parsed

await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: {
    ssr: join(root, 'src', 'storefront', 'entry-server.tsx'),
    outDir: serverBuild,
    emptyOutDir: true,
    rollupOptions: { input: join(root, 'src', 'storefront', 'entry-server.tsx') },
  },
  ssr: { noExternal: true },
})
const { renderPage } = (await import(
  join(serverBuild, 'entry-server.js')
)) as typeof import('../src/storefront/entry-server')

const template = readFileSync(join(dist, 'index.html'), 'utf8')
const chunks = JSON.parse(readFileSync(join(dist, BUNDLE_REPORT), 'utf8')) as BundleChunk[]
const paths = [
  '/',
  '/file',
  '/room',
  '/cart',
  '/404',
  ...catalogue.products.map(({ sku }) => `/p/${sku}`),
  ...catalogue.products.filter(tryOnKind).map(({ sku }) => `/try/${sku}`),
]

/** Pages whose styles come with their code: their HTML must not be seen without them. */
const STYLED: readonly (readonly [path: RegExp, module: string])[] = [
  [/^\/try\//, 'src/storefront/pages/try-page.tsx'],
  [/^\/cart$/, 'src/storefront/pages/cart-page.tsx'],
]

for (const language of LANGUAGES) {
  for (const path of paths) write(join(language, path), await pageHtml(path, language))
}
// For servers that know nothing of languages: English, without a folder.
for (const path of paths) write(path, await pageHtml(path, 'en'))

/** The whole document of one address in one language. */
async function pageHtml(path: string, language: Language): Promise<string> {
  const { head, body } = await renderPage(catalogue, path, language)
  const preloads = modulePreloads(
    path.startsWith('/p/') ? 'src/engine/viewer.ts' : 'src/storefront/take-over.tsx',
  )
  return template
    .replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="${directionOf(language)}">`)
    .replace(/<!--head-->[\s\S]*<!--\/head-->/, () => [head, preloads, ...stylesOf(path)].join('\n    '))
    .replace('<div id="shop"><!--shop--></div>', () => `<div id="shop" data-path="${path}">${body}</div>`)
}

/** Preload links of a module's chunk and of everything it imports at once, so that no request waits to be discovered. */
function modulePreloads(module: string): string {
  const files = new Set<string>()
  const visit = (chunk: BundleChunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const imported of chunk.imports) visit(chunks.find(({ file }) => file === imported))
  }
  // A chunk that several entries share is no entry's own and has no facade: then the one that holds the module.
  visit(
    chunks.find(({ facade }) => facade === module) ?? chunks.find(({ modules }) => modules.includes(module)),
  )
  if (files.size === 0) throw new Error(`the build has no chunk of ${module}`)
  return [...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('\n    ')
}

/** Style sheets of a page that are its own. */
function stylesOf(path: string): string[] {
  const module = STYLED.find(([pattern]) => pattern.test(path))?.[1]
  const chunk = module && chunks.find(({ modules }) => modules.includes(module))
  return chunk ? chunk.styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`) : []
}

function write(path: string, html: string): void {
  const file = join(dist, path, 'index.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
}
