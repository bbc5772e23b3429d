import { Box3, BoxGeometry, Mesh, MeshBasicMaterial, PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { dimensionEdges } from '../../src/engine/dimension-edges'
import {
  FIRST_ANGLE,
  FIRST_ANGLE_CEILING,
  FIRST_ANGLE_FLAT,
  FIRST_ANGLE_WALL,
  FOV_DEGREES,
  frame,
} from '../../src/engine/framing'
import { measure } from '../../src/engine/measure'
import { viewName } from '../../src/engine/view-name'

const shapes: [string, [number, number, number]][] = [
  ['a chair', [0.74, 0.8, 0.78]],
  ['a lamp', [0.42, 1.55, 0.42]],
  ['a rug', [2, 0.012, 1.4]],
  ['a picture', [0.62, 0.82, 0.028]],
  ['a ring', [0.02, 0.024, 0.004]],
]
const aspects = [0.46, 0.75, 1, 1.6, 3]

for (const [name, size] of shapes) {
  for (const aspect of aspects) {
    test(`${name} is whole and large at ${aspect}:1`, () => {
      const box = new Mesh(new BoxGeometry(...size), new MeshBasicMaterial())
      box.position.y = size[1] / 2
      const { bounds, outline } = measure(box)
      for (const angle of [FIRST_ANGLE, FIRST_ANGLE_WALL, FIRST_ANGLE_FLAT, FIRST_ANGLE_CEILING]) {
        const view = frame(outline, bounds, aspect, angle)
        const camera = new PerspectiveCamera(FOV_DEGREES, aspect, view.distance / 50, view.distance * 10)
        let widest = 0
        let low = 0
        let high = 0
        for (const turn of [0, 0.5, 1, 2, 3, 4, 5]) {
          const flat = Math.cos(view.pitch) * view.distance
          camera.position.set(
            view.target[0] + Math.sin(view.yaw + turn) * flat,
            view.target[1] + Math.sin(view.pitch) * view.distance,
            view.target[2] + Math.cos(view.yaw + turn) * flat,
          )
          camera.lookAt(...view.target)
          camera.updateMatrixWorld()
          for (let i = 0; i < outline.length; i += 3) {
            const seen = new Vector3().fromArray(outline, i).project(camera)
            if (turn === 0) {
              low = Math.min(low, seen.y)
              high = Math.max(high, seen.y)
            }
            widest = Math.max(widest, Math.abs(seen.x), Math.abs(seen.y))
          }
        }
        expect(widest).toBeLessThanOrEqual(1.03)
        expect(Math.abs(low + high)).toBeLessThan(0.2)
        expect(widest).toBeGreaterThan(0.7)
      }
    })
  }
}

test('measures lie on the visible sides, off the box, true to length', () => {
  const bounds = new Box3(new Vector3(-0.5, 0, -0.25), new Vector3(0.5, 2, 0.25))
  const out = new Float32Array(18)
  for (const [x, z] of [
    [2, 3],
    [-2, 3],
    [2, -3],
    [-2, -3],
  ] as const) {
    dimensionEdges(bounds, new Vector3(x, 1, z), 0.1, 0, out)
    const length = (edge: number) =>
      Math.hypot(...[0, 1, 2].map((i) => (out[edge * 6 + i + 3] ?? 0) - (out[edge * 6 + i] ?? 0)))
    expect(length(0)).toBeCloseTo(1)
    expect(length(1)).toBeCloseTo(2)
    expect(length(2)).toBeCloseTo(0.5)
    expect(Math.sign(out[2] ?? 0)).toBe(Math.sign(z))
    expect(Math.abs(out[2] ?? 0)).toBeCloseTo(0.35)
    expect(Math.sign(out[12] ?? 0)).toBe(Math.sign(x))
    expect(Math.abs(out[12] ?? 0)).toBeCloseTo(0.6)
  }
})

test('views are named from the product: its right is the side of +X', () => {
  expect(viewName(0, 0.2)).toEqual({ side: 'front', height: 'level' })
  expect(viewName(0.55, 0.5)).toEqual({ side: 'frontRight', height: 'above' })
  expect(viewName(-Math.PI / 2, 1.3)).toEqual({ side: 'left', height: 'top' })
  expect(viewName(0, -0.5)).toEqual({ side: 'front', height: 'below' })
  expect(viewName(3 * Math.PI, 0)).toEqual({ side: 'back', height: 'level' })
})
