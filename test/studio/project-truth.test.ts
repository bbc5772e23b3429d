import { Euler, PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { projectTruth } from '../../src/studio/person-booth/project-truth'

const CAMERA = { width: 640, height: 480, focal: 520 }

test('projects as three.js does', () => {
  const point = [0.03, -0.05, 0.04] as const
  const pose = { position: [0.11, -0.06, -0.55], rotation: [0.2, -0.5, 0.1] } as const
  const { points } = projectTruth({ mark: [...point] }, { camera: CAMERA, pose })

  const camera = new PerspectiveCamera((2 * Math.atan(240 / 520) * 180) / Math.PI, 640 / 480, 0.05, 12)
  const world = new Vector3(...point)
    .applyEuler(new Euler(...pose.rotation, 'YXZ'))
    .add(new Vector3(...pose.position))
    .applyMatrix4(camera.projectionMatrix)
  expect(points.mark?.[0]).toBeCloseTo(((world.x + 1) / 2) * 640, 6)
  expect(points.mark?.[1]).toBeCloseTo(((1 - world.y) / 2) * 480, 6)
})

test('turns a face to the right of the picture by a positive yaw, and mirrors', () => {
  const truth = { nose: { tip: [0, 0, 0.05] }, ear: [0.07, 0, 0], axis: [1, 0, 0] }
  const pose = { position: [0, 0, -0.6], rotation: [0, 0.3, 0] } as const
  const { points, directions } = projectTruth(truth, { camera: CAMERA, pose })
  expect(points['nose.tip']?.[0]).toBeGreaterThan(320)
  expect(directions.axis?.[0]).toBeCloseTo(Math.cos(0.3), 6)
  const mirrored = projectTruth(truth, { camera: CAMERA, pose: { position: [0, 0, -0.6] }, mirrored: true })
  expect(mirrored.points.ear?.[0]).toBeLessThan(320)
})

test('moves the lips’ borders with the mouth', () => {
  const line = (y: number) => [
    [0, y, 0],
    [0.01, y, 0],
  ]
  const truth = {
    lips: {
      rest: { outer: line(0), inner: line(0) },
      'mouth-open': { outer: line(-0.02), inner: line(-0.02) },
    },
  }
  const shot = {
    camera: CAMERA,
    pose: { position: [0, 0, -0.5] as const },
    expression: { 'mouth-open': 0.5 },
  }
  const { lines } = projectTruth(truth, shot)
  expect(lines['lips.outer']?.[0]?.[1]).toBeCloseTo(240 + (520 * 0.01) / 0.5, 6)
})
