import { describe, expect, it } from 'vitest'
import { photoLens } from '../../src/platform/photo-lens'

/** A JPEG's head whose EXIF block names a lens, in either order of bytes, after another segment. */
function photo(focal: number, little = false): Uint8Array<ArrayBuffer> {
  const short = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const long = (value: number) =>
    little
      ? [...short(value & 0xffff), ...short(value >> 16)]
      : [...short(value >> 16), ...short(value & 0xffff)]
  const tag = (id: number, type: number, value: readonly number[]) =>
    [...short(id), ...short(type), ...long(1), ...value, 0, 0].slice(0, 12)
  const tiff = [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...short(42),
    ...long(8),
    // The first directory, two tags: orientation, and where the EXIF part begins.
    ...short(2),
    ...tag(0x0112, 3, short(1)),
    ...tag(0x8769, 4, long(38)),
    ...long(0),
    ...short(1),
    ...tag(0xa405, 3, short(focal)),
    ...long(0),
  ]
  const segment = (marker: number, body: readonly number[]) => [
    0xff,
    marker,
    (body.length + 2) >> 8,
    (body.length + 2) & 255,
    ...body,
  ]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]),
    ...segment(0xda, [1, 2, 3, 4, 5, 6, 7, 8]),
  ])
}
const lensOf = (bytes: Uint8Array<ArrayBuffer>) => photoLens(new Blob([bytes]))

describe('the lens of a photo', () => {
  it('is what its EXIF block names, in either order of bytes', async () => {
    expect(await lensOf(photo(26))).toBe(26)
    expect(await lensOf(photo(85, true))).toBe(85)
  })

  it('is not known where none is named, or none that exists', async () => {
    expect(await lensOf(photo(0))).toBeUndefined()
    expect(await lensOf(photo(5000))).toBeUndefined()
    expect(await lensOf(new TextEncoder().encode('RIFF....WEBPVP8 '))).toBeUndefined()
    expect(await lensOf(new Uint8Array())).toBeUndefined()
  })

  it('is not known of a file that is cut off anywhere, or broken at any byte', async () => {
    const whole = photo(26)
    for (let length = 0; length < whole.length; length++) {
      const lens = await lensOf(whole.slice(0, length))
      expect(lens === undefined || lens === 26).toBe(true)
    }
    for (let at = 0; at < whole.length; at++) {
      const broken = whole.slice()
      broken[at] = 0xff
      await expect(lensOf(broken)).resolves.toSatisfy(
        (lens) => lens === undefined || (typeof lens === 'number' && lens >= 8 && lens <= 600),
      )
    }
  })
})
