import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Dimensions } from '../../core/dimensions'
import type { Sku, Stand, VariantId } from '../../core/product'
import type { PlaceableVariant } from './placeable'
import type { Misfit } from './surface'
import type { TrackingState } from './tracking'

/** What the shopper is about to put down. */
export type Pending =
  | {
      readonly kind: 'product'
      readonly sku: Sku
      readonly name: string
      readonly stand: Stand
      readonly variant: VariantId
      readonly variants: readonly PlaceableVariant[]
      /** Share of the model's file that is here, 0..1; 1 when it can be placed. */
      readonly loaded: number
      /** Sentence when it could not be loaded. */
      readonly failed?: string
    }
  | {
      readonly kind: 'room'
      readonly count: number
      readonly stand: Stand
      readonly loaded: number
      readonly failed?: string
    }
  | { readonly kind: 'carried'; readonly item: string; readonly name: string; readonly stand: Stand }

/** One placed product, as the overlay and the panel list it. */
export interface PlacedView {
  readonly id: string
  readonly sku: Sku
  readonly name: string
  readonly stand: Stand
  readonly variant: VariantId
  readonly variants: readonly PlaceableVariant[]
  /** Measured, metres. */
  readonly dimensions: Dimensions
}

/** How the aim fares: `searching` grows into `slow` and `stuck` when no surface is found for some seconds. */
export type AimState = 'searching' | 'slow' | 'stuck' | 'fits' | Misfit

/** A sheet over the view. */
export type Sheet =
  | { readonly kind: 'picker' }
  | { readonly kind: 'share'; readonly url: string; readonly left: number; readonly copied: boolean }
  | {
      readonly kind: 'picture'
      readonly url: string
      readonly blob: Blob
      /** What can be seen in it: the products alone, or with the (emulated) room. */
      readonly contains: 'products' | 'room'
    }

/** All that overlay and panel show. Replaced, never mutated. */
export interface PlacementState {
  readonly phase: 'starting' | 'live' | 'ended'
  /** A phone's glass, or rays and hands in space. */
  readonly device: 'screen' | 'headset'
  readonly tracking: TrackingState
  readonly aim: AimState
  readonly pending: Pending | undefined
  readonly placed: readonly PlacedView[]
  readonly selected: string | undefined
  readonly dimensions: boolean
  /** What was removed last and can be brought back. */
  readonly undo: { readonly name: string } | undefined
  readonly sheet: Sheet | undefined
  /** For screen readers; the number makes a repeated sentence be read again. */
  readonly said: { readonly text: string; readonly turn: number }
}

export type PlacementStore = StoreApi<PlacementState>

export function createPlacementStore(): PlacementStore {
  return createStore<PlacementState>(() => ({
    phase: 'starting',
    device: 'screen',
    tracking: 'good',
    aim: 'searching',
    pending: undefined,
    placed: [],
    selected: undefined,
    dimensions: false,
    undo: undefined,
    sheet: undefined,
    said: { text: '', turn: 0 },
  }))
}

/** The product that is selected. */
export function selectedOf(state: PlacementState): PlacedView | undefined {
  return state.placed.find((item) => item.id === state.selected)
}
