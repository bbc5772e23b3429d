import type { Catalogue } from './catalogue'
import { findProduct } from './catalogue'
import type { Room, RoomItem } from './room'

/** A room as today's catalogue can show it. */
export interface StockedRoom {
  readonly room: Room
  /** Items whose product is no longer sold; not in `room`. Their sentence is `room.missing`. */
  readonly missing: readonly RoomItem[]
  /** Items whose variant is no longer sold, as they were asked for; in `room` with the first variant. `room.changed`. */
  readonly changed: readonly RoomItem[]
}

/** Compares a room, perhaps shared long ago, with what is sold now. */
export function stockRoom(room: Room, catalogue: Catalogue): StockedRoom {
  const items: RoomItem[] = []
  const missing: RoomItem[] = []
  const changed: RoomItem[] = []
  for (const item of room.items) {
    const variants = findProduct(catalogue, item.sku)?.variants ?? []
    const [first] = variants
    if (!first) missing.push(item)
    else if (variants.some(({ id }) => id === item.variant)) items.push(item)
    else {
      changed.push(item)
      items.push({ ...item, variant: first.id })
    }
  }
  return { room: { items }, missing, changed }
}
