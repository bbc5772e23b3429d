import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A built file and its compressed siblings. */
export interface BuiltFile {
  readonly path: string
  /** Path of the Brotli form, when the build made one. */
  readonly br?: string
  /** Path of the gzip form, when the build made one. */
  readonly gzip?: string
}

/**
 * Which addresses a built folder answers. Only what was found by walking the folder can be served, so no
 * address, however written, reaches a file outside it.
 */
export class FileIndex {
  readonly #root: string
  #files = new Map<string, BuiltFile>()
  #walkedAt = 0
  readonly #tags = new Map<string, { stamp: string; tag: string }>()

  constructor(root: string) {
    this.#root = root
    this.#walk()
  }

  /** The file at a decoded address (`/models/vase/vase.glb`). A rebuilt folder is noticed on a miss. */
  find(address: string): BuiltFile | undefined {
    const file = this.#files.get(address)
    if (file && existsSync(file.path)) return file
    if (Date.now() - this.#walkedAt < 1000) return undefined
    this.#walk()
    return this.#files.get(address)
  }

  /** Languages that pages were prerendered in, English (the fallback) first. */
  languages(): string[] {
    return [...this.#files.keys()]
      .map((address) => /^\/([a-z]{2})\/index\.html$/.exec(address)?.[1])
      .filter((language) => language !== undefined)
      .sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b))
  }

  /** Strong entity tag: the same bytes keep their tag from build to build. */
  tag(path: string): string {
    const { mtimeMs, size } = statSync(path)
    const stamp = `${mtimeMs}:${size}`
    const known = this.#tags.get(path)
    if (known?.stamp === stamp) return known.tag
    const tag = `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22)}"`
    this.#tags.set(path, { stamp, tag })
    return tag
  }

  #walk(): void {
    this.#walkedAt = Date.now()
    this.#files = new Map()
    if (!existsSync(this.#root)) return
    for (const entry of readdirSync(this.#root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /^\.|\.(br|gz)$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      const br = existsSync(`${path}.br`) ? { br: `${path}.br` } : {}
      const gzip = existsSync(`${path}.gz`) ? { gzip: `${path}.gz` } : {}
      const address = path.slice(this.#root.length).replaceAll('\\', '/')
      this.#files.set(address, { path, ...br, ...gzip })
    }
  }
}
