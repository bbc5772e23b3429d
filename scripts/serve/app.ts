import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { withoutLanguageFolder } from '../../src/storefront/language-folder'
import { byteRange } from './byte-range'
import { chooseLanguage } from './choose-language'
import { type BuiltFile, FileIndex } from './file-index'
import { mediaType } from './media-type'
import { securityHeaders } from './security-headers'

/** What the static server may be told. */
export interface AppOptions {
  /** Absolute path of the built folder. */
  readonly root: string
  /** Content codings to offer, best first; by default Brotli, then gzip. */
  readonly codings?: readonly ('br' | 'gzip')[]
}

/** Addresses without a file of their own that the storefront answers by itself. */
const STOREFRONT = [/^\/$/, /^\/p\/[^/]+$/, /^\/try\/[^/]+$/, /^\/(room|file|cart)$/]

/** The server of a built storefront: files, pages in the shopper's language, and the headers that guard them. */
export function createApp({ root, codings = ['br', 'gzip'] }: AppOptions): Hono {
  const files = new FileIndex(root)
  const app = new Hono()

  app.on(['GET', 'HEAD'], '*', (c) => {
    const url = new URL(c.req.url)
    for (const [name, value] of Object.entries(securityHeaders(url))) c.header(name, value)
    const address = decode(url.pathname)
    if (address === undefined) return c.text('This address cannot be read.', 400)

    const file = files.find(address)
    if (file && !isPage(address)) return send(c, files, file, codings, cacheRule(address))

    const bare = withoutLanguageFolder(url.pathname + url.search)
    if (bare) return c.redirect(bare, 301)

    // Pages: `/p/vase/` and `/p/vase/index.html` are the page `/p/vase`.
    const page = address.replace(/(index\.html|\/+)$/, '').replace(/\/+$/, '') || '/'
    const found = findPage(c, files, page)
    if (found) {
      const demo = page.startsWith('/demos/') && !address.endsWith('/') && !address.endsWith('.html')
      // A demo's page names its neighbours relatively, so its address must end in a slash.
      if (demo) return c.redirect(`${url.pathname}/${url.search}`, 301)
      return send(c, files, found, codings, 'no-cache')
    }
    c.status(404)
    const missing = /\.\w+$/.test(page) ? undefined : findPage(c, files, '/404')
    return missing
      ? send(c, files, missing, codings, 'no-cache')
      : c.text('Nothing lives at this address.', 404)
  })
  app.all('*', (c) => c.text('Only GET and HEAD are answered here.', 405, { allow: 'GET, HEAD' }))
  return app
}

const isPage = (address: string) => address.endsWith('.html')

/** Names under /assets/ carry a hash of their content; everything else keeps its name and is asked after. */
const cacheRule = (address: string) =>
  address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache'

function decode(pathname: string): string | undefined {
  try {
    const address = decodeURIComponent(pathname)
    return address.includes('\0') ? undefined : address
  } catch {
    return undefined
  }
}

/** The prerendered page in the shopper's language, else the page as built, else the storefront's shell. */
function findPage(c: Context, files: FileIndex, page: string): BuiltFile | undefined {
  const language = chooseLanguage(files.languages(), {
    query: c.req.query('lang'),
    cookie: getCookie(c, 'lang'),
    accept: c.req.header('accept-language'),
  })
  const base = page === '/' ? '' : page
  const names = [...(isPage(base) ? [base] : []), `${base}/index.html`, ...(base ? [`${base}.html`] : [])]
  const shell = STOREFRONT.some((pattern) => pattern.test(page)) ? ['/index.html'] : []
  const candidates = [
    ...(language ? names.map((name) => `/${language}${name}`) : []),
    ...names,
    ...(language ? shell.map((name) => `/${language}${name}`) : []),
    ...shell,
  ]
  const found = candidates.map((address) => files.find(address)).find(Boolean)
  if (found && language) c.header('vary', 'accept-language, cookie', { append: true })
  return found
}

function send(
  c: Context,
  files: FileIndex,
  file: BuiltFile,
  codings: readonly ('br' | 'gzip')[],
  cache: string,
): Response {
  const accepted = (c.req.header('accept-encoding') ?? '').toLowerCase()
  const coding = codings.find(
    (name) => file[name] && new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  )
  const path = (coding && file[coding]) || file.path
  const size = statSync(path).size
  const tag = files.tag(path)
  c.header('content-type', mediaType(file.path))
  c.header('cache-control', cache)
  c.header('etag', tag)
  if (file.br || file.gzip) c.header('vary', 'accept-encoding', { append: true })

  const known = c.req.header('if-none-match')
  if (known && (known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))) {
    return c.body(null, 304)
  }
  if (coding) c.header('content-encoding', coding)
  else c.header('accept-ranges', 'bytes')

  const condition = c.req.header('if-range')
  const asked = coding || (condition && condition !== tag) ? undefined : c.req.header('range')
  const range = byteRange(asked, size)
  if (range === 'unsatisfiable') {
    c.header('content-range', `bytes */${size}`)
    return c.body(null, 416)
  }
  const span = range === 'whole' ? { first: 0, last: size - 1 } : range
  c.header('content-length', String(span.last - span.first + 1))
  if (range !== 'whole') {
    c.status(206)
    c.header('content-range', `bytes ${span.first}-${span.last}/${size}`)
  }
  if (c.req.method === 'HEAD' || size === 0) return c.body(null)
  const stream = createReadStream(path, { start: span.first, end: span.last })
  return c.body(Readable.toWeb(stream) as ReadableStream)
}
