import { describe, expect, it } from 'vitest'
import type { Room } from '../../src/core/room'
import { encodeRoom, ROOM_LIMIT } from '../../src/core/room-code'
import {
  chooseItemVariant,
  EMPTY_ROOM,
  findItem,
  moveItem,
  placeItem,
  rebaseRoom,
  removeItem,
  turnItem,
} from '../../src/core/room-edit'
import { ORIGIN } from '../../src/core/room-frame'
import { beginHistory, record, redo, undo } from '../../src/core/room-history'
import { stockRoom } from '../../src/core/room-stock'
import { sampleCatalogue } from './sample-catalogue'
import { speak } from './speak'

function place(room: Room, sku: string, variant: string, pose = ORIGIN): Room {
  const placed = placeItem(room, { sku, variant, pose })
  if (!placed.ok) throw new Error(placed.fault.code)
  return placed.room
}

describe('room edits', () => {
  const room = place(place(EMPTY_ROOM, 'lounge-chair', 'ochre'), 'side-table', 'oak', { ...ORIGIN, x: 1 })

  it('places with new ids, never those of removed products still told apart', () => {
    expect(room.items.map((item) => item.id)).toEqual(['item-1', 'item-2'])
    const fewer = removeItem(room, 'item-1')
    expect(place(fewer, 'vase', 'sand').items.map((item) => item.id)).toEqual(['item-2', 'item-3'])
  })

  it('moves, turns and chooses without touching the rest', () => {
    const moved = moveItem(room, 'item-2', { ...ORIGIN, z: 2 })
    expect(findItem(moved, 'item-2')?.pose.z).toBe(2)
    expect(moved.items[0]).toBe(room.items[0])
    const turned = turnItem(room, 'item-1', 3 * Math.PI)
    expect(findItem(turned, 'item-1')?.pose.yaw).toBeCloseTo(Math.PI)
    expect(findItem(chooseItemVariant(room, 'item-1', 'ink'), 'item-1')?.variant).toBe('ink')
  })

  it('returns the very same room where there is nothing to do', () => {
    expect(moveItem(room, 'none', ORIGIN)).toBe(room)
    expect(removeItem(room, 'none')).toBe(room)
  })

  it('is full at the limit, with a sentence', () => {
    let full: Room = EMPTY_ROOM
    for (let i = 0; i < ROOM_LIMIT; i++) full = place(full, 'vase', 'sand')
    const placed = placeItem(full, { sku: 'vase', variant: 'sand', pose: ORIGIN })
    if (placed.ok) throw new Error('placed')
    expect(speak()('room.fault.full', { ...placed.fault.detail })).toContain('50 products')
    expect(() => encodeRoom(full)).not.toThrow()
  })

  it('is shared from its first product, which then costs only its name', () => {
    const away = {
      items: room.items.map((item) => ({
        ...item,
        pose: { ...item.pose, z: item.pose.z + 3, yaw: Math.PI / 2 },
      })),
    }
    expect(encodeRoom(rebaseRoom(away))).toBe('1_lounge-chair.ochre_side-table.oak.0.0.1000')
    expect(rebaseRoom(EMPTY_ROOM)).toBe(EMPTY_ROOM)
  })
})

describe('history', () => {
  it('goes back and forward, and forgets the future after a new step', () => {
    const one = place(EMPTY_ROOM, 'vase', 'sand')
    const two = place(one, 'vase', 'sand')
    let history = record(record(beginHistory(EMPTY_ROOM), one), two)
    expect(record(history, two)).toBe(history)
    history = undo(undo(history))
    expect(history.present).toBe(EMPTY_ROOM)
    expect(undo(history)).toBe(history)
    expect(redo(redo(history)).present).toBe(two)
    history = record(redo(history), EMPTY_ROOM)
    expect(redo(history)).toBe(history)
  })
})

describe('stockRoom', () => {
  it('leaves out what is no longer sold and shows another variant where one is gone', () => {
    const asked = [
      ['lounge-chair', 'ink'],
      ['side-table', 'walnut'],
      ['sofa', 'red'],
    ].reduce((all, [sku = '', variant = '']) => place(all, sku, variant), EMPTY_ROOM)
    const stocked = stockRoom(asked, sampleCatalogue())
    expect(stocked.room.items.map((item) => [item.sku, item.variant])).toEqual([
      ['lounge-chair', 'ink'],
      ['side-table', 'oak'],
    ])
    expect(stocked.missing.map((item) => item.sku)).toEqual(['sofa'])
    expect(stocked.changed.map((item) => item.variant)).toEqual(['walnut'])
  })
})
