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
  readonly doubleSided?: boolean
}

/** One look: a surface for each part. */
export interface Look<Part extends string = string> {
  readonly name: string
  readonly surfaces: Readonly<Record<Part, Surface>>
}

/** A product as its script makes it. Each part becomes one primitive, hence one draw. */
export interface ProductSource<Part extends string = string> {
  readonly sku: string
  readonly parts: Readonly<Record<Part, Mesh>>
  readonly looks: readonly Look<Part>[]
}
