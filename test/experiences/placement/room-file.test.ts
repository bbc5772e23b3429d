import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import {
  orientationOf,
  type RoomFile,
  toSpatialScene,
} from '../../../src/experiences/placement/emulator/room-file'

const room = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../assets/environment/living-room.json'), 'utf8'),
) as RoomFile

/** @iwer/sem's planes look down until turned. */
const normalOf = (surface: RoomFile['surfaces'][number]) => {
  const { x, y, z, w } = orientationOf(surface)
  return new Vector3(0, -1, 0).applyQuaternion(new Quaternion(x, y, z, w))
}

describe('the furnished room', () => {
  it('turns each surface towards the inside', () => {
    const middle = new Vector3(0, 1.3, -0.9)
    for (const surface of room.surfaces) {
      const inwards = middle.clone().sub(new Vector3(...surface.at))
      const normal = normalOf(surface)
      expect(normal.length()).toBeCloseTo(1, 6)
      if (surface.label === 'TABLE') expect(normal.y).toBeCloseTo(1, 6)
      else expect(normal.dot(inwards)).toBeGreaterThan(0.5)
    }
  })

  it('has what products need: a floor, walls, tables, a ceiling', () => {
    const labels = room.surfaces.map(({ label }) => label)
    for (const label of ['FLOOR', 'WALL_FACE', 'TABLE', 'CEILING']) expect(labels).toContain(label)
  })

  it('writes every plane and box for the emulator', () => {
    const { spatialEntities } = toSpatialScene(room)
    expect(spatialEntities).toHaveLength(room.surfaces.length + room.solids.length)
    const ids = spatialEntities.map((entity) => (entity as { uuid: string }).uuid)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
