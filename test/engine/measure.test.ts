import { BoxGeometry, Group, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial } from 'three'
import { expect, test } from 'vitest'
import { measure } from '../../src/engine/measure'

const material = new MeshBasicMaterial()

test('a turned box is measured by its vertices, not by the corners of its box', () => {
  const outer = new Group()
  const box = new Mesh(new BoxGeometry(1, 2, 1), material)
  outer.rotation.y = Math.PI / 4
  outer.scale.setScalar(0.5)
  box.rotation.y = -Math.PI / 4
  outer.add(box)
  const { dimensions, triangles } = measure(outer)
  expect(dimensions.width).toBeCloseTo(0.5, 6)
  expect(dimensions.height).toBeCloseTo(1, 6)
  expect(dimensions.depth).toBeCloseTo(0.5, 6)
  expect(triangles).toBe(12)
})

test('instances count where they stand', () => {
  const boxes = new InstancedMesh(new BoxGeometry(1, 1, 1), material, 2)
  boxes.setMatrixAt(0, new Matrix4())
  boxes.setMatrixAt(1, new Matrix4().makeTranslation(3, 0, 0))
  const { dimensions, triangles } = measure(boxes)
  expect(dimensions.width).toBeCloseTo(4)
  expect(triangles).toBe(24)
})

test('a morphed shape is measured in its base pose', () => {
  const geometry = new BoxGeometry(1, 1, 1)
  const moved = geometry.getAttribute('position').clone()
  for (let i = 0; i < moved.count; i++) moved.setX(i, moved.getX(i) * 2)
  geometry.morphAttributes.position = [moved]
  const mesh = new Mesh(geometry, material)
  mesh.updateMorphTargets()
  expect(measure(mesh).dimensions.width).toBeCloseTo(1)
  mesh.morphTargetInfluences = [1]
  expect(measure(mesh).dimensions.width).toBeCloseTo(2)
})

test('a vertex that is no number shows in the size', () => {
  const geometry = new BoxGeometry(1, 1, 1)
  geometry.getAttribute('position').setX(3, Number.NaN)
  expect(measure(new Mesh(geometry, material)).dimensions.width).toBeNaN()
})

test('nothing drawn has no bounds', () => {
  expect(measure(new Group()).bounds.isEmpty()).toBe(true)
})
