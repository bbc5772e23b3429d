import type { Document, Material, Texture, TextureInfo } from '@gltf-transform/core'
import {
  KHRMaterialsAnisotropy,
  KHRMaterialsClearcoat,
  KHRMaterialsIOR,
  KHRMaterialsIridescence,
  KHRMaterialsSheen,
  KHRMaterialsTransmission,
  KHRMaterialsVolume,
  KHRTextureTransform,
} from '@gltf-transform/extensions'
import { encode, type Image } from '../texture/image'
import type { Surface, TextureUse } from './product-source'

/** Range of a part's texture coordinates in metres: they are stored as 0..1 of it, so that 16 bits hold them. */
export interface TextureRange {
  readonly from: readonly [number, number]
  readonly span: number
}

const encoded = new Map<string, Promise<Uint8Array>>()

/** Writes surfaces as glTF materials; textures are shared between them. */
export class MaterialWriter {
  private readonly textures = new Map<Image, Texture>()

  constructor(private readonly document: Document) {}

  async write(surface: Surface, range: TextureRange): Promise<Material> {
    const { document } = this
    const [r, g, b] = surface.colour ?? [1, 1, 1]
    const material = document
      .createMaterial(surface.name)
      .setBaseColorFactor([r, g, b, surface.opacity ?? 1])
      .setAlphaMode(surface.opacity === undefined ? 'OPAQUE' : 'BLEND')
      .setMetallicFactor(surface.metallic ?? 0)
      .setRoughnessFactor(surface.roughness ?? 1)
      .setDoubleSided(surface.doubleSided ?? false)
    if (surface.base) {
      material.setBaseColorTexture(await this.texture(surface.base.image))
      this.place(material.getBaseColorTextureInfo(), surface.base, range)
    }
    if (surface.normal) {
      material
        .setNormalTexture(await this.texture(surface.normal.image))
        .setNormalScale(surface.normal.scale ?? 1)
      this.place(material.getNormalTextureInfo(), surface.normal, range)
    }
    if (surface.packed) {
      const texture = await this.texture(surface.packed.image)
      material.setMetallicRoughnessTexture(texture).setOcclusionTexture(texture)
      this.place(material.getMetallicRoughnessTextureInfo(), surface.packed, range)
      this.place(material.getOcclusionTextureInfo(), surface.packed, range)
    }
    if (surface.emissive) {
      const [er, eg, eb] = surface.emissive.colour
      material.setEmissiveFactor([er, eg, eb])
      if (surface.emissive.texture) {
        material.setEmissiveTexture(await this.texture(surface.emissive.texture.image))
        this.place(material.getEmissiveTextureInfo(), surface.emissive.texture, range)
      }
    }
    if (surface.sheen) {
      const sheen = document
        .createExtension(KHRMaterialsSheen)
        .createSheen()
        .setSheenColorFactor([...surface.sheen.colour])
        .setSheenRoughnessFactor(surface.sheen.roughness)
      material.setExtension('KHR_materials_sheen', sheen)
    }
    if (surface.clearcoat) {
      const clearcoat = document
        .createExtension(KHRMaterialsClearcoat)
        .createClearcoat()
        .setClearcoatFactor(surface.clearcoat.factor)
        .setClearcoatRoughnessFactor(surface.clearcoat.roughness)
      material.setExtension('KHR_materials_clearcoat', clearcoat)
    }
    this.light(surface, material)
    return material
  }

  /** How light passes through or stretches over it. */
  private light({ transmission, ior, anisotropy, iridescence }: Surface, material: Material): void {
    const { document } = this
    if (transmission) {
      const { factor, thickness = 0, tint, depth } = transmission
      const through = document.createExtension(KHRMaterialsTransmission).createTransmission()
      material.setExtension('KHR_materials_transmission', through.setTransmissionFactor(factor))
      if (thickness > 0) {
        const volume = document
          .createExtension(KHRMaterialsVolume)
          .createVolume()
          .setThicknessFactor(thickness)
        if (tint) volume.setAttenuationColor([...tint])
        if (depth) volume.setAttenuationDistance(depth)
        material.setExtension('KHR_materials_volume', volume)
      }
    }
    if (ior) {
      material.setExtension(
        'KHR_materials_ior',
        document.createExtension(KHRMaterialsIOR).createIOR().setIOR(ior),
      )
    }
    if (anisotropy) {
      const stretched = document
        .createExtension(KHRMaterialsAnisotropy)
        .createAnisotropy()
        .setAnisotropyStrength(anisotropy.strength)
        .setAnisotropyRotation(anisotropy.rotation ?? 0)
      material.setExtension('KHR_materials_anisotropy', stretched)
    }
    if (iridescence) {
      const film = document
        .createExtension(KHRMaterialsIridescence)
        .createIridescence()
        .setIridescenceFactor(iridescence.factor)
        .setIridescenceIOR(iridescence.ior)
        .setIridescenceThicknessMinimum(iridescence.thickness)
        .setIridescenceThicknessMaximum(iridescence.thickness)
      material.setExtension('KHR_materials_iridescence', film)
    }
  }

  private async texture(image: Image): Promise<Texture> {
    const known = this.textures.get(image)
    if (known) return known
    const bytes = encoded.get(image.name) ?? encode(image)
    encoded.set(image.name, bytes)
    const texture = this.document
      .createTexture(image.name)
      .setImage((await bytes) as Uint8Array<ArrayBuffer>)
      .setMimeType('image/webp')
    this.textures.set(image, texture)
    return texture
  }

  private place(info: TextureInfo | null, use: TextureUse, range: TextureRange): void {
    if (!info) return
    const scale: [number, number] = [range.span / use.tile[0], range.span / use.tile[1]]
    const offset: [number, number] = [range.from[0] / use.tile[0], range.from[1] / use.tile[1]]
    if (scale[0] === 1 && scale[1] === 1 && offset[0] === 0 && offset[1] === 0) return
    const transform = this.document
      .createExtension(KHRTextureTransform)
      .createTransform()
      .setScale(scale)
      .setOffset(offset)
    info.setExtension('KHR_texture_transform', transform)
  }
}
