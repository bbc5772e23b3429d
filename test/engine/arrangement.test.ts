import { Box3, Group, Vector3 } from 'three'
import { expect, it } from 'vitest'
import { arrange } from '../../src/engine/arrangement'
import type { ModelHandle } from '../../src/engine/model-handle'

/** A box of 2 × 1 × 1 m whose outline is its eight corners. */
function box(released: string[], name: string): ModelHandle {
  const bounds = new Box3(new Vector3(-1, 0, -0.5), new Vector3(1, 1, 0.5))
  const corners: number[] = []
  for (let i = 0; i < 8; i++) corners.push(i & 1 ? 1 : -1, i & 2 ? 1 : 0, i & 4 ? 0.5 : -0.5)
  return {
    object: new Group(),
    bounds,
    outline: Float32Array.from(corners),
    dimensions: { width: 2, height: 1, depth: 1 },
    triangles: 12,
    notes: [],
    variants: [],
    extras: {},
    setVariant: () => Promise.resolve(),
    release: () => void released.push(name),
  }
}

it('measures parts at their poses together, and releases them together', () => {
  const released: string[] = []
  const room = arrange([
    { model: box(released, 'a'), pose: { x: 0, y: 0, z: 0, yaw: 0 } },
    { model: box(released, 'b'), pose: { x: 3, y: 0.5, z: 0, yaw: Math.PI / 2 } },
  ])
  expect(room.dimensions.width).toBeCloseTo(1 + 3 + 0.5)
  expect(room.dimensions.height).toBeCloseTo(1.5)
  expect(room.dimensions.depth).toBeCloseTo(2)
  expect(room.object.children).toHaveLength(2)
  expect(room.triangles).toBe(24)
  room.release()
  expect(released).toEqual(['a', 'b'])
})
