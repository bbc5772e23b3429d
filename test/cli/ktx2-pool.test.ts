import { expect, it } from 'vitest'
import { createKtx2Pool } from '../../src/cli/ktx2-pool'
import { readKtx2Header } from '../../src/pipeline/ktx2-header'

it('packs pictures as KTX2 with every mipmap, several at once', { timeout: 120_000 }, async () => {
  const pool = createKtx2Pool(2)
  const data = Uint8Array.from({ length: 64 * 32 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 256))
  const pixels = { width: 64, height: 32, data }
  const glassy = { ...pixels, data: data.map((value, i) => (i % 4 === 3 ? i % 251 : value)) }
  const colour = { mode: 'etc1s', srgb: true, normalMap: false, quality: 128 } as const
  const [opaque, alpha, normals] = await Promise.all([
    pool.encode(pixels, colour),
    pool.encode(glassy, colour),
    pool.encode(pixels, { ...colour, mode: 'uastc', srgb: false, normalMap: true }),
  ])
  await pool.close()
  const size = { width: 64, height: 32, levels: 7 }
  expect(readKtx2Header(opaque)).toEqual({ ...size, model: 'etc1s', alpha: false })
  expect(readKtx2Header(alpha)).toEqual({ ...size, model: 'etc1s', alpha: true })
  expect(readKtx2Header(normals)).toMatchObject({ ...size, model: 'uastc' })
})
