import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli/main'
import type { OpenBooth } from '../../src/pipeline/photo-booth'

const ROOT = join(import.meta.dirname, '../..')
const MODELS = join(ROOT, 'assets/models')

/** How a command ended and what it said. */
export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** A folder with models in it and a terminal that stands in it. */
export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))

  /** Puts a product's model there. */
  put(sku: string, name = `${sku}.glb`): string {
    const path = join(this.folder, name)
    copyFileSync(join(MODELS, sku, `${sku}.glb`), path)
    return path
  }

  /** Runs `vitrine` with these words. */
  async run(
    argv: readonly string[],
    how: { env?: Record<string, string>; tty?: boolean; signal?: AbortSignal; openBooth?: OpenBooth } = {},
  ): Promise<Ran> {
    const said = { out: '', err: '' }
    const stream = (key: keyof typeof said) => ({
      isTTY: how.tty ?? false,
      write(text: string) {
        said[key] += text
      },
    })
    const exit = await main(argv, {
      root: ROOT,
      cwd: this.folder,
      env: { LANG: 'C', ...how.env },
      stdout: stream('out'),
      stderr: stream('err'),
      signal: how.signal ?? new AbortController().signal,
      openBooth: how.openBooth ?? (async () => ({ ok: false, fault: { code: 'no-browser' } })),
    })
    return { exit, ...said }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
