import { type Document, ImageUtils, type Texture } from '@gltf-transform/core'
import { listTextureSlots } from '@gltf-transform/functions'
import { readKtx2Header } from './ktx2-header'

/** One texture of a model. */
export interface TextureFacts {
  readonly name: string
  /** Where it is used: `baseColorTexture`, `normalTexture`, ... */
  readonly slots: readonly string[]
  /** `png`, `jpeg`, `webp`, `avif`, `ktx2-etc1s`, `ktx2-uastc` or `ktx2`. */
  readonly format: string
  /** 0 where the picture cannot be read. */
  readonly width: number
  readonly height: number
  /** As it is packed in the file. */
  readonly bytes: number
  /** On the GPU with its mipmaps, see {@link gpuBytes}. */
  readonly gpuBytes: number
}

/** Each mipmap is a quarter of the one above: a third more in all. */
const MIPMAPS = 4 / 3

/**
 * Bytes a picture takes on the GPU.
 *
 * Assumed: PNG, JPEG, WebP and AVIF become RGBA of 8 bits with every mipmap, as three.js makes of them. KTX2 is transcoded as on a phone:
 * ETC1S to ETC2 (or BC1), half a byte a pixel, a whole one with alpha; UASTC to ASTC 4x4 (or BC7), one byte; with mipmaps if the file
 * has them. What a GPU without any of these does, four bytes a pixel, is not assumed.
 */
export function gpuBytes(image: Uint8Array, mimeType: string): number {
  if (mimeType === 'image/ktx2') {
    const header = readKtx2Header(image)
    if (!header) return 0
    // Blocks of 4 x 4 pixels, whole ones.
    const pixels = Math.ceil(header.width / 4) * Math.ceil(header.height / 4) * 16
    const perPixel = header.model === 'etc1s' && !header.alpha ? 0.5 : header.model === 'other' ? 4 : 1
    return Math.round(pixels * perPixel * (header.levels > 1 ? MIPMAPS : 1))
  }
  const [width, height] = sizeOf(image, mimeType)
  return Math.round(width * height * 4 * MIPMAPS)
}

/** Pixels of a packed picture, from its header alone: nothing is unpacked. [0, 0] when it cannot be read. */
export function sizeOf(image: Uint8Array, mimeType: string): readonly [number, number] {
  try {
    const [width = 0, height = 0] = ImageUtils.getSize(image, mimeType) ?? []
    return [width, height]
  } catch {
    return [0, 0]
  }
}

/** The format by the bytes, for the declared type may lie. */
export function formatOf(image: Uint8Array, mimeType: string): string {
  const header = readKtx2Header(image)
  if (header) return header.model === 'other' ? 'ktx2' : `ktx2-${header.model}`
  return mimeTypeOf(image, mimeType).replace('image/', '')
}

/** The type by the bytes, else the declared one. */
export function mimeTypeOf(image: Uint8Array, declared: string): string {
  try {
    return ImageUtils.getMimeType(image) ?? declared
  } catch {
    // Too short to tell.
    return declared
  }
}

/** Every texture of a document that holds a picture. */
export function textureFacts(document: Document): TextureFacts[] {
  return document
    .getRoot()
    .listTextures()
    .map((texture) => factsOf(texture))
}

function factsOf(texture: Texture): TextureFacts {
  const image = texture.getImage() ?? new Uint8Array()
  const mimeType = texture.getMimeType()
  const [width, height] = sizeOf(image, mimeType)
  return {
    name: texture.getName() || texture.getURI(),
    slots: listTextureSlots(texture),
    format: formatOf(image, mimeType),
    width,
    height,
    bytes: image.byteLength,
    gpuBytes: gpuBytes(image, mimeType),
  }
}
