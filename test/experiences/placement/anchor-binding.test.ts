import { Euler, Matrix4, Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { AnchorBinding, type Standing } from '../../../src/experiences/placement/anchor-binding'

/** An anchor whose pose in the room the test decides. */
function anchorAt(matrix: Matrix4) {
  const anchor = { anchorSpace: {}, deleted: false, delete: () => {} } as unknown as XRAnchor
  const frame = {
    getPose: () => ({ transform: { matrix: new Float32Array(matrix.elements) } }),
  } as unknown as XRFrame
  return { anchor, frame }
}

const space = {} as XRReferenceSpace
const lost = { getPose: () => undefined } as unknown as XRFrame
const chair = (): Standing => ({ position: new Vector3(1, 0, -2), yaw: 0.7 })

describe('AnchorBinding', () => {
  it('does not move a thing when it is bound', () => {
    const { anchor, frame } = anchorAt(new Matrix4().makeTranslation(1.01, 0.002, -2))
    const standing = chair()
    const binding = new AnchorBinding(anchor)
    binding.follow(frame, space, standing)
    binding.follow(frame, space, standing)
    expect(standing.position.distanceTo(new Vector3(1, 0, -2))).toBeLessThan(1e-6)
    expect(standing.yaw).toBeCloseTo(0.7, 6)
  })

  it('carries it along as the device corrects its map', () => {
    const pose = new Matrix4().makeTranslation(1, 0, -2)
    const { anchor, frame } = anchorAt(pose)
    const standing = chair()
    const binding = new AnchorBinding(anchor)
    binding.follow(frame, space, standing)
    // The map turned by 10 degrees about the session's origin and rose by 3 cm.
    const turn = new Matrix4().makeRotationY(Math.PI / 18)
    pose.premultiply(turn).premultiply(new Matrix4().makeTranslation(0, 0.03, 0))
    binding.follow(frame, space, standing)
    const expected = new Vector3(1, 0, -2).applyMatrix4(turn).add(new Vector3(0, 0.03, 0))
    expect(standing.position.distanceTo(expected)).toBeLessThan(1e-6)
    expect(standing.yaw).toBeCloseTo(0.7 + Math.PI / 18, 6)
  })

  it('keeps it level though the anchor tilts', () => {
    const pose = new Matrix4().makeTranslation(1, 0, -2)
    const { anchor, frame } = anchorAt(pose)
    const standing = chair()
    const binding = new AnchorBinding(anchor)
    binding.follow(frame, space, standing)
    const tilted = new Quaternion().setFromEuler(new Euler(0.02, 0, 0.03))
    pose.compose(new Vector3(1, 0, -2), tilted, new Vector3(1, 1, 1))
    binding.follow(frame, space, standing)
    expect(standing.position.distanceTo(new Vector3(1, 0, -2))).toBeLessThan(1e-6)
    expect(Math.abs(standing.yaw - 0.7)).toBeLessThan(0.03)
  })

  it('takes a turn made by the shopper for the new truth', () => {
    const { anchor, frame } = anchorAt(new Matrix4().makeTranslation(1, 0, -2))
    const standing = chair()
    const binding = new AnchorBinding(anchor)
    binding.follow(frame, space, standing)
    standing.yaw = 2
    binding.rebind()
    binding.follow(frame, space, standing)
    binding.follow(frame, space, standing)
    expect(standing.yaw).toBeCloseTo(2, 6)
  })

  it('leaves it where it is while the device does not know', () => {
    const { anchor } = anchorAt(new Matrix4())
    const standing = chair()
    expect(new AnchorBinding(anchor).follow(lost, space, standing)).toBe(false)
    expect(standing.position.x).toBe(1)
  })
})
