import sharp from 'sharp'
import type { EncodeOptions, ImageCodec, Pixels } from '../pipeline/image-codec'

/**
 * More pixels than this are refused before they are unpacked: a few kilobytes of PNG can claim gigabytes. 16384 squared is the
 * largest picture any browser draws.
 */
const MOST_PIXELS = 16384 * 16384

/** Pictures in Node, by libvips. EXIF orientation is not applied: glTF says that it is ignored. */
export function createSharpCodec(): ImageCodec {
  return { decode, encode, resize }
}

async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    // glTF says that the file's own colour profile is ignored; libvips applies none unless told to.
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: bytesOf(data) }
}

async function encode(
  pixels: Pixels,
  { format, quality, alphaQuality = quality }: EncodeOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = raw(pixels)
  switch (format) {
    case 'webp':
      return bytesOf(await picture.webp({ quality, alphaQuality, smartSubsample: true }).toBuffer())
    case 'jpeg':
      // JPEG has no alpha; sharp would blend with black.
      return bytesOf(await picture.removeAlpha().jpeg({ quality, mozjpeg: true }).toBuffer())
    case 'png':
      return bytesOf(await picture.png({ compressionLevel: 9 }).toBuffer())
  }
}

async function resize(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  // Channels of a glTF texture are independent of its alpha, so they must not be premultiplied while scaling.
  const colour = raw(pixels).removeAlpha().resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
  const alpha = raw(pixels).extractChannel(3).resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
  const [rgb, a] = await Promise.all([colour.raw().toBuffer(), alpha.raw().toBuffer()])
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    data[i * 4] = rgb[i * 3] ?? 0
    data[i * 4 + 1] = rgb[i * 3 + 1] ?? 0
    data[i * 4 + 2] = rgb[i * 3 + 2] ?? 0
    data[i * 4 + 3] = a[i] ?? 255
  }
  return { width, height, data }
}

function raw({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS })
}

/** A copy with an ArrayBuffer of its own: Node's small Buffers share one. */
function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  // Not Uint8Array.from, which asks for one byte at a time.
  return new Uint8Array(buffer)
}
