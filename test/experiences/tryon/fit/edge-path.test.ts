import { describe, expect, it } from 'vitest'
import { type Feelers, findEdge } from '../../../../src/experiences/tryon/fit/refine/edge-path'
import { seeded } from '../../../core/seeded'
import { normal } from './synthetic-face'

const SIZE = 96
const COUNT = 60
const PRIOR = { noise: 0.35, stiffness: 0.25, anchor: 0.01 }

/** A disc of about 1 on about 0, whose border lies `radius(angle)` from the middle. */
function disc(
  radius: (angle: number) => number,
  value: (inside: boolean, x: number, y: number) => number = (inside) => (inside ? 1 : 0),
) {
  const data = new Float32Array(SIZE * SIZE)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const [dx, dy] = [x + 0.5 - SIZE / 2, y + 0.5 - SIZE / 2]
      data[y * SIZE + x] = value(Math.hypot(dx, dy) < radius(Math.atan2(dy, dx)), x, y)
    }
  }
  return { width: SIZE, height: SIZE, data }
}

/** Feelers on a circle round the middle. */
function circle(radius: number, reach = 6): Feelers {
  const filled = (value: number) => new Float64Array(COUNT).fill(value)
  const normals = new Float64Array(2 * COUNT)
  for (let i = 0; i < COUNT; i++) {
    const angle = (2 * Math.PI * i) / COUNT
    normals.set([Math.cos(angle), Math.sin(angle)], 2 * i)
  }
  return {
    count: COUNT,
    points: normals.map((value) => SIZE / 2 + radius * value),
    normals,
    reach: filled(reach),
    inside: filled(6),
    outside: filled(10),
    offsets: filled(0),
    confidence: filled(0),
  }
}

const worst = ({ offsets }: Feelers, from: number, radius: (angle: number) => number) =>
  Math.max(...Array.from(offsets, (o, i) => Math.abs(from + o - radius((2 * Math.PI * i) / COUNT))))

describe('a path along an edge', () => {
  it('lies on the edge to a fraction of a pixel, through noise and where shade differs from place to place', () => {
    const { random, seed } = seeded(41)
    const border = (angle: number) => 27 + 2 * Math.sin(2 * angle)
    const feelers = circle(24)
    const field = disc(
      border,
      (inside, x) => (inside ? 1 : 0) + 0.3 * (x / SIZE - 0.5) + 0.25 * normal(random),
    )
    expect(findEdge(field, feelers, PRIOR), `seed ${seed}`).toBeGreaterThan(0.8)
    expect(worst(feelers, 24, border)).toBeLessThan(1)
  })

  it('goes on as its neighbours do where no edge is seen', () => {
    const feelers = circle(24)
    const field = disc(
      () => 27,
      (inside, x, y) => {
        const angle = Math.atan2(y + 0.5 - SIZE / 2, x + 0.5 - SIZE / 2)
        if (Math.abs(angle) < 0.25) return 0.5
        return inside ? 1 : 0
      },
    )
    findEdge(field, feelers, PRIOR)
    expect(worst(feelers, 24, () => 27)).toBeLessThan(1.6)
    expect(feelers.confidence[0]).toBeLessThan(0.3)
  })

  it('is not sure of anything without an edge, and never leaves its reach', () => {
    const still = circle(24)
    expect(
      findEdge(
        disc(() => 0),
        still,
        PRIOR,
      ),
    ).toBe(0)
    const short = circle(20, 3)
    findEdge(
      disc(() => 30),
      short,
      PRIOR,
    )
    for (const offset of short.offsets) expect(Math.abs(offset)).toBeLessThanOrEqual(3.5)
  })
})
