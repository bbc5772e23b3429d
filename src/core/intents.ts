import type { Sku, VariantId } from './product'
import type { Pose } from './room'

/**
 * What a person (or the guide, or a host page) wants. Touch, mouse, key, ray, hand, voice and script
 * all become one of these: one door into every experience.
 */
export type Intent =
  | { readonly type: 'inspect'; readonly sku: Sku; readonly variant?: VariantId }
  | { readonly type: 'chooseVariant'; readonly sku: Sku; readonly variant: VariantId }
  | { readonly type: 'showDimensions'; readonly on: boolean }
  | { readonly type: 'enterRoom'; readonly sku: Sku; readonly variant: VariantId }
  | { readonly type: 'leaveRoom' }
  | { readonly type: 'place'; readonly sku: Sku; readonly variant: VariantId; readonly pose: Pose }
  | { readonly type: 'move'; readonly item: string; readonly pose: Pose }
  | { readonly type: 'turn'; readonly item: string; readonly byRadians: number }
  | { readonly type: 'remove'; readonly item: string }
  | { readonly type: 'takePicture' }
  | { readonly type: 'share' }
  | { readonly type: 'tryOn'; readonly sku: Sku; readonly variant: VariantId }
  | { readonly type: 'goTo'; readonly place: string }
  | { readonly type: 'addToCart'; readonly sku: Sku; readonly variant: VariantId; readonly quantity: number }
  /** None takes it out. */
  | {
      readonly type: 'setQuantity'
      readonly sku: Sku
      readonly variant: VariantId
      readonly quantity: number
    }
  | { readonly type: 'checkout' }
