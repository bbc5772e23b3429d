import type { Wear } from '../../../src/core/wear'
import type { Mesh } from '../shape/mesh'
import type { Image } from '../texture/image'

/** A texture laid on a part: `tile` is the metres one repeat covers across (u) and along (v). */
export interface TextureUse {
  readonly image: Image
  readonly tile: readonly [number, number]
}

/** A material. Colours are linear. */
export interface Surface {
  readonly name: string
  readonly colour?: readonly [number, number, number]
  readonly metallic?: number
  readonly roughness?: number
  readonly base?: TextureUse
  readonly normal?: TextureUse & { readonly scale?: number }
  /** Red = occlusion, green = roughness, blue = metallic. */
  readonly packed?: TextureUse
  readonly emissive?: { readonly colour: readonly [number, number, number]; readonly texture?: TextureUse }
  readonly sheen?: { readonly colour: readonly [number, number, number]; readonly roughness: number }
  readonly clearcoat?: { readonly factor: number; readonly roughness: number }
  /**
   * Light that passes through: glass, lenses, liquids. `colour` tints what is behind; `thickness` in metres (0 for a thin sheet);
   * `depth` in metres is where light has taken on `tint`, for solid glass.
   */
  readonly transmission?: {
    readonly factor: number
    readonly thickness?: number
    readonly tint?: readonly [number, number, number]
    readonly depth?: number
  }
  /** Index of refraction; 1.5 unless told. Also sets how much a dielectric reflects. */
  readonly ior?: number
  /** Stretched highlights of brushed metal: strength 0..1, direction in radians from the tangent (+u). */
  readonly anisotropy?: { readonly strength: number; readonly rotation?: number }
  /** Thin-film colours: pearl, mother-of-pearl, coated lenses. Thickness in nanometres. */
  readonly iridescence?: { readonly factor: number; readonly ior: number; readonly thickness: number }
  /** 0..1, blended: only for what transmission cannot show. */
  readonly opacity?: number
  readonly doubleSided?: boolean
}

/** One look: a surface for each part. */
export interface Look<Part extends string = string> {
  readonly name: string
  readonly surfaces: Readonly<Record<Part, Surface>>
}

/**
 * A product as its script makes it. Each part becomes one primitive, hence one draw.
 *
 * Parts are modelled where they are in the product. A part that `nodes` names lies in a node of its own, which has its origin at
 * `pivot` (metres): what turns or swings by itself.
 */
export interface ProductSource<Part extends string = string> {
  readonly sku: string
  readonly parts: Readonly<Record<Part, Mesh>>
  readonly looks: readonly Look<Part>[]
  readonly nodes?: Readonly<
    Record<string, { readonly parts: readonly Part[]; readonly pivot: readonly [number, number, number] }>
  >
  /** What try-on must know; written to the scene's extras. */
  readonly wear?: Wear
}
