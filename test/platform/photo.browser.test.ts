import { describe, expect, it } from 'vitest'
import { openPhoto, PHOTO_SIDE } from '../../src/platform/photo'

/** A JPEG, its left half red and its right half blue. */
async function jpeg(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no context')
  context.fillStyle = '#f00'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = '#00f'
  context.fillRect(width / 2, 0, width / 2, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
}

/** The same with an EXIF block that says how it is to be turned (TIFF tag 0x0112). */
async function turned(photo: Blob, orientation: number): Promise<Blob> {
  const exif = [
    [0xff, 0xe1, 0x00, 0x22],
    [0x45, 0x78, 0x69, 0x66, 0, 0],
    [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ].flat()
  const bytes = new Uint8Array(await photo.arrayBuffer())
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: 'image/jpeg' })
}

function pixel(bitmap: ImageBitmap, x: number, y: number): number[] {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  return [...(context?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? [])]
}

async function read(file: Blob): Promise<ImageBitmap> {
  const opened = await openPhoto(file)
  if (!opened.ok) throw new Error(opened.fault.why)
  return opened.bitmap
}

describe('openPhoto', () => {
  it('leaves a small picture as it is', async () => {
    const bitmap = await read(await jpeg(400, 300))
    expect([bitmap.width, bitmap.height]).toEqual([400, 300])
    expect(pixel(bitmap, 20, 150)[0]).toBeGreaterThan(200)
    bitmap.close()
  })

  it('makes a large one smaller', async () => {
    const bitmap = await read(await jpeg(4000, 3000))
    expect([bitmap.width, bitmap.height]).toEqual([PHOTO_SIDE, 1200])
    bitmap.close()
  })

  it('turns it as its camera says', async () => {
    // 6: the camera was held a quarter to the right, so the left edge of the file is the top of the picture.
    const bitmap = await read(await turned(await jpeg(400, 200), 6))
    expect([bitmap.width, bitmap.height]).toEqual([200, 400])
    expect(pixel(bitmap, 100, 20)[0]).toBeGreaterThan(200)
    expect(pixel(bitmap, 100, 380)[2]).toBeGreaterThan(200)
    bitmap.close()
  })

  it.each([
    ['text', new Blob(['not a picture'], { type: 'image/jpeg' }), 'not-a-picture'],
    ['nothing', new Blob([]), 'not-a-picture'],
    ['a HEIC of an iPhone', new Blob([new Uint8Array(4), 'ftypheic', new Uint8Array(64)]), 'heic'],
    ['a file too large for a photo', new Blob([new Uint8Array(60_000_001)]), 'too-large'],
  ])('says what is wrong with %s', async (_what, file, why) => {
    expect(await openPhoto(file)).toEqual({ ok: false, fault: { code: 'photo-unreadable', why } })
  })

  it('takes no picture whose second half is missing for a crash', async () => {
    const whole = await jpeg(800, 600)
    const opened = await openPhoto(whole.slice(0, 40))
    expect(opened).toMatchObject({ ok: false, fault: { why: 'not-a-picture' } })
  })
})
