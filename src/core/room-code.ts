/**
 * A room as a short text for an address: `1_lounge-chair.ochre_side-table.oak.-820.0.350.900`.
 *
 *     code    = version *( "_" item )
 *     version = "1"
 *     item    = sku "." variant [ "." x [ "." y [ "." z [ "." yaw ]]]]
 *     x y z   = whole millimetres            -1000000 .. 1000000
 *     yaw     = whole tenths of a degree     -1799 .. 1800
 *
 * Only characters that no address, chat or mail program escapes or cuts: letters, digits, `-`, `.` and `_`, the
 * last two never at the end. In the canonical form trailing zeros are left out; since the first product is the
 * room's origin, it costs no more than its name.
 */
import type { Pose, Room, RoomItem } from './room'
import { isSku } from './sku'

/** Products a room may hold: more than a living room takes, few enough for one address. */
export const ROOM_LIMIT = 50

const VERSION = '1'
const MAX_CHARACTERS = 4096
const MAX_MILLIMETRES = 1_000_000
const NUMBER = /^-?\d{1,7}$/

/** Why a room code could not be read. Its sentence is `room.fault.<code>` in the core messages, with `detail`. */
export interface RoomFault {
  readonly code: 'too-long' | 'unknown-version' | 'too-many-items' | 'bad-item' | 'out-of-range'
  readonly detail: Readonly<Record<string, string | number>>
}

/**
 * The canonical code of a room. Positions are rounded to the millimetre and headings to 0.1°.
 *
 * @throws RangeError with `code: 'ROOM_NOT_ENCODABLE'` if a pose is not finite or is beyond a kilometre, an sku is
 *   not one, or there are more than {@link ROOM_LIMIT} products: the caller built a room that cannot be
 */
export function encodeRoom(room: Room): string {
  if (room.items.length > ROOM_LIMIT) throw notEncodable(`${room.items.length} products`)
  return [VERSION, ...room.items.map(encodeItem)].join('_')
}

function encodeItem(item: RoomItem): string {
  if (!isSku(item.sku) || !isSku(item.variant)) throw notEncodable(`product ${item.sku} ${item.variant}`)
  const numbers = wholeNumbers(item.pose)
  const [x, y, z, yaw] = numbers
  if (![x, y, z].every((mm) => Math.abs(mm) <= MAX_MILLIMETRES) || !Number.isFinite(yaw)) {
    throw notEncodable(`pose ${JSON.stringify(item.pose)} of ${item.sku}`)
  }
  const fields: number[] = numbers
  while (fields.at(-1) === 0) fields.pop()
  return [item.sku, item.variant, ...fields].join('.')
}

/**
 * Reads a room code, with or without the address's `#`. Never throws: a code comes from anyone.
 * Items are numbered `item-1`, `item-2`, … in their order.
 */
export function decodeRoom(code: string): { ok: true; room: Room } | { ok: false; fault: RoomFault } {
  const text = code.startsWith('#') ? code.slice(1) : code
  if (text.length > MAX_CHARACTERS) {
    return fail('too-long', { characters: text.length, limit: MAX_CHARACTERS })
  }
  const [version, ...parts] = text.split('_')
  if (version !== VERSION) return fail('unknown-version', { version: (version ?? '').slice(0, 20) })
  if (parts.length > ROOM_LIMIT) return fail('too-many-items', { count: parts.length, limit: ROOM_LIMIT })
  const items: RoomItem[] = []
  for (const [index, part] of parts.entries()) {
    const [sku = '', variant = '', ...fields] = part.split('.')
    const detail = { position: index + 1, item: part.slice(0, 60) }
    const wellFormed =
      isSku(sku) && isSku(variant) && fields.length <= 4 && fields.every((f) => NUMBER.test(f))
    if (!wellFormed) return fail('bad-item', detail)
    const [x = 0, y = 0, z = 0, yaw = 0] = fields.map(Number)
    if (![x, y, z].every((mm) => Math.abs(mm) <= MAX_MILLIMETRES) || yaw < -1799 || yaw > 1800) {
      return fail('out-of-range', detail)
    }
    items.push({ id: `item-${index + 1}`, sku, variant, pose: poseOf([x, y, z, yaw]) })
  }
  return { ok: true, room: { items } }
}

/** What a room becomes by a trip through its code: rounded poses, items numbered in their order. */
export function quantiseRoom(room: Room): Room {
  return {
    items: room.items.map((item, index) => ({
      ...item,
      id: `item-${index + 1}`,
      pose: poseOf(wholeNumbers(item.pose)),
    })),
  }
}

type WholeNumbers = [x: number, y: number, z: number, yaw: number]

/** A pose in whole millimetres and tenths of a degree, the heading in (-1800, 1800]. Adding 0 turns -0 into 0. */
function wholeNumbers({ x, y, z, yaw }: Pose): WholeNumbers {
  const tenths = Math.round((yaw * 1800) / Math.PI) % 3600
  const wrapped = tenths > 1800 ? tenths - 3600 : tenths <= -1800 ? tenths + 3600 : tenths
  return [Math.round(x * 1000) + 0, Math.round(y * 1000) + 0, Math.round(z * 1000) + 0, wrapped + 0]
}

function poseOf([x, y, z, yaw]: WholeNumbers): Pose {
  return { x: x / 1000, y: y / 1000, z: z / 1000, yaw: (yaw * Math.PI) / 1800 }
}

function fail(code: RoomFault['code'], detail: RoomFault['detail']): { ok: false; fault: RoomFault } {
  return { ok: false, fault: { code, detail } }
}

function notEncodable(what: string): RangeError {
  return Object.assign(new RangeError(`a room code cannot hold ${what}`), { code: 'ROOM_NOT_ENCODABLE' })
}
