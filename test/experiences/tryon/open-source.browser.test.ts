import { describe, expect, it } from 'vitest'
import { type OpenedSource, openSource } from '../../../src/experiences/tryon/open-source'

const nobody = async (): Promise<OpenedSource> => ({ ok: false, fault: { code: 'people-unreachable' } })

/** A JPEG whose EXIF block names a lens, millimetres in 35 mm terms. */
async function photo(focal: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 48)
  canvas.getContext('2d')?.fillRect(0, 0, 64, 48)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
  const tiff = [
    [0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    [0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0],
    [0, 1, 0xa4, 0x05, 0, 3, 0, 0, 0, 1, 0, focal, 0, 0, 0, 0, 0, 0],
  ].flat()
  const exif = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: 'image/jpeg' })
}

describe('what is known of a source’s lens', () => {
  it('is what a photo names', async () => {
    const opened = await openSource(
      { kind: 'photo', file: await photo(85) },
      nobody,
      new AbortController().signal,
    )
    if (!opened.ok) throw new Error(opened.fault.code)
    expect(opened).toMatchObject({ hints: { focal35: 85 }, mirrored: false })
    opened.frames.close()
  })

  it('is that a computer’s camera looks at whoever sits before it, as in a mirror', async () => {
    const opened = await openSource(
      { kind: 'camera', facing: 'environment' },
      nobody,
      new AbortController().signal,
    )
    if (!opened.ok) throw new Error(opened.fault.code)
    expect(opened).toMatchObject({ hints: { facing: 'user', device: 'computer' }, mirrored: true })
    opened.frames.close()
  })
})
