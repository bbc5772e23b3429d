import type { Dimensions } from './dimensions'
import type { Footprint } from './footprint'
import type { LocalText } from './local-text'
import type { Money } from './money'
import type { Sku } from './sku'

export type { Sku } from './sku'

/** Id of a {@link Variant}, same grammar as {@link Sku}. Unique within its product. */
export type VariantId = string

/** The surface a product stands on, hangs from or hangs on. */
export type Stand = 'floor' | 'wall' | 'table' | 'ceiling'

/** The part of the body a product is worn on. */
export type Worn = 'face' | 'head' | 'ear' | 'neck' | 'wrist' | 'finger' | 'foot'

/**
 * Where a product belongs: in a room, or on a person.
 *
 * It also fixes the origin of the product's model. In metres, Y up, front facing +Z:
 * floor and table: centre of the underside; wall: centre of the back, the wall being the plane z = 0;
 * ceiling: centre of the top. Worn: the anchor on the body, see `wear.ts`.
 */
export type Situation = { readonly on: Stand } | { readonly worn: Worn }

/** The files that show one product. Paths are relative to the catalogue file. */
export interface ProductModel {
  /** GLB with every variant inside (KHR_materials_variants). */
  readonly glb: string
  /** Size of `glb` in bytes, for progress before the server says. */
  readonly bytes: number
}

/** One look of a product: the same shape in another material. */
export interface Variant {
  readonly id: VariantId
  readonly name: LocalText
  /** Name of the variant inside the GLB's KHR_materials_variants. */
  readonly materialVariant: string
  /** sRGB colour of the swatch, `#rrggbb`. */
  readonly swatch: string
  readonly price: Money
  /** Picture shown until the model is drawn, and wherever 3D cannot be. Same framing as the viewer's first frame. */
  readonly poster: string
  /** USDZ with this variant baked in, for AR Quick Look. */
  readonly usdz?: string
  /** Plain GLB (no compression extensions) with this variant baked in, for Scene Viewer. */
  readonly sceneViewerGlb?: string
}

/** What a shop can say of a product beside its looks. */
export interface Facts {
  readonly materials: readonly LocalText[]
  readonly care: LocalText
  /** Mass in kilograms. */
  readonly massKg?: number
  /** Country it is made in, ISO 3166-1 alpha-2 (`PT`). */
  readonly madeIn?: string
  readonly footprint?: Footprint
}

/** A thing a shop sells, in one or more variants. */
export interface Product {
  readonly sku: Sku
  readonly name: LocalText
  /** One sentence under the name. */
  readonly summary: LocalText
  /** Id of one of the catalogue's kinds. */
  readonly kind: string
  readonly situation: Situation
  /** Size of the product's bounding box. The model file agrees within 0.5 %. */
  readonly dimensions: Dimensions
  readonly model: ProductModel
  /** At least one; the first is shown first. */
  readonly variants: readonly Variant[]
  readonly facts: Facts
}
