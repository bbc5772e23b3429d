import { type Failed, failed } from '../core/model-fault'

/** A model to read: an address, a file the shopper picked, or bytes at hand. */
export type ModelSource = string | Blob | ArrayBuffer

/** Bytes read so far, and bytes in all (0 while unknown). */
export interface Progress {
  readonly loaded: number
  readonly total: number
}

/** Options of {@link readSource}. */
export interface ReadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** The whole of a source as bytes. Errors of the network and of the reader come back as faults. */
export async function readSource(
  source: ModelSource,
  { signal, onProgress }: ReadOptions = {},
): Promise<{ readonly ok: true; readonly bytes: ArrayBuffer } | Failed> {
  if (source instanceof ArrayBuffer) return { ok: true, bytes: source }
  try {
    if (source instanceof Blob) {
      const bytes = await source.arrayBuffer()
      onProgress?.({ loaded: bytes.byteLength, total: bytes.byteLength })
      return signal?.aborted ? failed('aborted') : { ok: true, bytes }
    }
    const response = await fetch(source, { ...(signal ? { signal } : {}), credentials: 'same-origin' })
    if (response.status === 404 || response.status === 410) return failed('not-found', { address: source })
    if (!response.ok) return failed('network', { address: source, status: response.status })
    return { ok: true, bytes: await readBody(response, onProgress) }
  } catch (error) {
    if (signal?.aborted) return failed('aborted')
    return failed('network', { address: String(source), status: error instanceof Error ? error.name : '' })
  }
}

/** Reads a body with progress into one buffer, sized in advance when the server says how long it is. */
async function readBody(response: Response, onProgress?: (progress: Progress) => void): Promise<ArrayBuffer> {
  if (!onProgress || !response.body) return response.arrayBuffer()
  // With a content encoding the header counts compressed bytes: not the length of the body.
  const total = response.headers.get('content-encoding') ? 0 : Number(response.headers.get('content-length'))
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let loaded = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    loaded += value.byteLength
    onProgress({ loaded, total })
  }
  const bytes = new Uint8Array(loaded)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  onProgress({ loaded, total: loaded })
  return bytes.buffer
}
