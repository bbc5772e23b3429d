import { BoxGeometry, Group, Mesh, MeshBasicMaterial, Ray, Vector3 } from 'three'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventBus, type VitrineEvent } from '../../../src/core/events'
import { createIntentDoor } from '../../../src/core/intent-door'
import type { Intent } from '../../../src/core/intents'
import type { Room } from '../../../src/core/room'
import { pressKey } from '../../../src/experiences/placement/keyboard-input'
import type { Placeable } from '../../../src/experiences/placement/placeable'
import type { PlacementModels } from '../../../src/experiences/placement/placement-host'
import { PlacementSession } from '../../../src/experiences/placement/placement-session'
import { speak } from '../../core/speak'

const variants = ['oak', 'ash'].map((id) => ({
  id,
  name: { en: id },
  materialVariant: id,
  swatch: '#777777',
}))
const thing = (sku: string, stand: Placeable['stand'], more: Partial<Placeable> = {}): Placeable => ({
  sku,
  name: { en: sku },
  stand,
  dimensions: { width: 0.6, height: 0.8, depth: 0.5 },
  source: sku,
  variants,
  surface: false,
  trusted: true,
  ...more,
})
const PLACEABLES = [thing('chair', 'floor'), thing('vase', 'table'), thing('print', 'wall')]

let held = 0
/** Models as boxes, counted. */
const models: PlacementModels = {
  async acquire() {
    held += 1
    const object = new Group()
    object.add(new Mesh(new BoxGeometry(0.6, 0.8, 0.5).translate(0, 0.41, 0), new MeshBasicMaterial()))
    return {
      ok: true,
      model: {
        object,
        dimensions: { width: 0.6, height: 0.8, depth: 0.5 },
        setVariant: async () => {},
        release: () => {
          held -= 1
        },
      },
    }
  },
}

function open() {
  const door = createIntentDoor()
  const sent: Intent[] = []
  door.on('*', (intent) => sent.push(intent))
  const events = createEventBus()
  const told: VitrineEvent[] = []
  events.on((event) => told.push(event))
  const session = new PlacementSession({
    models,
    placeables: PLACEABLES,
    messages: speak('en', 'placement'),
    language: 'en',
    door,
    events,
    takePicture: async () => undefined,
    addressOf: () => 'https://shop.example/room#1',
    leave: () => {},
  })
  const { aim } = session.world
  /** As if the device had found this place. */
  const aimAt = (x: number, y: number, z: number, yaw = 0) => {
    aim.seen = true
    aim.misfit = undefined
    aim.position.set(x, y, z)
    aim.yaw = yaw
  }
  const place = async (sku: string, x: number, y: number, z: number, yaw = 0) => {
    session.choose(sku)
    await vi.waitFor(() => expect(session.state.pending).toMatchObject({ loaded: 1 }))
    aimAt(x, y, z, yaw)
    expect(session.placeHere()).toBe(true)
  }
  return { session, door, sent, told, aimAt, place }
}

let opened: ReturnType<typeof open>
beforeEach(() => {
  held = 0
  opened = open()
})
afterEach(() => {
  opened.session.dispose()
  vi.useRealTimers()
  expect(held).toBe(0)
})

describe('PlacementSession', () => {
  it('places through the door, sets the underside on the surface and says where', async () => {
    const { session, sent, place } = opened
    await place('chair', 0.5, 0, -1.5)
    const [chair] = session.placed
    expect(chair?.node.scale.toArray()).toEqual([1, 1, 1])
    // The box of the model began 1 cm above its origin.
    expect(chair?.box.min.y).toBeCloseTo(0, 6)
    expect(chair?.box.max.y).toBeCloseTo(0.8, 6)
    expect(sent.at(-1)).toMatchObject({ type: 'place', sku: 'chair' })
    expect(session.state.selected).toBe('item-1')
    expect(session.state.said.text).toBe('chair placed, 1.58 m in front of you')
  })

  it('does not place before the model is there, nor where it does not fit', async () => {
    const { session, aimAt } = opened
    session.choose('chair')
    aimAt(0, 0, -1)
    expect(session.placeHere()).toBe(false)
    await vi.waitFor(() => expect(session.state.pending).toMatchObject({ loaded: 1 }))
    session.world.aim.misfit = 'needsFloor'
    expect(session.placeHere()).toBe(false)
    session.world.aim.misfit = undefined
    expect(session.placeHere()).toBe(true)
  })

  it('keeps the room in the frame of its first product, whatever the session calls its own', async () => {
    const { session, place } = opened
    await place('chair', 2, -1.3, 1, Math.PI / 2)
    await place('print', 3, 0.2, 1, Math.PI / 2)
    const { items } = session.room()
    expect(items[0]?.pose).toEqual({ x: 0, y: 0, z: 0, yaw: 0 })
    expect(items[1]?.pose.x).toBeCloseTo(0, 9)
    expect(items[1]?.pose.y).toBeCloseTo(1.5, 9)
    expect(items[1]?.pose.z).toBeCloseTo(1, 9)
  })

  it('lays a shared room out again, equal, wherever it is tapped', async () => {
    const { session, aimAt } = opened
    const room: Room = {
      items: [
        { id: 'a', sku: 'print', variant: 'oak', pose: { x: 0, y: 1.5, z: 0, yaw: 0 } },
        { id: 'b', sku: 'chair', variant: 'ash', pose: { x: -0.5, y: 0, z: 1.2, yaw: 2 } },
        { id: 'c', sku: 'vase', variant: 'oak', pose: { x: 1, y: 0.74, z: 0.3, yaw: -1 } },
        { id: 'd', sku: 'gone', variant: 'oak', pose: { x: 0, y: 0, z: 0, yaw: 0 } },
      ],
    }
    session.chooseRoom(room)
    await vi.waitFor(() => expect(session.state.pending).toMatchObject({ kind: 'room', count: 3, loaded: 1 }))
    // Aimed by what stands on the floor, though the picture came first.
    expect(session.state.pending?.stand).toBe('floor')
    aimAt(4, -1.25, -2, 0.4)
    expect(session.placeHere()).toBe(true)
    const again = session.room()
    again.items.forEach((item, index) => {
      const { pose } = room.items[index] ?? item
      for (const axis of ['x', 'y', 'z', 'yaw'] as const) expect(item.pose[axis]).toBeCloseTo(pose[axis], 9)
    })
    const chair = session.placed[1]
    expect(chair?.position.distanceTo(new Vector3(4, -1.25, -2))).toBeLessThan(1e-9)
    expect(chair?.yaw).toBeCloseTo(0.4, 9)
  })

  it('moves, turns and refuses to turn what hangs', async () => {
    const { session, door, place } = opened
    await place('chair', 0, 0, -1)
    door.send({ type: 'turn', item: 'item-1', byRadians: 0.5 })
    expect(session.placed[0]?.yaw).toBeCloseTo(0.5)
    session.nudge(0.1, 0.2)
    expect(session.placed[0]?.position.toArray()).toEqual([
      expect.closeTo(0.1),
      expect.closeTo(0),
      expect.closeTo(-1.2),
    ])
    await place('print', 0, 1.5, -3)
    door.send({ type: 'turn', item: 'item-2', byRadians: 0.5 })
    expect(session.placed[1]?.yaw).toBe(0)
    session.nudge(0, 0.1)
    expect(session.placed[1]?.position.y).toBeCloseTo(1.6)
  })

  it.each([
    ['[', false, Math.PI / 12],
    [']', false, -Math.PI / 12],
    ['{', true, Math.PI / 180],
    ['}', true, -Math.PI / 180],
  ] as const)('turns by %s', async (key, fine, radians) => {
    const { session, place, sent } = opened
    await place('chair', 0, 0, -2)
    expect(pressKey(session, key, fine)).toBe(true)
    expect(sent.at(-1)).toMatchObject({ type: 'turn', byRadians: radians })
  })

  it('picks up, puts down elsewhere, and gives back what is cancelled', async () => {
    const { session, aimAt, place } = opened
    await place('chair', 0, 0, -1)
    session.carry('item-1')
    expect(session.placed[0]?.node.visible).toBe(false)
    session.cancel()
    expect(session.placed[0]?.node.visible).toBe(true)
    expect(session.placed[0]?.position.z).toBe(-1)
    session.carry('item-1')
    aimAt(1, 0, -2, 1)
    session.placeHere()
    expect(session.placed[0]?.position.x).toBeCloseTo(1)
    expect(session.placed[0]?.yaw).toBeCloseTo(1)
    expect(session.state.pending).toBeUndefined()
  })

  it('removes with a way back for ten seconds, then frees', async () => {
    const { session, place } = opened
    await place('chair', 0, 0, -1)
    await place('vase', 0.5, 0.7, -1)
    vi.useFakeTimers()
    session.select('item-1')
    session.removeSelected()
    expect(session.placed.map(({ placeable }) => placeable.sku)).toEqual(['vase'])
    session.undo()
    expect(session.placed.map(({ placeable }) => placeable.sku)).toEqual(['chair', 'vase'])
    session.removeSelected()
    expect(held).toBe(2)
    vi.advanceTimersByTime(10_001)
    expect(held).toBe(1)
    expect(session.state.undo).toBeUndefined()
  })

  it('grabs what a ray meets first, and trembling moves nothing', async () => {
    const { session, sent, place } = opened
    await place('chair', 0, 0, -1)
    await place('chair', 0, 0, -3)
    const ray = new Ray(new Vector3(0, 1.2, 0), new Vector3(0, -0.6, -1).normalize())
    expect(session.grab(ray, false)).toBe(true)
    expect(session.state.selected).toBe('item-1')
    session.world.dragAlong(ray)
    session.drop()
    expect(sent.filter(({ type }) => type === 'move')).toEqual([])
    expect(session.selectAlong(new Ray(new Vector3(0, 1, 0), new Vector3(1, 0, 0)))).toBe(false)
    expect(session.state.selected).toBeUndefined()
  })

  it('places what someone else asks for, when its model has come', async () => {
    const { session, door } = opened
    door.send({ type: 'place', sku: 'vase', variant: 'ash', pose: { x: 0, y: 0.7, z: -1, yaw: 0 } })
    await vi.waitFor(() => expect(session.placed).toHaveLength(1))
    expect(session.placed[0]?.variant).toBe('ash')
  })
})

describe('events', () => {
  it('tell what was placed, moved, shared and taken out, and nothing of the room', async () => {
    const { session, told, place } = opened
    await place('chair', 0.4, 0, -2)
    vi.useFakeTimers()
    session.nudge(0.05, 0)
    session.nudge(0.05, 0)
    vi.advanceTimersByTime(2000)
    session.door.send({ type: 'share' })
    session.copied()
    session.removeSelected()
    expect(told).toEqual([
      { name: 'ar_place', mode: 'webxr', item_id: 'chair', item_variant: 'oak' },
      // Two steps, one movement.
      { name: 'ar_move', item_id: 'chair' },
      { name: 'share', method: 'link', content_type: 'room' },
      { name: 'ar_remove', item_id: 'chair' },
    ])
  })
})
