import type { Sku, VariantId } from './product'
import type { Pose, Room, RoomItem } from './room'
import { ROOM_LIMIT } from './room-code'
import { toRoomPose, wrapAngle } from './room-frame'

/** A room with nothing in it. */
export const EMPTY_ROOM: Room = { items: [] }

/** A room is full; its sentence is `room.fault.full` in the core messages, with `detail`. */
export interface RoomFull {
  readonly code: 'full'
  readonly detail: { readonly limit: number }
}

/** Adds a product. Its id is new in this room and returned beside it. */
export function placeItem(
  room: Room,
  what: { readonly sku: Sku; readonly variant: VariantId; readonly pose: Pose },
): { ok: true; room: Room; item: RoomItem } | { ok: false; fault: RoomFull } {
  if (room.items.length >= ROOM_LIMIT)
    return { ok: false, fault: { code: 'full', detail: { limit: ROOM_LIMIT } } }
  const { sku, variant, pose } = what
  const item: RoomItem = { id: newId(room), sku, variant, pose }
  return { ok: true, room: { items: [...room.items, item] }, item }
}

/** Puts a product elsewhere. A room without that item is returned as it is, as with all edits below. */
export function moveItem(room: Room, id: string, pose: Pose): Room {
  return edit(room, id, (item) => ({ ...item, pose }))
}

/** Turns a product where it stands, by radians about +Y. */
export function turnItem(room: Room, id: string, byRadians: number): Room {
  return edit(room, id, (item) => ({
    ...item,
    pose: { ...item.pose, yaw: wrapAngle(item.pose.yaw + byRadians) },
  }))
}

/** Shows a product in another variant. */
export function chooseItemVariant(room: Room, id: string, variant: VariantId): Room {
  return edit(room, id, (item) => ({ ...item, variant }))
}

/** Takes a product out. */
export function removeItem(room: Room, id: string): Room {
  if (!findItem(room, id)) return room
  return { items: room.items.filter((item) => item.id !== id) }
}

/** The item of an id, if it is in the room. */
export function findItem(room: Room, id: string): RoomItem | undefined {
  return room.items.find((item) => item.id === id)
}

/**
 * The same arrangement seen from its first product, which comes to lie at the origin facing +Z, its height kept: the
 * form to share, and the shortest code. Needed when the product that gave the room its origin was moved or removed.
 */
export function rebaseRoom(room: Room): Room {
  const first = room.items[0]
  if (!first) return room
  const origin: Pose = { ...first.pose, y: 0 }
  return { items: room.items.map((item) => ({ ...item, pose: toRoomPose(origin, item.pose) })) }
}

function edit(room: Room, id: string, change: (item: RoomItem) => RoomItem): Room {
  if (!findItem(room, id)) return room
  return { items: room.items.map((item) => (item.id === id ? change(item) : item)) }
}

/** One more than the highest number in use, so that an id freed by a removal is not given to another product. */
function newId(room: Room): string {
  const numbers = room.items.map((item) => Number(/^item-(\d+)$/.exec(item.id)?.[1] ?? 0))
  return `item-${Math.max(0, ...numbers) + 1}`
}
