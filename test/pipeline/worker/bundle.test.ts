import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../architecture/source-files'

const out = mkdtempSync(join(tmpdir(), 'vitrine-'))

describe('the built Worker', () => {
  beforeAll(async () => {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir: out,
        emptyOutDir: true,
        // Small files would be written into the script.
        assetsInlineLimit: 0,
        minify: false,
        rollupOptions: {
          input: join(ROOT, 'src/pipeline/worker/pipeline-client.ts'),
          preserveEntrySignatures: 'strict',
        },
      },
    })
  }, 120_000)
  afterAll(() => rmSync(out, { recursive: true }))

  const files = () => readdirSync(out, { recursive: true, encoding: 'utf8' })

  it('brings libwebp as a file of our own', () => {
    expect(files().filter((name) => /webp_enc_simd.*\.wasm$/.test(name))).toHaveLength(1)
  })

  it('fetches nothing from elsewhere', () => {
    const scripts = files().filter((name) => /\.m?js$/.test(name))
    expect(scripts.some((name) => name.includes('pipeline-worker'))).toBe(true)
    for (const name of scripts) {
      expect(readFileSync(join(out, name), 'utf8'), name).not.toMatch(/cdn\.|unpkg\.com|jsdelivr|esm\.sh/)
    }
  })
})
