// Compresses once, at build, what the server would otherwise compress for every shopper.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Text, code and weights; models and pictures carry a compression of their own. */
const COMPRESSIBLE = [
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.json',
  '.svg',
  '.task',
  '.tflite',
  '.txt',
  '.wasm',
  '.xml',
  '.webmanifest',
]
/** Below this a packet is a packet. */
const SMALLEST_BYTES = 1024
/**
 * From here on the best Brotli takes longer than it is worth: a minute for the tracker's 13 MB of WebAssembly, for a ninth less. Such files
 * come out of packages and hardly ever change, so what was compressed is kept.
 */
const LARGE_BYTES = 1e6

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Writes `file.br` and `file.gz` beside every file worth it.
 * @param {string} folder
 * @param {string} [cache] folder where compressed forms of large files are kept by content
 * @returns {Promise<{ files: number, before: number, after: number }>} bytes before, and after in Brotli
 */
export async function compressFolder(folder, cache) {
  const sum = { files: 0, before: 0, after: 0 }
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path)
      if (bytes.length < SMALLEST_BYTES) return
      const large = bytes.length >= LARGE_BYTES
      const kept = large && cache ? join(cache, createHash('sha256').update(bytes).digest('hex')) : undefined
      const [br] = await Promise.all([
        put(path, 'br', kept, () => smallestBrotli(bytes, large)),
        put(path, 'gz', kept, () => zip(bytes, { level: 9 })),
      ])
      sum.files += 1
      sum.before += bytes.length
      sum.after += br
    }),
  )
  return sum
}

/** @param {Buffer} bytes @param {boolean} large */
function smallestBrotli(bytes, large) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: large ? 9 : 11,
    [constants.BROTLI_PARAM_LGWIN]: large ? 24 : 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotli(bytes, { params })
}

/**
 * Writes one form of a file, from the cache when it is there; gives its size.
 * @param {string} path @param {'br' | 'gz'} ending @param {string | undefined} kept @param {() => Promise<Buffer>} compress
 */
async function put(path, ending, kept, compress) {
  const target = `${path}.${ending}`
  const copy = kept && `${kept}.${ending}`
  if (copy && existsSync(copy)) {
    await copyFile(copy, target)
    return (await readFile(copy)).length
  }
  const bytes = await compress()
  await writeFile(target, bytes)
  if (copy) {
    mkdirSync(join(copy, '..'), { recursive: true })
    await writeFile(`${copy}.${process.pid}`, bytes)
    await rename(`${copy}.${process.pid}`, copy)
  }
  return bytes.length
}
