import {
  CompressedTexture,
  CubeTexture,
  FloatType,
  HalfFloatType,
  LinearMipmapLinearFilter,
  LinearMipmapNearestFilter,
  Material,
  NearestMipmapLinearFilter,
  NearestMipmapNearestFilter,
  type Object3D,
  RedFormat,
  RGFormat,
  Texture,
  UnsignedInt5999Type,
} from 'three'

const MIPMAPPED: ReadonlySet<number> = new Set([
  LinearMipmapLinearFilter,
  LinearMipmapNearestFilter,
  NearestMipmapLinearFilter,
  NearestMipmapNearestFilter,
])

/** Bytes a texture takes on the GPU: format, faces and mipmaps counted, driver padding not. */
export function textureBytes(texture: Texture): number {
  if (texture instanceof CompressedTexture) {
    let bytes = 0
    for (const mip of texture.mipmaps ?? []) if ('data' in mip) bytes += mip.data.byteLength
    return bytes
  }
  const cube = texture instanceof CubeTexture
  const image: { width?: number; height?: number; image?: { width?: number; height?: number } } | undefined =
    cube ? texture.image[0] : texture.image
  const width = image?.width ?? image?.image?.width ?? 0
  const height = image?.height ?? image?.image?.height ?? 0
  const base = width * height * bytesPerTexel(texture) * (cube ? 6 : 1)
  const mips =
    MIPMAPPED.has(texture.minFilter) && (texture.generateMipmaps || (texture.mipmaps?.length ?? 0) > 0)
  // Each level is a quarter of the one above: a third more in all.
  return Math.round(mips ? (base * 4) / 3 : base)
}

function bytesPerTexel({ format, type }: Texture): number {
  if (type === UnsignedInt5999Type) return 4
  // Three's three-channel textures are padded to four on the GPU.
  const channels = format === RedFormat ? 1 : format === RGFormat ? 2 : 4
  return channels * (type === FloatType ? 4 : type === HalfFloatType ? 2 : 1)
}

/** All textures below an object, each once. */
export function texturesOf(root: Object3D, into: Set<Texture> = new Set()): Set<Texture> {
  root.traverse((object) => {
    if (!('material' in object)) return
    for (const material of [object.material].flat()) {
      if (!(material instanceof Material)) continue
      for (const value of Object.values(material)) if (value instanceof Texture) into.add(value)
    }
  })
  return into
}
