import {
  type Document,
  ExtensionProperty,
  Logger,
  Material,
  type Texture,
  Verbosity,
  WebIO,
} from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { dequantize, uninstance, unpartition } from '@gltf-transform/functions'
import type { MeshoptDecoder, MeshoptSimplifier } from 'meshoptimizer'
import { bakeNodes } from './bake-nodes'
import type { ImageCodec } from './image-codec'
import { measure } from './measure'
import { thin } from './thin'
import type { VerbOptions } from './verb'

/** What making a file plain needs; handed in, for it is heavy and differs by place. */
export interface PlainModelDeps {
  readonly images: ImageCodec
  /** `MeshoptDecoder` of meshoptimizer, ready. */
  readonly meshoptDecoder: typeof MeshoptDecoder
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

/** Why a file cannot be made plain. Its sentence is `pipeline.fault.<code>`. */
export type PlainModelFault =
  | { readonly code: 'unreadable'; readonly detail: string }
  | { readonly code: 'needs-extension'; readonly extension: string }
  | { readonly code: 'unreadable-texture'; readonly texture: string; readonly mimeType: string }
  | { readonly code: 'nothing-to-show' }

export type PlainModel =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly fault: PlainModelFault }

/** Extensions of a file that no reader here unpacks. */
const CANNOT = ['KHR_draco_mesh_compression', 'KHR_texture_basisu']

/**
 * Reads a GLB as something any viewer understands: compression and quantisation undone, nodes that do not move merged into their
 * geometry, pictures as PNG or JPEG. PNG and JPEG bytes stay as they are, unless they are too large; WebP becomes JPEG, or PNG where its
 * alpha is looked at. Every variant stays.
 */
export async function plainModel(
  bytes: Uint8Array,
  options: Partial<PlainModelOptions> & VerbOptions,
  deps: PlainModelDeps,
): Promise<PlainModel> {
  const { quality, maxTexture, thin: error, onProgress, signal } = { ...PLAIN_MODEL_DEFAULTS, ...options }
  onProgress?.({ step: 'read', share: 0 })
  const needed = requiredExtensions(bytes)
  const cannot = CANNOT.find((name) => needed.includes(name))
  if (cannot) return { ok: false, fault: { code: 'needs-extension', extension: cannot } }
  let document: Document
  try {
    document = await new WebIO()
      .registerExtensions(ALL_EXTENSIONS)
      .registerDependencies({ 'meshopt.decoder': deps.meshoptDecoder })
      .readBinary(bytes)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    return { ok: false, fault: { code: 'unreadable', detail } }
  }
  document.setLogger(new Logger(Verbosity.ERROR))
  if (!measure(document)) return { ok: false, fault: { code: 'nothing-to-show' } }
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
  const fault = { at: undefined as Texture | undefined }
  let done = 0
  await Promise.all(
    textures.map(async (texture) => {
      try {
        signal?.throwIfAborted()
        await plainTexture(texture, { quality, maxTexture }, deps.images)
      } catch {
        signal?.throwIfAborted()
        fault.at = texture
      }
      done += 1
      onProgress?.({ step: 'pictures', share: done / textures.length })
    }),
  )
  if (fault.at) {
    const mimeType = fault.at.getMimeType()
    return { ok: false, fault: { code: 'unreadable-texture', texture: fault.at.getName(), mimeType } }
  }
  disown(document, 'EXT_texture_webp')
  disown(document, 'EXT_texture_avif')
  return { ok: true, document }
}

async function plainTexture(
  texture: Texture,
  { quality, maxTexture }: Pick<PlainModelOptions, 'quality' | 'maxTexture'>,
  images: ImageCodec,
): Promise<void> {
  const mimeType = texture.getMimeType()
  const longest = Math.max(...(texture.getSize() ?? [0]))
  const tooLarge = maxTexture !== undefined && longest > maxTexture
  const plain = mimeType === 'image/png' || mimeType === 'image/jpeg'
  if (plain && !tooLarge) return
  let pixels = await images.decode(texture.getImage() ?? new Uint8Array(), mimeType)
  if (tooLarge) {
    const share = maxTexture / longest
    const edge = (length: number) => Math.max(1, Math.round(length * share))
    pixels = await images.resize(pixels, edge(pixels.width), edge(pixels.height))
  }
  const format = mimeType === 'image/png' || alphaMatters(texture) ? 'png' : 'jpeg'
  const bytes = await images.encode(pixels, { format, quality })
  texture.setImage(bytes).setMimeType(`image/${format}`)
  const uri = texture.getURI()
  if (uri) texture.setURI(uri.replace(/\.\w+$/, format === 'png' ? '.png' : '.jpg'))
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

/** `extensionsRequired` of a GLB, without unpacking anything; empty where it cannot be read. */
function requiredExtensions(bytes: Uint8Array): readonly string[] {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const text = new TextDecoder().decode(bytes.subarray(20, 20 + view.getUint32(12, true)))
    const json: unknown = JSON.parse(text)
    const required = (json as { extensionsRequired?: unknown }).extensionsRequired
    return Array.isArray(required) ? required.map(String) : []
  } catch {
    return []
  }
}
