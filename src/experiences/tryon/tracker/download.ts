import type { TrackerFile } from './tracker-files'

/** Told with every chunk: bytes of all downloads together, uncompressed. */
export type OnBytes = (loaded: number, total: number) => void

/** A file could not be had, whole. */
export class DownloadFault extends Error {
  readonly file: string

  constructor(file: string, reason: string) {
    super(`tracker/download: ${file} (${reason})`)
    this.file = file
  }
}

/** Several downloads that count as one. */
export class Downloads {
  readonly #fetch: typeof fetch
  readonly #onBytes: OnBytes
  #loaded = 0
  #total = 0

  /** @param fetchFile kept here, because the worker's own is guarded later (own-origin.ts) */
  constructor(fetchFile: typeof fetch, onBytes: OnBytes) {
    this.#fetch = fetchFile
    this.#onBytes = onBytes
  }

  /** Bytes so far. */
  get loaded(): number {
    return this.#loaded
  }

  /** @throws DownloadFault */
  async bytes(file: TrackerFile): Promise<Uint8Array<ArrayBuffer>> {
    const { response, expected } = await this.#request(file)
    const { body } = response
    if (!body) throw new DownloadFault(file.address, 'empty')
    // A file that is as long as was said needs no second copy.
    let bytes = new Uint8Array(expected || 1 << 20)
    let length = 0
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new DownloadFault(file.address, 'cut off')
      })
      if (done) break
      if (length + value.length > bytes.length) {
        const larger = new Uint8Array(2 * (length + value.length))
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(value, length)
      length += value.length
      this.#count(value.length)
    }
    return length === bytes.length ? bytes : bytes.slice(0, length)
  }

  /** Compiles while it loads. @throws DownloadFault */
  async program(file: TrackerFile): Promise<WebAssembly.Module> {
    const { response } = await this.#request(file)
    const { body } = response
    if (!body) throw new DownloadFault(file.address, 'empty')
    let cut = false
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        this.#count(chunk.length)
        controller.enqueue(chunk)
      },
    })
    body.pipeTo(counter.writable).catch(() => {
      cut = true
    })
    // Whatever a server calls it: a wrong media type would only be refused.
    const headers = { 'content-type': 'application/wasm' }
    try {
      return await WebAssembly.compileStreaming(new Response(counter.readable, { headers }))
    } catch (error) {
      if (cut || !(error instanceof WebAssembly.CompileError))
        throw new DownloadFault(file.address, 'cut off')
      throw error
    }
  }

  async #request(file: TrackerFile): Promise<{ response: Response; expected: number }> {
    // Counted before it answers: another file that is there already is not all.
    this.#total += file.bytes
    const response = await this.#fetch(file.address).catch((error: unknown): never => {
      throw new DownloadFault(file.address, String(error))
    })
    if (!response.ok) throw new DownloadFault(file.address, String(response.status))
    // A host that answers every unknown address with its front page means 404.
    if (response.headers.get('content-type')?.startsWith('text/html'))
      throw new DownloadFault(file.address, 'a page instead')
    const plain = response.headers.has('content-encoding')
      ? 0
      : Number(response.headers.get('content-length'))
    if (file.bytes === 0) this.#total += plain
    return { response, expected: file.bytes || plain }
  }

  #count(bytes: number): void {
    this.#loaded += bytes
    this.#onBytes(this.#loaded, Math.max(this.#loaded, this.#total))
  }
}
