import { describe, expect, it } from 'vitest'
import { LIP_RINGS, RING_LENGTH } from '../../../../src/experiences/tryon/fit/refine/lip-contours'
import { LipRing } from '../../../../src/experiences/tryon/fit/refine/lip-ring'
import { LipShape } from '../../../../src/experiences/tryon/fit/refine/lip-shape'
import { OPEN_WAYS, WAY_UNIT } from '../../../../src/experiences/tryon/fit/refine/lip-shape-model'

const MOUTH = 70
const LANDMARKS = Array.from({ length: RING_LENGTH }, (_, i) => i)

/** An open mouth: two ellipses. */
function rings() {
  const points = new Float32Array(3 * 478)
  for (const [ring, a, b] of [
    [0, MOUTH / 2, 24],
    [3, 27, 12],
  ] as const) {
    LIP_RINGS[ring].forEach((id, i) => {
      const angle = Math.PI + (i * Math.PI) / 10
      points[3 * id] = 56 + a * Math.cos(angle)
      points[3 * id + 1] = 40 + b * Math.sin(angle)
    })
  }
  const [outer, inner] = [new LipRing(0), new LipRing(3)]
  for (const ring of [outer, inner]) {
    ring.take(points, 0, 0, 1)
    ring.stay()
  }
  return { outer, inner }
}

/** Every feeler of a ring finds its edge: those of landmark i at `way(i)`, those between in between. */
function feel(ring: LipRing, confidence: number, way: (i: number) => number) {
  const between = ring.count / RING_LENGTH
  for (let s = 0; s < ring.count; s++) {
    const i = Math.floor(s / between)
    const t = (s % between) / between
    ring.offsets[s] = (1 - t) * way(i) + t * way((i + 1) % RING_LENGTH)
    ring.confidence[s] = confidence
  }
}

/** Along their normals. */
const moves = (ring: LipRing) =>
  LANDMARKS.map((i) => {
    const at = (2 * i * ring.count) / RING_LENGTH
    return ring.shift(i, 0) * (ring.normals[at] ?? 0) + ring.shift(i, 1) * (ring.normals[at + 1] ?? 0)
  })

describe('the shape of lips', () => {
  it('leaves landmarks where the tracker has them when no edge is seen', () => {
    const { outer, inner } = rings()
    feel(outer, 0, () => 3)
    feel(inner, 0, () => 3)
    new LipShape().settle(outer, inner, 1, 1, MOUTH)
    for (const move of [...moves(outer), ...moves(inner)]) expect(Math.abs(move)).toBeLessThan(1e-6)
  })

  it('follows edges that are seen, and does not go the same way twice', () => {
    const { outer, inner } = rings()
    const shape = new LipShape()
    feel(outer, 1, () => 2)
    feel(inner, 1, () => -2)
    shape.settle(outer, inner, 4, 4, MOUTH)
    for (const move of moves(outer)) expect(move).toBeCloseTo(2, 0)
    for (const move of moves(inner)) expect(move).toBeCloseTo(-2, 0)
    const gone = moves(outer)
    feel(outer, 1, (i) => 2 - (gone[i] ?? 0))
    feel(inner, 1, () => 0)
    shape.settle(outer, inner, 4, 4, MOUTH)
    for (const move of moves(outer)) expect(Math.abs(move)).toBeLessThan(0.3)
  })

  it('learns from the opening, which is seen on any skin, where the border with the skin is', () => {
    for (const way of OPEN_WAYS.slice(0, 2)) {
      const { outer, inner } = rings()
      const truth = (at: number) => (i: number) => WAY_UNIT * MOUTH * (way[at + i] ?? 0)
      feel(outer, 0, () => 0)
      feel(inner, 1, truth(RING_LENGTH))
      new LipShape().settle(outer, inner, 1, 1, MOUTH)
      const found = moves(outer)
      let before = 0
      let after = 0
      for (const i of LANDMARKS) {
        before += truth(0)(i) ** 2
        after += (truth(0)(i) - (found[i] ?? 0)) ** 2
      }
      expect(after).toBeLessThan(0.6 * before)
    }
  })

  it('forgets one face for the next', () => {
    const first = rings()
    const shape = new LipShape()
    feel(first.outer, 1, () => 3)
    shape.settle(first.outer, undefined, 4, 4, MOUTH)
    shape.reset()
    const next = rings()
    feel(next.outer, 0, () => 0)
    shape.settle(next.outer, undefined, 4, 4, MOUTH)
    for (const move of moves(next.outer)) expect(Math.abs(move)).toBeLessThan(1e-6)
  })
})
