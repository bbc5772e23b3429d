import { type Document, ExtensionProperty, Material, type Texture } from '@gltf-transform/core'
import { dequantize, uninstance, unpartition } from '@gltf-transform/functions'
import type { MeshoptSimplifier } from 'meshoptimizer'
import { bakeNodes } from './bake-nodes'
import type { ImageCodec, Pixels } from './image-codec'
import { measure } from './measure'
import { type PipelineFailed, refused } from './pipeline-fault'
import { type ReadDeps, readGlb } from './read-glb'
import { thin } from './thin'
import type { VerbOptions } from './verb-options'

/** What making a file plain needs; handed in, for it is heavy and differs by place. */
export interface PlainModelDeps extends ReadDeps {
  readonly codec: ImageCodec
  /** `MeshoptSimplifier`, ready; only where something is thinned. */
  readonly meshoptSimplifier?: typeof MeshoptSimplifier
}

export interface PlainModelOptions {
  /** Quality of the JPEG that WebP becomes, 1..100. */
  readonly quality: number
  /** Longest edge of a texture, pixels; larger ones are scaled down. Undefined leaves them. */
  readonly maxTexture: number | undefined
  /** Leaves out vertices that move nothing by more than this share of a part's size; 0 keeps all. See {@link thin}. */
  readonly thin: number
}

export const PLAIN_MODEL_DEFAULTS: PlainModelOptions = { quality: 88, maxTexture: undefined, thin: 0 }

/** Pictures packed for the GPU, which nothing here unpacks. */
const KTX2 = 'KHR_texture_basisu'

/** Key of a texture's extras under which a glass's picture says how bright it is on the whole, 0..1. */
export const SHADE = 'vitrineShade'

export type PlainModelStep = 'read' | 'textures'

export type PlainModel = { readonly ok: true; readonly document: Document } | PipelineFailed

/**
 * Reads a GLB as something any viewer understands: compression and quantisation undone, nodes that do not move merged into their
 * geometry, pictures as PNG or JPEG. PNG and JPEG bytes stay as they are, unless they are too large; WebP becomes JPEG, or PNG where its
 * alpha is looked at. Every variant stays.
 */
export async function plainModel(
  bytes: Uint8Array,
  options: Partial<PlainModelOptions> & VerbOptions<PlainModelStep>,
  deps: PlainModelDeps,
): Promise<PlainModel> {
  const { quality, maxTexture, thin: error, onProgress, signal } = { ...PLAIN_MODEL_DEFAULTS, ...options }
  onProgress?.({ step: 'read', share: 0 })
  const read = await readGlb(bytes, deps)
  if (!read.ok) return read
  const { document, json } = read
  if (json.extensionsUsed?.includes(KTX2)) return refused('unsupported-extension', { extension: KTX2 })
  if (!measure(document)) return refused('empty-scene')
  // Vertex colours in bytes are plain glTF and a quarter of the size.
  await document.transform(uninstance(), dequantize({ pattern: /^(?!JOINTS_|COLOR_)/ }), unpartition())
  bakeNodes(document)
  for (const name of ['EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_mesh_quantization'])
    disown(document, name)
  if (error > 0) {
    if (!deps.meshoptSimplifier) throw new Error('pipeline/no-simplifier: thinning needs meshoptSimplifier')
    thin(document, deps.meshoptSimplifier, error)
  }

  const textures = document.getRoot().listTextures()
  let done = 0
  const broken = await Promise.all(
    textures.map(async (texture) => {
      try {
        if (!signal?.aborted) await plainTexture(texture, { quality, maxTexture }, deps.codec)
      } catch {
        return texture
      }
      done += 1
      onProgress?.({ step: 'textures', share: done / textures.length })
      return undefined
    }),
  )
  if (signal?.aborted) return refused('aborted')
  const bad = broken.find((texture) => texture)
  if (bad) return refused('bad-picture', { name: bad.getName() })
  disown(document, 'EXT_texture_webp')
  disown(document, 'EXT_texture_avif')
  return { ok: true, document }
}

async function plainTexture(
  texture: Texture,
  { quality, maxTexture }: Pick<PlainModelOptions, 'quality' | 'maxTexture'>,
  codec: ImageCodec,
): Promise<void> {
  const mimeType = texture.getMimeType()
  if (tintsGlass(texture)) {
    const pixels = await codec.decode(texture.getImage() ?? new Uint8Array(), mimeType)
    texture.setExtras({ ...texture.getExtras(), [SHADE]: brightness(pixels) })
  }
  const longest = Math.max(...(texture.getSize() ?? [0]))
  const tooLarge = maxTexture !== undefined && longest > maxTexture
  const plain = mimeType === 'image/png' || mimeType === 'image/jpeg'
  if (plain && !tooLarge) return
  let pixels = await codec.decode(texture.getImage() ?? new Uint8Array(), mimeType)
  if (tooLarge) {
    const share = maxTexture / longest
    const edge = (length: number) => Math.max(1, Math.round(length * share))
    pixels = await codec.resize(pixels, edge(pixels.width), edge(pixels.height))
  }
  const format = mimeType === 'image/png' || alphaMatters(texture) ? 'png' : 'jpeg'
  const bytes = await codec.encode(pixels, { format, quality })
  texture.setImage(bytes).setMimeType(`image/${format}`)
  const uri = texture.getURI()
  if (uri) texture.setURI(uri.replace(/\.\w+$/, format === 'png' ? '.png' : '.jpg'))
}

/** Whether a texture is the base colour of glass. */
function tintsGlass(texture: Texture): boolean {
  return texture
    .listParents()
    .some(
      (parent) =>
        parent instanceof Material &&
        parent.getBaseColorTexture() === texture &&
        parent.getExtension('KHR_materials_transmission') !== null,
    )
}

/** Mean luminance of a picture, linear, 0..1. */
function brightness({ data, width, height }: Pixels): number {
  let sum = 0
  for (let i = 0; i < data.length; i += 4) {
    const linear = (channel: number) => ((data[i + channel] ?? 0) / 255) ** 2.2
    sum += 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
  }
  return sum / Math.max(1, width * height)
}

/** Whether some material looks at a texture's alpha: as the cover of its base colour, or as an extension's own use of it. */
function alphaMatters(texture: Texture): boolean {
  return texture.listParents().some((parent) => {
    if (parent instanceof Material)
      return parent.getAlphaMode() !== 'OPAQUE' && parent.getBaseColorTexture() === texture
    // Sheen's roughness and specular's strength are kept in alpha.
    return parent instanceof ExtensionProperty && /sheen|specular/.test(parent.extensionName)
  })
}

function disown(document: Document, extension: string): void {
  document
    .getRoot()
    .listExtensionsUsed()
    .find(({ extensionName }) => extensionName === extension)
    ?.dispose()
}
