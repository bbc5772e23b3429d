import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createSharpCodec } from '../../src/cli/sharp-codec'
import type { Pixels } from '../../src/pipeline/image-codec'

const codec = createSharpCodec()

/** Red on the left, blue on the right, alpha falling downwards to 0. */
function sample(width = 32, height = 16): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set(
        [x < width / 2 ? 255 : 0, 0, x < width / 2 ? 0 : 255, Math.round(255 * (1 - y / (height - 1)))],
        (y * width + x) * 4,
      )
    }
  }
  return { width, height, data }
}

const at = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

/** Mean square error over all channels. */
function error(a: Pixels, b: Pixels): number {
  let sum = 0
  for (let i = 0; i < a.data.length; i++) sum += ((a.data[i] ?? 0) - (b.data[i] ?? 0)) ** 2
  return sum / a.data.length
}

describe('sharp codec', () => {
  it('gives a PNG back bit by bit', async () => {
    const png = await codec.encode(sample(), { format: 'png', quality: 1 })
    expect(await codec.decode(png, 'image/png')).toEqual(sample())
  })

  it('writes WebP and JPEG that look like what was given', async () => {
    const opaque = sample()
    for (let i = 3; i < opaque.data.length; i += 4) opaque.data[i] = 255
    for (const format of ['webp', 'jpeg'] as const) {
      // Colour is kept at half the resolution, which the edge between red and blue pays for.
      const bytes = await codec.encode(opaque, { format, quality: 90 })
      expect((await sharp(bytes).metadata()).format).toBe(format)
      expect(error(await codec.decode(bytes, `image/${format}`), opaque)).toBeLessThan(200)
    }
    const small = await codec.encode(opaque, { format: 'jpeg', quality: 10 })
    const large = await codec.encode(opaque, { format: 'jpeg', quality: 100 })
    expect(small.length).toBeLessThan(large.length)
  })

  it('scales colours and alpha apart, so that what alpha hides keeps its colour', async () => {
    const half = await codec.resize(sample(), 16, 8)
    expect([half.width, half.height, half.data.length]).toEqual([16, 8, 16 * 8 * 4])
    expect(at(half, 2, 7).slice(0, 3)).toEqual([255, 0, 0])
    expect(at(half, 13, 7).slice(0, 3)).toEqual([0, 0, 255])
    expect(at(half, 2, 7)[3]).toBeLessThan(20)
    expect(at(half, 2, 0)[3]).toBeGreaterThan(235)
  })

  it('reads grey and 16 bit pictures as RGBA of 8 bits', async () => {
    const grey = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#808080' } })
      .toColourspace('grey16')
      .png()
      .toBuffer()
    const pixels = await codec.decode(grey, 'image/png')
    expect(at(pixels, 1, 1)).toEqual([128, 128, 128, 255])
  })

  it('throws at what is no picture', async () => {
    await expect(codec.decode(new Uint8Array([1, 2, 3]), 'image/png')).rejects.toThrow()
  })
})
