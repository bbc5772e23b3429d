import { describe, expect, it } from 'vitest'
import { PoseSolver } from '../../../../src/experiences/tryon/fit/pose-solver'
import { seeded } from '../../../core/seeded'
import { attitude, CAMERA, degreesBetween, person, seeFace } from './synthetic-face'

function seen(pose: Parameters<typeof attitude>[0] & { position: [number, number, number] }, spoil = 0) {
  const { random, seed } = seeded(11)
  const head = person(random)
  // No slide of landmarks here: a rigid body's points.
  const points = seeFace(head, { ...pose, position: pose.position }, random).points
  const count = 100
  const pixels = new Float64Array(2 * count)
  const q = attitude(pose)
  const model = head.points.slice(0, 3 * count)
  for (let i = 0; i < count; i++) {
    const p = turn(q, model.subarray(3 * i, 3 * i + 3)).map((v, k) => v + (pose.position[k] ?? 0))
    const depth = -(p[2] ?? -1)
    pixels[2 * i] = CAMERA.centreX + (CAMERA.focal * (p[0] ?? 0)) / depth
    pixels[2 * i + 1] = CAMERA.centreY - (CAMERA.focal * (p[1] ?? 0)) / depth
    if (i < spoil) pixels[2 * i] = (pixels[2 * i] ?? 0) + 60
  }
  expect(points.length).toBe(3 * 478)
  return { model, pixels, weights: new Float64Array(count).fill(1), count, seed, q }
}

function turn(q: Float64Array, v: Float64Array): number[] {
  const [x = 0, y = 0, z = 0, w = 1] = q
  const [a = 0, b = 0, c = 0] = v
  const tx = 2 * (y * c - z * b)
  const ty = 2 * (z * a - x * c)
  const tz = 2 * (x * b - y * a)
  return [a + w * tx + y * tz - z * ty, b + w * ty + z * tx - x * tz, c + w * tz + x * ty - y * tx]
}

describe('the pose of a rigid body from its pixels', () => {
  it('is exact without noise, at the edge of the picture too', () => {
    const solver = new PoseSolver()
    for (const position of [
      [0, 0, -0.5],
      [0.2, -0.1, -0.5],
      [-0.25, 0.1, -0.9],
    ] as [number, number, number][]) {
      for (const yaw of [-0.7, 0, 0.5]) {
        const points = seen({ position, yaw, pitch: 0.2, roll: -0.1 })
        const pose = {
          position: Float64Array.of(0, 0, -0.6),
          quaternion: Float64Array.of(0, 0, 0, 1),
        }
        expect(solver.solve(points, CAMERA, pose, 30)).toBeLessThan(0.01)
        expect(degreesBetween(pose.quaternion, points.q)).toBeLessThan(0.01)
        for (let k = 0; k < 3; k++) expect(pose.position[k]).toBeCloseTo(position[k] ?? 0, 5)
      }
    }
  })

  it('is hardly moved by points that are wholly wrong', () => {
    const points = seen({ position: [0.1, 0, -0.5], yaw: 0.3 }, 15)
    const pose = { position: Float64Array.of(0, 0, -0.6), quaternion: Float64Array.of(0, 0, 0, 1) }
    new PoseSolver().solve(points, CAMERA, pose, 40)
    expect(degreesBetween(pose.quaternion, points.q)).toBeLessThan(1.5)
  })

  it('says so when points do not fix a pose', () => {
    const points = seen({ position: [0, 0, -0.5], yaw: 0 })
    points.weights.fill(0)
    const pose = { position: Float64Array.of(0, 0, -0.6), quaternion: Float64Array.of(0, 0, 0, 1) }
    expect(new PoseSolver().solve(points, CAMERA, pose)).toBe(Number.POSITIVE_INFINITY)
  })
})
