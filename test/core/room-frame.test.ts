import { expect, it } from 'vitest'
import type { Pose } from '../../src/core/room'
import { ORIGIN, originFor, toRoomPose, toSessionPose, wrapAngle } from '../../src/core/room-frame'
import { seeded } from './seeded'

function expectSame(a: Pose, b: Pose, why?: string) {
  for (const axis of ['x', 'y', 'z'] as const) expect(a[axis], why).toBeCloseTo(b[axis], 9)
  expect(Math.cos(a.yaw - b.yaw), why).toBeCloseTo(1, 9)
}

it('turns +Z of the room to where the first product faces', () => {
  const origin: Pose = { x: 1, y: 0, z: 2, yaw: Math.PI / 2 }
  expectSame(toSessionPose(origin, { x: 0, y: 0, z: 1, yaw: 0 }), { x: 2, y: 0, z: 2, yaw: Math.PI / 2 })
  expectSame(toSessionPose(origin, { x: 1, y: 0.5, z: 0, yaw: 0 }), { x: 1, y: 0.5, z: 1, yaw: Math.PI / 2 })
})

it('goes there and back, and finds the origin again', () => {
  const { seed, number } = seeded()
  const pose = (): Pose => ({ x: number(-9, 9), y: number(-2, 2), z: number(-9, 9), yaw: number(-7, 7) })
  for (let round = 0; round < 300; round++) {
    const origin = pose()
    const inRoom = pose()
    const inSession = toSessionPose(origin, inRoom)
    expectSame(toRoomPose(origin, inSession), inRoom, `seed ${seed}`)
    expectSame(originFor(inRoom, inSession), origin, `seed ${seed}`)
    expectSame(toSessionPose(ORIGIN, inRoom), inRoom, `seed ${seed}`)
  }
})

it('keeps the floor where it is when a picture is hung higher than before', () => {
  const inRoom = { x: 0, y: 1.5, z: 0, yaw: 0 }
  const origin = originFor(inRoom, { x: 3, y: 1.7, z: -2, yaw: 1 }, 0.02)
  expect(origin).toEqual({ x: 3, y: 0.02, z: -2, yaw: 1 })
})

it.each([
  [Math.PI, Math.PI],
  [-Math.PI, Math.PI],
  [7, 7 - 2 * Math.PI],
  [0, 0],
])('wraps %f to %f', (from, to) => expect(wrapAngle(from)).toBeCloseTo(to, 12))
