import { describe, expect, it, vi } from 'vitest'
import { HeadFitter } from '../../../../src/experiences/tryon/fit/head-fitter'
import { seeded } from '../../../core/seeded'
import { CAMERA, type HeadPose, observation, type Person, person, seeFace } from './synthetic-face'

// Seconds of frames through the whole fit, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

const DEGREE = Math.PI / 180
/** Between the eyes at half a metre, pixels. */
const IOD = (0.063 * CAMERA.focal) / 0.5

function watch(fitter: HeadFitter, who: Person, random: () => number, noise: number) {
  let time = 0
  return (pose: HeadPose, dt = 1 / 30) => {
    time += dt
    const [fit] = fitter.fit(observation(time, [seeFace(who, pose, random, noise)]), CAMERA)
    if (!fit) throw new Error('a face was given and none came back')
    return fit
  }
}

const deviation = (values: number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('a head from its points', () => {
  it('is not turned by standing at the edge of the picture', () => {
    const { random, seed } = seeded(3)
    const see = watch(new HeadFitter(), person(random), random, 0.3)
    for (const x of [-0.2, -0.1, 0, 0.1, 0.2]) {
      for (const yaw of [-30, -15, 0, 15, 30, 45]) {
        let fit = see({ position: [x, 0, -0.55], yaw: yaw * DEGREE }, 1)
        for (let k = 0; k < 5; k++) fit = see({ position: [x, 0, -0.55], yaw: yaw * DEGREE })
        expect(Math.abs(fit.yaw - yaw), `${x} m, ${yaw} deg, seed ${seed}`).toBeLessThan(0.7)
        expect(Math.abs(fit.pitch)).toBeLessThan(0.7)
        expect(Math.abs(fit.roll)).toBeLessThan(0.5)
      }
    }
  })

  it('tells yaw to the wearer’s left, pitch up and roll to their right shoulder as positive', () => {
    const { random } = seeded(4)
    const see = watch(new HeadFitter(), person(random), random, 0)
    let fit = see({ position: [0, 0, -0.5], yaw: 0.2, pitch: 0.1, roll: 0.15 })
    for (let k = 0; k < 3; k++) fit = see({ position: [0, 0, -0.5], yaw: 0.2, pitch: 0.1, roll: 0.15 })
    expect(fit.yaw).toBeCloseTo(0.2 / DEGREE, 0)
    expect(fit.pitch).toBeCloseTo(0.1 / DEGREE, 0)
    expect(fit.roll).toBeCloseTo(0.15 / DEGREE, 0)
  })

  it('is calm at rest and not late in motion', () => {
    const { random, seed } = seeded(5)
    const place = (fit: { pose: { position: Float64Array } }) => {
      const [x = 0, , z = -1] = fit.pose.position
      return (CAMERA.focal * x) / -z
    }
    const still = watch(new HeadFitter(), person(random), random, 0.35)
    const rest: number[] = []
    for (let k = 0; k < 240; k++) {
      const fit = still({ position: [0, 0, -0.5], yaw: 0 })
      if (k > 60) rest.push(place(fit))
    }
    expect(deviation(rest) / IOD, `seed ${seed}`).toBeLessThan(0.001)

    const moving = watch(new HeadFitter(), person(random), random, 0.35)
    const errors: number[] = []
    for (let k = 0; k < 240; k++) {
      const x = 0.05 * Math.sin(Math.PI * (k / 30))
      const fit = moving({ position: [x, 0, -0.5], yaw: 0.3 * Math.sin(0.8 * Math.PI * (k / 30)) })
      if (k > 60) errors.push(place(fit) - (CAMERA.focal * x) / 0.5)
    }
    expect(deviation(errors) / IOD, `seed ${seed}`).toBeLessThan(0.007)
  })

  it('does not depend on the rate of frames, nor on a gap', () => {
    const { random } = seeded(6)
    for (const rate of [15, 60]) {
      const see = watch(new HeadFitter(), person(random), random, 0.3)
      let fit = see({ position: [0, 0, -0.5], yaw: 0 })
      for (let k = 0; k < 2 * rate; k++) {
        fit = see({ position: [0.1 * Math.sin(3 * (k / rate)), 0, -0.5], yaw: 0 }, 1 / rate)
      }
      const after = see({ position: [-0.05, 0.02, -0.6], yaw: 0.4 }, 1)
      expect(after.pose.position[0]).toBeCloseTo(-0.05, 2)
      expect(Math.abs(after.yaw - 0.4 / DEGREE)).toBeLessThan(1)
      expect(after.id).toBe(fit.id)
    }
  })

  it('projects its surface onto its points', () => {
    const { random } = seeded(7)
    const see = watch(new HeadFitter(), person(random), random, 0.3)
    const fit = see({ position: [0.1, 0.05, -0.5], yaw: 0.3, pitch: -0.1 })
    const [x = 0, y = 0, z = 0, w = 1] = fit.pose.quaternion
    for (const i of [1, 33, 61, 152, 263, 468]) {
      const [a = 0, b = 0, c = 0] = fit.surface.subarray(3 * i, 3 * i + 3)
      const tx = 2 * (y * c - z * b)
      const ty = 2 * (z * a - x * c)
      const tz = 2 * (x * b - y * a)
      const px = a + w * tx + y * tz - z * ty + (fit.pose.position[0] ?? 0)
      const py = b + w * ty + z * tx - x * tz + (fit.pose.position[1] ?? 0)
      const pz = c + w * tz + x * ty - y * tx + (fit.pose.position[2] ?? 0)
      expect(CAMERA.centreX + (CAMERA.focal * px) / -pz).toBeCloseTo(fit.points[2 * i] ?? 0, 1)
      expect(CAMERA.centreY - (CAMERA.focal * py) / -pz).toBeCloseTo(fit.points[2 * i + 1] ?? 0, 1)
    }
  })

  it('measures the distance between the pupils by the irises, repeatably within 15 degrees', () => {
    const values: number[] = []
    for (let run = 0; run < 8; run++) {
      const { random } = seeded(100 + run)
      const see = watch(new HeadFitter(), person(random, 0, 1.04), random, 0.4)
      let fit = see({ position: [0, 0, -0.5], yaw: 0 })
      for (let k = 0; k < 90; k++) {
        fit = see({ position: [0, 0, -0.5], yaw: 15 * DEGREE * Math.sin(k / 9 + run) })
      }
      expect(fit.pd?.uncertainty).toBeGreaterThan(0.002)
      expect(fit.pd?.uncertainty).toBeLessThan(0.004)
      values.push(fit.pd?.value ?? 0)
    }
    expect(deviation(values)).toBeLessThan(0.0005)
    const larger = values.reduce((a, b) => a + b, 0) / values.length
    const { random } = seeded(200)
    const see = watch(new HeadFitter(), person(random, 0, 0.96), random, 0.4)
    let fit = see({ position: [0, 0, -0.5], yaw: 0 })
    for (let k = 0; k < 60; k++) fit = see({ position: [0, 0, -0.5], yaw: 0 })
    // Sizes of 1.04 and 0.96 are told apart by most of what they differ.
    expect(larger / (fit.pd?.value ?? 1)).toBeGreaterThan(1.04)
  })

  it('keeps people apart when the tracker swaps them, and knows who comes back', () => {
    const { random } = seeded(8)
    const fitter = new HeadFitter()
    const [left, right] = [person(random), person(random)]
    const at = (x: number) => ({ position: [x, 0, -0.7], yaw: 0 }) as const
    const a = () => seeFace(left, at(-0.15), random, 0.3)
    const b = () => seeFace(right, at(0.15), random, 0.3)
    const first = fitter.fit(observation(0, [a(), b()]), CAMERA).map(({ id }) => id)
    const ids = new Map<number, number>()
    for (const fit of fitter.fit(observation(0.03, [b(), a()]), CAMERA)) {
      ids.set(Math.sign(fit.pose.position[0] ?? 0), fit.id)
    }
    expect([ids.get(-1), ids.get(1)]).toEqual(first)
    // One leaves for a second.
    for (let t = 0.06; t < 1; t += 0.03) expect(fitter.fit(observation(t, [b()]), CAMERA)).toHaveLength(1)
    const back = fitter.fit(observation(1, [a(), b()]), CAMERA).map(({ id }) => id)
    expect(back).toEqual(first)
    fitter.reset()
    expect(fitter.fit(observation(1.1, [a()]), CAMERA)[0]?.id).not.toBe(first[0])
  })

  it('measures whoever comes where somebody left anew', () => {
    const { random, seed } = seeded(21)
    const fitter = new HeadFitter()
    const [leaves, stays, comes] = [person(random, 0.004, 1.06), person(random), person(random, 0.004, 0.93)]
    const at = (x: number) => ({ position: [x, 0, -0.6], yaw: 0 }) as const
    const stayer = () => seeFace(stays, at(0.15), random, 0.35)
    let time = 0
    const watch = (seconds: number, who: Person | undefined) => {
      let fits = fitter.fit(observation(time, [stayer()]), CAMERA)
      for (const end = time + seconds; time < end; time += 1 / 30) {
        const faces = who ? [seeFace(who, at(-0.15), random, 0.35), stayer()] : [stayer()]
        fits = fitter.fit(observation(time, faces), CAMERA)
      }
      return fits.map(({ id, pd, pose }) => ({ id, pd: pd?.value ?? 0, x: pose.position[0] ?? 0 }))
    }
    const before = watch(4, leaves)
    expect(watch(1, undefined)).toHaveLength(1)
    const after = watch(2, comes)
    expect(after).toHaveLength(2)
    const there = (fits: typeof after) => fits.find(({ x }) => x < 0)
    const fresh = new HeadFitter()
    let alone = 0
    for (let k = 0; k < 60; k++) {
      const face = seeFace(comes, at(-0.15), random, 0.35)
      alone = fresh.fit(observation(k / 30, [face]), CAMERA)[0]?.pd?.value ?? 0
    }
    expect(Math.abs((there(after)?.pd ?? 0) - alone), `seed ${seed}`).toBeLessThan(0.001)
    expect(after.find(({ x }) => x > 0)?.id).toBe(before.find(({ x }) => x > 0)?.id)
  })

  it('allocates no new arrays from frame to frame', () => {
    const { random } = seeded(9)
    const fitter = new HeadFitter()
    const who = person(random)
    const see = watch(fitter, who, random, 0.3)
    const one = see({ position: [0, 0, -0.5], yaw: 0 })
    const kept = [one, one.points, one.surface, one.pose.position, one.marks, one.marks.noseRidge[0]?.point]
    const two = see({ position: [0.01, 0, -0.5], yaw: 0.1 })
    expect([
      two,
      two.points,
      two.surface,
      two.pose.position,
      two.marks,
      two.marks.noseRidge[0]?.point,
    ]).toEqual(kept)
    expect(two).toBe(one)
    expect(two.points).toBe(kept[1])
    expect(two.marks).toBe(kept[4])
  })

  it('knows where things rest on an average head', () => {
    const { random } = seeded(10)
    const see = watch(new HeadFitter(), person(random), random, 0.2)
    let fit = see({ position: [0, 0, -0.5], yaw: 0 })
    for (let k = 0; k < 40; k++) fit = see({ position: [0, 0, -0.5], yaw: 0 })
    const { earTop, lobe, skull, faceWidth, noseRidge } = fit.marks
    expect(earTop.left[0]).toBeGreaterThan(0.065)
    expect(earTop.right[0]).toBe(-earTop.left[0])
    expect(lobe.left[1]).toBeLessThan(earTop.left[1] - 0.03)
    expect(skull.circumference).toBeGreaterThan(0.53)
    expect(skull.circumference).toBeLessThan(0.6)
    expect(faceWidth).toBeGreaterThan(0.12)
    expect(faceWidth).toBeLessThan(0.15)
    for (let i = 1; i < noseRidge.length; i++) {
      expect(noseRidge[i]?.point[1]).toBeLessThan(noseRidge[i - 1]?.point[1] ?? 0)
    }
  })
})
