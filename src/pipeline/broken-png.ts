/** A PNG's first bytes, in a file and in a data address (base64), and what must follow: the length and name of its header. */
const STARTS = [
  { start: '\x89PNG\r\n\x1a\n', follows: '\0\0\0\rIHDR' },
  { start: 'iVBORw0KGgo', follows: 'AAAANSUhEU' },
] as const

/**
 * The same file with the pictures that are PNG only by their first byte made pictures of no kind at all. gltf-validator 2.0.0-dev.3.10 meets pixels
 * before a header with an exception nobody can catch, which ends a Node process; so it reports the picture as of unknown format.
 */
export function withoutBrokenPngs(bytes: Uint8Array): Uint8Array {
  let mended: Uint8Array | undefined
  for (const { start, follows } of STARTS) {
    const first = start.charCodeAt(0)
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
      if (!says(bytes, at, start) || says(bytes, at + start.length, follows)) continue
      mended ??= bytes.slice()
      mended[at] = '?'.charCodeAt(0)
    }
  }
  return mended ?? bytes
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}
