import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { archiveUsdz } from '../../src/pipeline/usdz-archive'
import { readZip } from './read-zip'

const files = Array.from({ length: 70 }, (_, i) => ({
  // Every length of name, so that every padding occurs.
  name: `${'n'.repeat(i + 1)}.bin`,
  bytes: Uint8Array.from({ length: (i * 37) % 131 }, (_, k) => (k * 7 + i) & 255),
}))

describe('archiveUsdz', () => {
  const entries = readZip(archiveUsdz(files))

  it('stores every file as it is, in order', () => {
    expect(entries.map((entry) => entry.name)).toEqual(files.map((file) => file.name))
    for (const [i, entry] of entries.entries()) {
      expect(entry.method).toBe(0)
      expect([...entry.bytes]).toEqual([...(files[i]?.bytes ?? [])])
    }
  })

  it('starts every file at a multiple of 64 bytes', () => {
    for (const entry of entries) expect(entry.start % 64).toBe(0)
  })

  it('writes the checksums zip readers verify', () => {
    if (typeof crc32 !== 'function') return
    for (const entry of entries) expect(entry.crc).toBe(crc32(entry.bytes))
  })
})
