import type { Money } from './money'
import { majorOf } from './money'
import type { Product, Sku, Variant, VariantId } from './product'

/** A product as Google Analytics 4 names it, so that an agency's tag manager needs no mapping. */
export interface EventItem {
  readonly item_id: Sku
  /** The product's English name: reports must not split by the shopper's language. */
  readonly item_name: string
  readonly item_category: string
  readonly item_variant?: string
  /** In the currency's main unit. */
  readonly price?: number
  readonly quantity?: number
}

/** Events that GA4 defines, with its names and parameters. */
export type ShopEvent =
  | { readonly name: 'view_item_list'; readonly item_list_id: string; readonly items: readonly EventItem[] }
  | { readonly name: 'select_item'; readonly item_list_id: string; readonly items: readonly EventItem[] }
  | {
      readonly name: 'view_item'
      readonly currency: string
      readonly value: number
      readonly items: readonly EventItem[]
    }
  | {
      readonly name: 'add_to_cart'
      readonly currency: string
      readonly value: number
      readonly items: readonly EventItem[]
    }
  | {
      readonly name: 'remove_from_cart' | 'view_cart' | 'begin_checkout'
      readonly currency: string
      readonly value: number
      readonly items: readonly EventItem[]
    }
  | { readonly name: 'search'; readonly search_term: string }
  | {
      readonly name: 'share'
      readonly method: string
      readonly content_type: 'product' | 'room' | 'picture'
      /** Of a product only: a room's code would say what stands in it. */
      readonly item_id?: Sku
    }

/** How a product came into the shopper's world. */
export type ArMode = 'webxr' | 'quick-look' | 'scene-viewer' | 'phone-qr'

/** What GA4 has no name for: what happens in the shopper's own room. Nothing says where that room is or how it looks. */
export type ArEvent =
  | {
      readonly name: 'ar_start'
      readonly mode: ArMode
      /** Without it, a whole room or the shopper's own file was brought. */
      readonly item_id?: Sku
      readonly item_variant?: VariantId
    }
  | {
      readonly name: 'ar_place'
      readonly mode: ArMode
      readonly item_id: Sku
      readonly item_variant: VariantId
    }
  /** Moved or turned, and at rest again: one for many small steps. */
  | { readonly name: 'ar_move'; readonly item_id: Sku }
  | { readonly name: 'ar_remove'; readonly item_id: Sku }
  | { readonly name: 'ar_picture'; readonly items: number }
  | { readonly name: 'ar_end'; readonly mode: ArMode; readonly seconds: number; readonly items: number }
  | { readonly name: 'ar_fault'; readonly mode: ArMode | 'none'; readonly code: string }

/** Where the picture came from in which something was tried on. */
export type TryOnWay = 'camera' | 'photo' | 'model'

/** What happens while something is tried on. Nothing is told of the person: no measure, no picture, not whether one was seen. */
export type TryOnEvent =
  | {
      readonly name: 'tryon_start'
      readonly way: TryOnWay
      readonly item_id: Sku
      readonly item_variant: VariantId
    }
  | { readonly name: 'tryon_picture'; readonly item_id: Sku; readonly item_variant: VariantId }
  | {
      readonly name: 'tryon_end'
      readonly way: TryOnWay
      readonly seconds: number
      /** How many products in how many finishes were put on. */
      readonly items: number
    }
  | { readonly name: 'tryon_fault'; readonly code: string }

/** What happens in the 3D view and with files. */
export type ViewEvent =
  | { readonly name: 'variant_select'; readonly item_id: Sku; readonly item_variant: VariantId }
  | { readonly name: 'dimensions_show' }
  | { readonly name: 'model_fault'; readonly item_id: Sku; readonly code: string }
  /** A shopper's own file: what it weighs and whether it opened, never its name or content. */
  | { readonly name: 'file_open'; readonly bytes: number; readonly code: 'ok' | (string & {}) }

/** Everything the shop reports, to whoever the page's owner lets listen. We send nothing anywhere ourselves. */
export type VitrineEvent = ShopEvent | ArEvent | TryOnEvent | ViewEvent

/** A product, perhaps in a variant, as an event carries it. */
export function eventItem(product: Product, variant?: Variant, quantity?: number): EventItem {
  return {
    item_id: product.sku,
    item_name: product.name.en,
    item_category: product.kind,
    ...(variant ? { item_variant: variant.id, price: majorOf(variant.price) } : {}),
    ...(quantity === undefined ? {} : { quantity }),
  }
}

/** `currency` and `value` of an event, from exact money. */
export function eventValue(money: Money): { currency: string; value: number } {
  return { currency: money.currency, value: majorOf(money) }
}

/** Where events go through: anyone may emit, anyone may listen. */
export interface EventBus {
  emit(event: VitrineEvent): void
  /** @returns a function that stops listening */
  on(listener: (event: VitrineEvent) => void): () => void
}

/**
 * Makes a bus. A listener that throws is some analytics script's trouble, not the shopper's: the others still hear,
 * and the error surfaces as uncaught afterwards.
 */
export function createEventBus(): EventBus {
  const listeners = new Set<(event: VitrineEvent) => void>()
  return {
    emit(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event)
        } catch (error) {
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
    on(listener) {
      // Wrapped, so that one function listening twice is two listeners.
      const entry = (event: VitrineEvent) => listener(event)
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
}
