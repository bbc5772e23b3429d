import { existsSync, unlinkSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'

/** Where results go. */
export interface OutputRules {
  readonly cwd: string
  /** `--out`: a file, where it has the ending of the results, else a folder. Undefined: beside the input. */
  readonly out: string | undefined
  readonly force: boolean
}

export type Written =
  | { readonly ok: true; readonly path: string; readonly bytes: number }
  | {
      readonly ok: false
      readonly code: 'exists' | 'one-name' | 'not-written' | 'aborted'
      readonly path: string
      readonly cause?: unknown
    }

/** A result: `suffix` follows the input's name (`-oak.usdz`). */
export interface Result {
  readonly suffix: string
  readonly bytes: Uint8Array
}

/** Files begun and not yet whole; nothing of them may stay behind, however the process ends. */
const begun = new Set<string>()

/** Writes results, each whole or not at all, and over nothing that is there unless told to. */
export class OutputFiles {
  readonly #taken = new Set<string>()

  constructor(private readonly rules: OutputRules) {
    if (process.listeners('exit').every((listener) => listener !== tidy)) process.on('exit', tidy)
  }

  /** Writes the results of one input, in order, until one fails. Nothing is written when one of them is in the way of a file. */
  async write(
    input: string,
    results: readonly Result[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Written[]> {
    const targets = results.map((result) => ({ ...result, path: this.#pathOf(input, result.suffix) }))
    for (const { path } of targets) {
      // Two inputs, or two results, and one name for them.
      if (this.#taken.has(path)) return [{ ok: false, code: 'one-name', path }]
      this.#taken.add(path)
      if (!this.rules.force && existsSync(path)) return [{ ok: false, code: 'exists', path }]
    }
    const written: Written[] = []
    for (const { path, bytes } of targets) {
      const one = await writeWhole(path, bytes, signal)
      written.push(one)
      if (!one.ok) break
    }
    return written
  }

  #pathOf(input: string, suffix: string): string {
    const { cwd, out } = this.rules
    const name = basename(input, extname(input)) + suffix
    if (out === undefined) return join(dirname(resolve(cwd, input)), name)
    return extname(out) === extname(suffix) && !out.endsWith('/')
      ? resolve(cwd, out)
      : join(resolve(cwd, out), name)
  }
}

async function writeWhole(
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Written> {
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  begun.add(half)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(half, bytes, signal ? { signal } : {})
    await rename(half, path)
    return { ok: true, path, bytes: bytes.length }
  } catch (cause) {
    await rm(half, { force: true }).catch(() => undefined)
    return { ok: false, code: signal?.aborted ? 'aborted' : 'not-written', path, cause }
  } finally {
    begun.delete(half)
  }
}

function tidy(): void {
  for (const path of begun) {
    try {
      unlinkSync(path)
    } catch {
      // It was not there yet, or is no more.
    }
  }
}
