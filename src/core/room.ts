import type { Sku, VariantId } from './product'

/**
 * Where a product is in a room. Products never tilt, so a heading is enough.
 * Metres, Y up, in the room's own frame (see room-frame.ts): its origin lies on the floor where the first product
 * was placed.
 */
export interface Pose {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Turn about +Y in radians; 0 faces +Z. For a wall product, the direction the wall faces. */
  readonly yaw: number
}

/** One placed product. */
export interface RoomItem {
  /** Unique in its room while it is open; not shared. */
  readonly id: string
  readonly sku: Sku
  readonly variant: VariantId
  readonly pose: Pose
}

/** What stands in a shopper's room. Round-trips through a short address (room-code.ts). */
export interface Room {
  readonly items: readonly RoomItem[]
}
