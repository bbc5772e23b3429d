import { describe, expect, it } from 'vitest'
import type { Room, RoomItem } from '../../src/core/room'
import { decodeRoom, encodeRoom, quantiseRoom, ROOM_LIMIT } from '../../src/core/room-code'
import { seeded } from './seeded'
import { speak } from './speak'

const item = (sku: string, variant: string, x = 0, y = 0, z = 0, yaw = 0): RoomItem => ({
  id: `item-${sku}`,
  sku,
  variant,
  pose: { x, y, z, yaw },
})

describe('room code', () => {
  it('is short and readable', () => {
    const room: Room = {
      items: [
        item('lounge-chair', 'ochre'),
        item('side-table', 'oak', -0.82, 0, 0.35, Math.PI / 2),
        item('vase', 'sand', -0.82, 0.52, 0.35),
      ],
    }
    expect(encodeRoom(room)).toBe('1_lounge-chair.ochre_side-table.oak.-820.0.350.900_vase.sand.-820.520.350')
    expect(encodeRoom({ items: [] })).toBe('1')
  })

  it('reads the address with its #', () => {
    expect(decodeRoom('#1_vase.sand')).toEqual({
      ok: true,
      room: { items: [{ ...item('vase', 'sand'), id: 'item-1' }] },
    })
  })

  it('takes random rooms there and back', () => {
    const { seed, number, word, whole } = seeded()
    for (let round = 0; round < 500; round++) {
      const room: Room = {
        items: Array.from({ length: whole(0, ROOM_LIMIT) }, (_, index) => ({
          id: `x${index}`,
          sku: word(),
          variant: word(),
          pose: { x: number(-20, 20), y: number(-2, 3), z: number(-20, 20), yaw: number(-40, 40) },
        })),
      }
      const code = encodeRoom(room)
      const why = `seed ${seed}, round ${round}: ${code}`
      expect(code, why).toMatch(/^[A-Za-z0-9._-]*[A-Za-z0-9]$/)
      const decoded = decodeRoom(code)
      if (!decoded.ok) throw new Error(`${why}: ${decoded.fault.code}`)
      expect(decoded.room, why).toEqual(quantiseRoom(room))
      expect(encodeRoom(decoded.room), why).toBe(code)
      for (const [index, { pose }] of decoded.room.items.entries()) {
        const from = room.items[index]?.pose ?? pose
        expect(Math.abs(pose.x - from.x), why).toBeLessThanOrEqual(0.000501)
        const turn = Math.abs(Math.atan2(Math.sin(pose.yaw - from.yaw), Math.cos(pose.yaw - from.yaw)))
        expect(turn, why).toBeLessThanOrEqual((0.0501 * Math.PI) / 180)
      }
    }
  })

  it.each([
    [Math.PI, '1800'],
    [-Math.PI, '1800'],
    [3 * Math.PI, '1800'],
    [-Math.PI / 2, '-900'],
    [(3 * Math.PI) / 2, '-900'],
  ])('writes a heading of %f one way only', (yaw, text) => {
    expect(encodeRoom({ items: [item('a', 'b', 0, 0, 0, yaw)] })).toBe(`1_a.b.0.0.0.${text}`)
  })

  it('knows no negative zero', () => {
    const room = { items: [item('a', 'b', -0.0001, -0, -0.0004, -0.0001)] }
    expect(encodeRoom(room)).toBe('1_a.b')
    expect(quantiseRoom(room)).toEqual({ items: [{ ...item('a', 'b'), id: 'item-1' }] })
  })

  it.each([
    ['', 'unknown-version'],
    ['2_vase.sand', 'unknown-version'],
    [`${'9'.repeat(4000)}`, 'unknown-version'],
    ['x'.repeat(5000), 'too-long'],
    [`1${'_a.b'.repeat(10_000)}`, 'too-long'],
    [`1${'_a.b'.repeat(51)}`, 'too-many-items'],
    ['1_', 'bad-item'],
    ['1_vase', 'bad-item'],
    ['1_vase.', 'bad-item'],
    ['1_vase.sand.NaN', 'bad-item'],
    ['1_vase.sand.Infinity', 'bad-item'],
    ['1_vase.sand.1e3', 'bad-item'],
    ['1_vase.sand.1.2.3.4.5', 'bad-item'],
    ['1_Vase.sand', 'bad-item'],
    ['1_<img src=x>.sand', 'bad-item'],
    ['1___proto__.constructor', 'bad-item'],
    ['1_vase.sand.1000001', 'out-of-range'],
    ['1_vase.sand.0.0.0.1801', 'out-of-range'],
    ['1_vase.sand.0.0.0.-1800', 'out-of-range'],
    ['1_vase.sand.99999999', 'bad-item'],
  ])('refuses %.40s: %s', (code, expected) => {
    const decoded = decodeRoom(code)
    if (decoded.ok) throw new Error('accepted')
    expect(decoded.fault.code).toBe(expected)
    for (const language of ['en', 'zh', 'es', 'ar'] as const) {
      expect(
        speak(language)(`room.fault.${decoded.fault.code}`, decoded.fault.detail).length,
      ).toBeGreaterThan(10)
    }
  })

  it('never throws on random text', () => {
    const { seed, whole } = seeded()
    const letters = '1_.-a9~%#\u0000é😀'
    for (let round = 0; round < 2000; round++) {
      const code = `1_${Array.from({ length: whole(0, 30) }, () => letters[whole(0, letters.length - 1)]).join('')}`
      const decoded = decodeRoom(code)
      if (decoded.ok) expect(decodeRoom(encodeRoom(decoded.room)), `seed ${seed}: ${code}`).toEqual(decoded)
    }
  })

  it.each([
    [item('a', 'b', Number.NaN)],
    [item('a', 'b', 0, 0, 0, Number.POSITIVE_INFINITY)],
    [item('a', 'b', 2000)],
    [item('Not an sku', 'b')],
  ])('throws on a room that cannot be: %j', (bad) => {
    expect(() => encodeRoom({ items: [bad] })).toThrow(
      expect.objectContaining({ code: 'ROOM_NOT_ENCODABLE' }),
    )
  })
})
