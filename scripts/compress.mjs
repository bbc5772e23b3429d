// Compresses once, at build, what the server would otherwise compress for every shopper.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Text and code; models and pictures carry a compression of their own. */
const COMPRESSIBLE = [
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.json',
  '.svg',
  '.txt',
  '.wasm',
  '.xml',
  '.webmanifest',
]
/** Below this a packet is a packet. */
const SMALLEST_BYTES = 1024

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Writes `file.br` and `file.gz` beside every file worth it.
 * @param {string} folder
 * @returns {Promise<{ files: number, before: number, after: number }>} bytes before, and after in Brotli
 */
export async function compressFolder(folder) {
  const sum = { files: 0, before: 0, after: 0 }
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path)
      if (bytes.length < SMALLEST_BYTES) return
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      }
      const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })])
      await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
      sum.files += 1
      sum.before += bytes.length
      sum.after += br.length
    }),
  )
  return sum
}
