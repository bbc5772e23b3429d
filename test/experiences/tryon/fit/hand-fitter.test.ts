import { describe, expect, it } from 'vitest'
import type { HandFit } from '../../../../src/experiences/tryon/fit/hand-fit'
import { HandFitter } from '../../../../src/experiences/tryon/fit/hand-fitter'
import type { HandLandmarks, Observation } from '../../../../src/experiences/tryon/tracker/tracker'
import { seeded } from '../../../core/seeded'
import { CAMERA, normal } from './synthetic-face'

/** A right hand from its back, fingers up, flat: x right, y up, metres, the wrist at the origin. */
const FLAT: readonly (readonly [number, number])[] = [
  [0, 0],
  [-0.025, 0.018],
  [-0.04, 0.04],
  [-0.05, 0.062],
  [-0.057, 0.085],
  [-0.022, 0.08],
  [-0.026, 0.115],
  [-0.028, 0.138],
  [-0.029, 0.16],
  [0, 0.081],
  [0.001, 0.12],
  [0.002, 0.147],
  [0.003, 0.17],
  [0.02, 0.076],
  [0.025, 0.11],
  [0.028, 0.135],
  [0.03, 0.157],
  [0.037, 0.066],
  [0.046, 0.09],
  [0.051, 0.107],
  [0.056, 0.125],
]

function hand(
  side: 'left' | 'right',
  place: readonly [number, number, number],
  yaw: number,
  random: () => number,
  noise: number,
  forearm?: HandLandmarks['forearm'],
): HandLandmarks {
  const points = new Float32Array(63)
  FLAT.forEach(([flatX, y], i) => {
    const mirrored = side === 'left' ? -flatX : flatX
    const x = mirrored * Math.cos(yaw) + place[0]
    const z = -mirrored * Math.sin(yaw) + place[2]
    points[3 * i] = CAMERA.centreX + (CAMERA.focal * x) / -z + noise * normal(random)
    points[3 * i + 1] = CAMERA.centreY - (CAMERA.focal * (y + place[1])) / -z + noise * normal(random)
    // Away from the camera, in pixels, relative to the wrist.
    points[3 * i + 2] = ((place[2] - z) * CAMERA.focal) / -place[2]
  })
  return { points, world: new Float32Array(63), side, confidence: 0.95, ...(forearm ? { forearm } : {}) }
}

const observation = (time: number, hands: readonly HandLandmarks[]): Observation => ({
  time,
  width: CAMERA.width,
  height: CAMERA.height,
  faces: [],
  hands,
  detectMs: 0,
})

/** An axis of a frame, in camera space. */
function axis({ quaternion }: HandFit['wrist'], which: 0 | 1 | 2): readonly [number, number, number] {
  const [x = 0, y = 0, z = 0, w = 1] = quaternion
  if (which === 0) return [1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)]
  if (which === 1) return [2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)]
  return [2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)]
}

const pixel = (p: ArrayLike<number>) => [
  CAMERA.centreX + (CAMERA.focal * (p[0] ?? 0)) / -(p[2] ?? -1),
  CAMERA.centreY - (CAMERA.focal * (p[1] ?? 0)) / -(p[2] ?? -1),
]

describe('a hand from its points', () => {
  it('has its size, place and back, either hand', () => {
    for (const side of ['left', 'right'] as const) {
      for (const x of [-0.12, 0, 0.12]) {
        const { random } = seeded(31)
        const [fit] = new HandFitter().fit(
          observation(1, [hand(side, [x, -0.05, -0.45], 0, random, 0)]),
          CAMERA,
        )
        expect(fit?.side).toBe(side)
        expect(fit?.palmLength).toBeCloseTo(0.081, 3)
        // A drawn hand is not quite as the tracker sees hands: 5 % of its distance.
        expect(Math.abs((fit?.joints[2] ?? 0) + 0.45)).toBeLessThan(0.0225)
        expect(Math.abs((fit?.joints[0] ?? 1) - x)).toBeLessThan(0.006)
        expect(fit?.facing).toBeGreaterThan(0.85)
        const [, up] = axis(fit?.wrist as HandFit['wrist'], 0)
        expect(up).toBeGreaterThan(0.98)
      }
    }
  })

  it('keeps its side when single frames say the other', () => {
    const { random } = seeded(36)
    const fitter = new HandFitter()
    for (let k = 1; k <= 30; k++) {
      const given = hand('right', [0, -0.05, -0.45], 0, random, 0)
      // One frame of five errs.
      const said = k % 5 === 0 ? { ...given, side: 'left' as const } : given
      const [fit] = fitter.fit(observation(k / 30, [said]), CAMERA)
      expect(fit?.side).toBe('right')
    }
  })

  it('has rings on its fingers: between knuckle and joint, along the bone', () => {
    const { random } = seeded(32)
    const given = hand('right', [0.05, -0.05, -0.45], 0.3, random, 0)
    const [fit] = new HandFitter().fit(observation(1, [given]), CAMERA)
    for (const [finger, knuckle] of [
      ['index', 5],
      ['middle', 9],
      ['ring', 13],
      ['little', 17],
    ] as const) {
      const seat = fit?.rings[finger]
      const [u = 0, v = 0] = pixel(seat?.frame.position ?? [])
      const from = [given.points[3 * knuckle] ?? 0, given.points[3 * knuckle + 1] ?? 0]
      const to = [given.points[3 * knuckle + 3] ?? 0, given.points[3 * knuckle + 4] ?? 0]
      const length = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0))
      const along = Math.hypot(u - (from[0] ?? 0), v - (from[1] ?? 0)) / length
      expect(along).toBeGreaterThan(0.4)
      expect(along).toBeLessThan(0.6)
      expect(seat?.radius).toBeGreaterThan(0.0075)
      expect(seat?.radius).toBeLessThan(0.0105)
      const tip = axis(seat?.frame as HandFit['wrist'], 2)
      expect(tip[1]).toBeGreaterThan(0.9)
    }
  })

  it('lays a watch along the forearm that was seen, and along the hand when none was', () => {
    const { random } = seeded(33)
    const bend = 0.3
    const wrist: [number, number, number] = [0, -0.05, -0.45]
    const [wx = 0, wy = 0] = pixel(wrist)
    const direction: [number, number] = [-Math.sin(bend), -Math.cos(bend)]
    const forearm = { direction, middle: [wx, wy] as [number, number], width: 68, confidence: 1 }
    const [seen] = new HandFitter().fit(observation(1, [hand('right', wrist, 0, random, 0, forearm)]), CAMERA)
    const [x, y] = axis(seen?.wrist as HandFit['wrist'], 0)
    expect(Math.abs(Math.atan2(-x, y) - bend) * (180 / Math.PI)).toBeLessThan(1)
    // On the line, behind the wrist.
    const [px = 0, py = 0] = pixel(seen?.wrist.position ?? [])
    const behind = -((px - wx) * direction[0] + (py - wy) * direction[1])
    const aside = (px - wx) * direction[1] - (py - wy) * direction[0]
    expect(behind).toBeGreaterThan(20)
    expect(Math.abs(aside)).toBeLessThan(2)
    expect(seen?.wristWidth).toBeCloseTo((68 / CAMERA.focal) * 0.45, 3)
  })

  it('is calm at rest and follows a hand that moves', () => {
    const { random, seed } = seeded(34)
    const fitter = new HandFitter()
    let id = 0
    const places: number[] = []
    for (let k = 0; k < 90; k++) {
      const [fit] = fitter.fit(observation(k / 30, [hand('right', [0, 0, -0.45], 0, random, 0.8)]), CAMERA)
      if (k > 30) places.push(pixel(fit?.rings.ring.frame.position ?? [])[0] ?? 0)
      id = fit?.id ?? 0
    }
    const mean = places.reduce((a, b) => a + b, 0) / places.length
    const deviation = Math.sqrt(places.reduce((sum, v) => sum + (v - mean) ** 2, 0) / places.length)
    expect(deviation, `seed ${seed}`).toBeLessThan(0.5)
    let worst = 0
    for (let k = 90; k < 150; k++) {
      const x = 0.06 * Math.sin((k - 90) / 8)
      const given = hand('right', [x, 0, -0.45], 0, random, 0)
      const [fit] = fitter.fit(observation(k / 30, [given]), CAMERA)
      expect(fit?.id).toBe(id)
      worst = Math.max(worst, Math.abs((pixel(fit?.joints ?? [])[0] ?? 0) - (given.points[0] ?? 0)))
    }
    // Of a palm of a hundred pixels.
    expect(worst, `seed ${seed}`).toBeLessThan(4)
  })
})
