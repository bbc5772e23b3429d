import { describe, expect, it } from 'vitest'
import { FaceSurface } from '../../../../src/experiences/tryon/fit/face-surface'
import { AVERAGE_HEAD, LANDMARKS } from '../../../../src/experiences/tryon/fit/head-shape'
import { seeded } from '../../../core/seeded'
import { normal } from './synthetic-face'

const CAMERA = { width: 960, height: 720, focal: 840, centreX: 480, centreY: 360 }
const TURN = new Float64Array([1, 0, 0, 0, 1, 0, 0, 0, 1])
const PLACE = new Float64Array([0, 0, -0.45])
const DEPTHS = Float64Array.from({ length: LANDMARKS }, (_, i) => AVERAGE_HEAD[3 * i + 2] ?? 0)
/** Pixels of noise of a tracker at rest. */
const NOISE = 0.3
const LIP = 17

/** Where the camera sees the average head, one landmark lower by so many pixels. */
function seen(random: () => number, lower: number) {
  const points = new Float32Array(3 * LANDMARKS)
  for (let i = 0; i < LANDMARKS; i++) {
    const z = (DEPTHS[i] ?? 0) + (PLACE[2] ?? 0)
    points[3 * i] = CAMERA.centreX + (CAMERA.focal * (AVERAGE_HEAD[3 * i] ?? 0)) / -z + NOISE * normal(random)
    points[3 * i + 1] =
      CAMERA.centreY - (CAMERA.focal * (AVERAGE_HEAD[3 * i + 1] ?? 0)) / -z + NOISE * normal(random)
  }
  points[3 * LIP + 1] = (points[3 * LIP + 1] ?? 0) + lower
  return points
}

describe('the surface of a face', () => {
  it('is calm at rest, and goes the last of a way as soon as the first', () => {
    const { random, seed } = seeded(41)
    const pixels = CAMERA.focal / (0.45 - (DEPTHS[LIP] ?? 0))
    const TIMES = 15
    let left = 0
    for (let time = 0; time < TIMES; time++) {
      const surface = new FaceSurface()
      const height = () => (surface.points[3 * LIP + 1] ?? 0) * pixels
      const rest: number[] = []
      for (let frame = 0; frame < 60; frame++) {
        surface.see(seen(random, 0), CAMERA, TURN, PLACE, DEPTHS, 1 / 30)
        if (frame >= 20) rest.push(height())
      }
      const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length
      const spread = Math.sqrt(rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length)
      expect(spread, `seed ${seed}`).toBeLessThan(0.6 * NOISE)
      // A mouth opens by 12 pixels, and by two more: about as much as is usual in one frame.
      for (const lower of [12, 12, 12, 14, 14, 14, 14, 14]) {
        surface.see(seen(random, lower), CAMERA, TURN, PLACE, DEPTHS, 1 / 30)
      }
      left += Math.abs(mean - height() - 14) / TIMES
    }
    expect(left, `seed ${seed}`).toBeLessThan(0.45)
  })
})
