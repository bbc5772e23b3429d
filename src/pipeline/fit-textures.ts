import type { Document, Extension, Texture } from '@gltf-transform/core'
import { EXTTextureAVIF, EXTTextureWebP, KHRTextureBasisu } from '@gltf-transform/extensions'
import { getTextureColorSpace, listTextureSlots } from '@gltf-transform/functions'
import type { ImageCodec, Pixels } from './image-codec'
import type { Ktx2Encoder } from './ktx2-encoder'
import { type PipelineFailed, refused } from './pipeline-fault'
import { detailSize } from './texture-detail'
import { mimeTypeOf, sizeOf } from './texture-facts'

/** How textures are packed. */
export interface TextureOptions {
  readonly format: 'webp' | 'ktx2'
  /** Longest edge, pixels. */
  readonly mostEdge: number
  /** 1..100 for WebP, 1..255 for ETC1S. */
  readonly quality: number
  /** The same for normal maps, whose noise shows in every highlight. */
  readonly normalQuality: number
  /** KTX2 alone: how normal maps are packed. */
  readonly normals: 'etc1s' | 'uastc'
  /** A texture is halved while that costs no more than this noise, decibels; see texture-detail.ts. Infinity never halves. */
  readonly detailPsnr: number
}

export interface TextureDeps {
  readonly codec: ImageCodec
  readonly ktx2?: Ktx2Encoder | undefined
}

/** Pictures handled at once where one thread packs them: the next is read meanwhile, and no more than two lie unpacked in memory. */
const AT_ONCE = 2
/** A picture claiming more pixels is refused: a few kilobytes can claim gigabytes. */
const MOST_PIXELS = 16384 * 16384

/**
 * Scales every texture to the longest edge and to the detail it holds, and packs it anew. What is KTX2 already is left as it is, and
 * a picture that would grow keeps its bytes.
 */
export async function fitTextures(
  document: Document,
  options: TextureOptions,
  deps: TextureDeps,
  onTexture: (done: number, all: number) => void,
  signal: AbortSignal | undefined,
): Promise<{ readonly ok: true } | PipelineFailed> {
  const packer = options.format === 'ktx2' ? deps.ktx2 : undefined
  if (options.format === 'ktx2' && !packer) return refused('no-ktx2-encoder')
  const textures = document
    .getRoot()
    .listTextures()
    .filter((texture) => texture.getImage() && texture.getMimeType() !== 'image/ktx2')
  const queue = [...textures]
  let done = 0
  let failed: PipelineFailed | undefined
  const work = async () => {
    for (let texture = queue.shift(); texture && !failed; texture = queue.shift()) {
      if (signal?.aborted) failed = refused('aborted')
      else if (!(await refit(texture, options, deps))) {
        failed = refused('bad-picture', { name: texture.getName() || texture.getURI() || '?' })
      } else onTexture(++done, textures.length)
    }
  }
  await Promise.all(Array.from({ length: Math.max(AT_ONCE, packer?.atOnce ?? 0) }, work))
  if (failed) return failed
  declareFormats(document)
  return { ok: true }
}

/** Packs one texture; false when its picture cannot be read. */
async function refit(texture: Texture, options: TextureOptions, deps: TextureDeps): Promise<boolean> {
  const image = texture.getImage()
  if (!image) return true
  // The declared type may lie.
  const mimeType = mimeTypeOf(image, texture.getMimeType())
  const [width, height] = sizeOf(image, mimeType)
  if (width * height === 0 || width * height > MOST_PIXELS) return false
  let picture: Pixels
  try {
    picture = await deps.codec.decode(image, mimeType)
  } catch {
    return false
  }
  const { ktx2 } = deps
  // Blocks of compressed textures are four pixels wide.
  const grain = options.format === 'ktx2' ? 4 : 1
  const most = sizeAt(picture, options.mostEdge / Math.max(width, height), grain)
  let fitted = await scaled(picture, most, deps.codec)
  if (Number.isFinite(options.detailPsnr)) {
    const detail = detailSize(fitted, options.detailPsnr)
    // From the original, not from its scaled copy: each scaling blurs.
    const wanted = sizeAt(picture, Math.max(detail.width / width, detail.height / height), grain)
    if (detail.width < fitted.width) fitted = await scaled(picture, wanted, deps.codec)
  }
  const resized = fitted !== picture
  // Only normals: a clear coat's, too.
  const normalMap = listTextureSlots(texture).some((slot) => /normal/i.test(slot))
  const quality = normalMap ? options.normalQuality : options.quality
  if (options.format === 'ktx2' && ktx2) {
    const srgb = getTextureColorSpace(texture) === 'srgb'
    const mode = normalMap ? options.normals : 'etc1s'
    const packed = await ktx2.encode(fitted, { mode, srgb, normalMap, quality })
    texture.setImage(packed).setMimeType('image/ktx2')
  } else {
    const packed = await deps.codec.encode(fitted, { format: 'webp', quality })
    if (!resized && packed.byteLength >= image.byteLength) texture.setMimeType(mimeType)
    else texture.setImage(packed).setMimeType('image/webp')
  }
  // A name of its old format would lie; inside a GLB it says nothing.
  texture.setURI('')
  return true
}

/** A picture's size at a scale: never up, its shape kept, edges a multiple of `grain`. */
function sizeAt(picture: Pixels, scale: number, grain: number): { width: number; height: number } {
  const edge = (value: number) => Math.max(grain, Math.round((value * Math.min(1, scale)) / grain) * grain)
  return { width: edge(picture.width), height: edge(picture.height) }
}

async function scaled(
  picture: Pixels,
  { width, height }: { width: number; height: number },
  codec: ImageCodec,
): Promise<Pixels> {
  const same = width === picture.width && height === picture.height
  return same ? picture : codec.resize(picture, width, height)
}

/** Declares the extensions the textures' formats need, and no other. */
function declareFormats(document: Document): void {
  const formats = new Set(
    document
      .getRoot()
      .listTextures()
      .map((texture) => texture.getMimeType()),
  )
  const formatExtensions = [
    ['image/webp', EXTTextureWebP],
    ['image/avif', EXTTextureAVIF],
    ['image/ktx2', KHRTextureBasisu],
  ] as const
  for (const [mimeType, Needed] of formatExtensions) {
    if (formats.has(mimeType))
      document.createExtension(Needed as new (document: Document) => Extension).setRequired(true)
    else {
      const used = document
        .getRoot()
        .listExtensionsUsed()
        .find(({ extensionName }) => extensionName === Needed.EXTENSION_NAME)
      used?.dispose()
    }
  }
}
