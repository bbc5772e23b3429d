import type { Catalogue } from '../../core/catalogue'
import type { Dimensions } from '../../core/dimensions'
import type { LocalText } from '../../core/local-text'
import type { Sku, Stand, VariantId } from '../../core/product'
import type { ModelSource } from '../../engine/model-source'

/** One look a placed thing can have. */
export interface PlaceableVariant {
  readonly id: VariantId
  readonly name: LocalText
  /** Name inside the model's KHR_materials_variants. */
  readonly materialVariant: string
  /** `#rrggbb`, sRGB. */
  readonly swatch: string
}

/** Something that can be placed in a room: a product of the catalogue, or the shopper's own file. */
export interface Placeable {
  readonly sku: Sku
  readonly name: LocalText
  readonly stand: Stand
  /** As declared; the reticle draws it before the model is there. Undefined for a file, whose size is measured. */
  readonly dimensions?: Dimensions
  /** Address of the model file, or the shopper's own file itself. */
  readonly source: ModelSource
  /** Picture for the picker, where there is one. */
  readonly poster?: string
  readonly variants: readonly PlaceableVariant[]
  /** Things may stand on it: a table. */
  readonly surface: boolean
  /** The model's origin is on its contact point. A file from anywhere, or what is worn, is set on its underside instead. */
  readonly trusted: boolean
}

/** Sku of the shopper's own file, which no link can share. */
export const OWN_FILE: Sku = 'own-file'

/**
 * A catalogue as things to be placed in a room, in its order.
 *
 * @param base address of the catalogue file, to which its paths are relative
 */
export function placeablesOf(catalogue: Catalogue, base: string): Placeable[] {
  const placeables: Placeable[] = []
  for (const product of catalogue.products) {
    const worn = !('on' in product.situation)
    const poster = product.variants[0]?.poster
    placeables.push({
      sku: product.sku,
      name: product.name,
      // What is worn is looked at on a table; its origin is where the body carries it.
      stand: 'on' in product.situation ? product.situation.on : 'table',
      dimensions: product.dimensions,
      source: new URL(product.model.glb, base).href,
      ...(poster ? { poster: new URL(poster, base).href } : {}),
      variants: product.variants,
      surface: product.kind === 'tables',
      trusted: !worn,
    })
  }
  return placeables
}

/** A GLB that the shopper brought. It stands on anything level, floor or table; it never leaves the device, so no link can share it. */
export function placeableOfFile(source: ModelSource, name: string): Placeable {
  return {
    sku: OWN_FILE,
    name: { en: name },
    stand: 'table',
    source,
    variants: [],
    surface: false,
    trusted: false,
  }
}
