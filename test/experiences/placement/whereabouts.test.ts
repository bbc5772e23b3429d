import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { whereabouts } from '../../../src/experiences/placement/whereabouts'

const eyes = new Vector3(0, 1.6, 0)
const ahead = new Vector3(0, -0.4, -1).normalize()

describe('whereabouts', () => {
  it.each([
    [[0, 0, -1.6], 'front', 1.6],
    [[-2, 0, 0], 'left', 2],
    [[2, 0, 0.1], 'right', 2.0025],
    [[0.2, 0, 3], 'behind', 3.0067],
  ] as const)('%j is %s', ([x, y, z], direction, distance) => {
    const seen = whereabouts(new Vector3(x, y, z), eyes, ahead)
    expect(seen.direction).toBe(direction)
    expect(seen.distance).toBeCloseTo(distance, 3)
  })

  it('still has a front for someone who looks at their feet', () => {
    expect(whereabouts(new Vector3(0, 0, -1), eyes, new Vector3(0, -1, 0)).direction).toBe('front')
  })
})
