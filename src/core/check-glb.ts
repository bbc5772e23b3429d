import { checkGltf, LIMITS, type SizeLimits } from './check-gltf'
import type { GltfJson } from './gltf-json'
import { type Failed, failed } from './model-fault'

const MAGIC = 0x46546c67
const JSON_CHUNK = 0x4e4f534a
const BIN_CHUNK = 0x004e4942

/**
 * Checks a GLB before it reaches the parser: its frame (header, chunks) and, through {@link checkGltf}, what its
 * JSON promises. Follows the GLB layout of glTF 2.0, section 4. Touches each JSON entry once; never throws.
 *
 * @param limits how much there may be to draw
 */
export function checkGlb(
  bytes: ArrayBuffer,
  limits: SizeLimits = LIMITS,
): { readonly ok: true; readonly json: GltfJson } | Failed {
  if (bytes.byteLength === 0) return failed('empty-file')
  const view = new DataView(bytes)
  if (bytes.byteLength < 4 || view.getUint32(0, true) !== MAGIC) return notGlb(bytes)
  if (bytes.byteLength < 12) return failed('truncated', { have: bytes.byteLength, want: 12 })
  const version = view.getUint32(4, true)
  if (version !== 2) return failed('old-version', { version })
  const length = view.getUint32(8, true)
  if (length > bytes.byteLength) return failed('truncated', { have: bytes.byteLength, want: length })

  let json: GltfJson | undefined
  let binLength = -1
  for (let at = 12; at + 8 <= length; ) {
    const chunkLength = view.getUint32(at, true)
    const type = view.getUint32(at + 4, true)
    at += 8
    if (at + chunkLength > length) return failed('truncated', { have: length, want: at + chunkLength })
    if (type === JSON_CHUNK && !json) {
      const parsed = parseJson(new Uint8Array(bytes, at, chunkLength))
      if (!parsed) return failed('bad-json')
      json = parsed
    } else if (type === BIN_CHUNK && binLength < 0) {
      binLength = chunkLength
    }
    at += chunkLength
  }
  if (!json) return failed('bad-json')
  const fault = checkGltf(json, binLength, limits)
  return fault ?? { ok: true, json }
}

/** Says what a file without the GLB magic is instead. */
function notGlb(bytes: ArrayBuffer): Failed {
  const head = new TextDecoder().decode(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 512)))
  const start = head.trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return failed('web-page')
  if (start.startsWith('{')) {
    const json = parseJson(new Uint8Array(bytes))
    if (json?.asset) return failed('gltf-json')
  }
  return failed('not-glb')
}

function parseJson(bytes: Uint8Array): GltfJson | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
