import { describe, expect, it } from 'vitest'
import { Lobes } from '../../../../src/experiences/tryon/fit/lobes'
import { matrixOf } from '../../../../src/experiences/tryon/fit/rotation'
import { seeded } from '../../../core/seeded'
import { attitude, CAMERA, normal } from './synthetic-face'

const POSITION = [0.01, -0.02, -0.5] as const
/** A person's lobes lie lower and further back than their face lets expect. */
const EXPECTED = [0.077, -0.045, -0.07] as const
const TRUE = { left: [0.079, -0.054, -0.077], right: [-0.079, -0.053, -0.077] } as const

/** Where a head of this turn shows its lobes, as the refinement tells it. */
function shown(degrees: number, noise: number, random: () => number, sides = ['left', 'right'] as const) {
  const rotation = matrixOf(
    new Float64Array(9),
    attitude({ position: POSITION, yaw: (degrees * Math.PI) / 180 }),
  )
  const seen = new Float32Array(6)
  for (const [i, side] of (['left', 'right'] as const).entries()) {
    if (!sides.includes(side)) continue
    const [x, y, z] = TRUE[side]
    const at = (row: number) =>
      (rotation[row] ?? 0) * x + (rotation[row + 1] ?? 0) * y + (rotation[row + 2] ?? 0) * z
    const k = CAMERA.focal / -(at(6) + POSITION[2])
    seen[3 * i] = CAMERA.centreX + k * (at(0) + POSITION[0]) + noise * normal(random)
    seen[3 * i + 1] = CAMERA.centreY - k * (at(3) + POSITION[1]) + noise * normal(random)
    seen[3 * i + 2] = 2
  }
  return { rotation, seen }
}

const off = (lobes: Lobes, side: 'left' | 'right', axis: number) =>
  Math.abs((lobes.places[side][axis] ?? 0) - (TRUE[side][axis] ?? 0))

describe('lobes over time', () => {
  it('lie where the face lets expect them until they were seen', () => {
    const lobes = new Lobes()
    lobes.expect(...EXPECTED)
    expect(lobes.places).toEqual({ left: [...EXPECTED], right: [-EXPECTED[0], EXPECTED[1], EXPECTED[2]] })
  })

  it('get their height from the front, and their depth by turning', () => {
    const { random } = seeded(3)
    const lobes = new Lobes()
    lobes.expect(...EXPECTED)
    for (let frame = 0; frame < 30; frame++) {
      const { rotation, seen } = shown(0, 0.5, random)
      lobes.see(seen, rotation, POSITION, CAMERA)
    }
    for (const side of ['left', 'right'] as const) expect(off(lobes, side, 1)).toBeLessThan(0.0015)
    for (let frame = 0; frame < 60; frame++) {
      const yaw = 35 * Math.sin(frame / 10)
      const { rotation, seen } = shown(yaw, 0.5, random, [yaw < 0 ? 'left' : 'right'] as never)
      lobes.see(seen, rotation, POSITION, CAMERA)
    }
    for (const side of ['left', 'right'] as const) {
      for (const axis of [0, 1]) expect(off(lobes, side, axis)).toBeLessThan(0.0015)
      // Of 7 mm.
      expect(off(lobes, side, 2)).toBeLessThan(0.0035)
    }
  })

  it('tell of the ear that is turned away by the one that is seen', () => {
    const { random } = seeded(5)
    const lobes = new Lobes()
    lobes.expect(...EXPECTED)
    for (let frame = 0; frame < 40; frame++) {
      const { rotation, seen } = shown(-25, 0.5, random, ['left'] as never)
      lobes.see(seen, rotation, POSITION, CAMERA)
    }
    expect(off(lobes, 'right', 1)).toBeLessThan(0.003)
  })

  it('are calm while nobody moves', () => {
    const { random } = seeded(7)
    const lobes = new Lobes()
    lobes.expect(...EXPECTED)
    const heights: number[] = []
    for (let frame = 0; frame < 120; frame++) {
      const { rotation, seen } = shown(0, 1, random)
      lobes.see(seen, rotation, POSITION, CAMERA)
      if (frame >= 60) heights.push(lobes.places.left[1])
    }
    // A pixel of noise is 1 mm here.
    const steps = heights.slice(1).map((height, i) => Math.abs(height - (heights[i] ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(0.00006)
  })

  it('do not believe an ear where none can be', () => {
    const { random } = seeded(9)
    const lobes = new Lobes()
    lobes.expect(...EXPECTED)
    const { rotation, seen } = shown(0, 0, random)
    seen[1] = (seen[1] ?? 0) + 60
    seen[5] = 0
    lobes.see(seen, rotation, POSITION, CAMERA)
    expect(lobes.places.left).toEqual([...EXPECTED])
  })
})
