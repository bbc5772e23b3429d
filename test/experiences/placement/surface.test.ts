import { Matrix4, Ray, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import {
  facingOf,
  headingOf,
  headingTowards,
  insidePolygon,
  meetPlane,
  misfitOf,
  normalOf,
} from '../../../src/experiences/placement/surface'

describe('facingOf', () => {
  it.each([
    [[0, 1, 0], 'up'],
    [[0.3, 0.95, 0], 'up'],
    [[0, 0, 1], 'out'],
    [[0.9, 0.3, 0.2], 'out'],
    [[0, -1, 0], 'down'],
    [[0, 0.7, 0.7], undefined],
  ] as const)('%j faces %s', ([x, y, z], facing) => {
    expect(facingOf(new Vector3(x, y, z).normalize())).toBe(facing)
  })
})

describe('misfitOf', () => {
  it('keeps each product to its kind of surface', () => {
    expect(misfitOf('floor', 'up', 0, 0)).toBeUndefined()
    expect(misfitOf('floor', 'out', 1, 0)).toBe('needsFloor')
    expect(misfitOf('table', 'out', 1, 0)).toBe('needsTable')
    expect(misfitOf('wall', 'up', 0, 0)).toBe('needsWall')
    expect(misfitOf('ceiling', 'up', 0, 0)).toBe('needsCeiling')
    expect(misfitOf('ceiling', 'down', 2.6, 0)).toBeUndefined()
    expect(misfitOf('wall', undefined, 1, 0)).toBe('needsWall')
  })

  it('does not put a chair on the table, once the floor is known', () => {
    expect(misfitOf('floor', 'up', 0.74, 0)).toBe('needsFloor')
    expect(misfitOf('floor', 'up', 0.74, undefined)).toBeUndefined()
    expect(misfitOf('floor', 'up', -1.2, -1.25)).toBeUndefined()
    expect(misfitOf('table', 'up', 0.74, 0)).toBeUndefined()
  })
})

describe('meetPlane', () => {
  const ray = new Ray(new Vector3(0, 1.6, 0), new Vector3(0, -1, -1).normalize())
  it('finds the point', () => {
    const met = meetPlane(ray, new Vector3(5, 0, 5), new Vector3(0, 1, 0), new Vector3())
    expect(met?.distanceTo(new Vector3(0, 0, -1.6))).toBeLessThan(1e-9)
  })
  it('misses what lies behind, beside, beyond reach or is seen from its back', () => {
    const up = new Vector3(0, 1, 0)
    expect(meetPlane(ray, new Vector3(0, 2, 0), up, new Vector3())).toBeUndefined()
    expect(meetPlane(ray, new Vector3(0, 0, 0), new Vector3(0, -1, 0), new Vector3())).toBeUndefined()
    expect(meetPlane(ray, new Vector3(0, 0, 0), new Vector3(1, 0, 0), new Vector3())).toBeUndefined()
    expect(meetPlane(ray, new Vector3(0, 0, 0), up, new Vector3(), 2)).toBeUndefined()
  })
})

describe('insidePolygon', () => {
  const square = [
    { x: -1, z: -1 },
    { x: 1, z: -1 },
    { x: 1, z: 1 },
    { x: -1, z: 1 },
  ]
  it('knows in from out, with a margin', () => {
    expect(insidePolygon(0, 0, square)).toBe(true)
    expect(insidePolygon(0.99, -0.99, square)).toBe(true)
    expect(insidePolygon(1.05, 0, square)).toBe(true)
    expect(insidePolygon(1.2, 0, square)).toBe(false)
    expect(insidePolygon(1.05, 0, square, 0)).toBe(false)
  })
  it('works for a closed and a concave polygon', () => {
    const ell = [
      { x: 0, z: 0 },
      { x: 2, z: 0 },
      { x: 2, z: 1 },
      { x: 1, z: 1 },
      { x: 1, z: 2 },
      { x: 0, z: 2 },
      { x: 0, z: 0 },
    ]
    expect(insidePolygon(0.5, 1.5, ell, 0)).toBe(true)
    expect(insidePolygon(1.5, 1.5, ell, 0)).toBe(false)
  })
})

describe('headings', () => {
  it('zero faces +Z, as poses do', () => {
    expect(headingOf(new Vector3(0, 0, 1))).toBeCloseTo(0)
    expect(headingOf(new Vector3(1, 0.5, 0))).toBeCloseTo(Math.PI / 2)
    expect(headingTowards(new Vector3(0, 0, -2), new Vector3(0, 1.6, 0))).toBeCloseTo(0)
  })
  it('reads a normal from the Y axis of a hit', () => {
    const hit = new Matrix4().makeRotationX(Math.PI / 2)
    expect(normalOf(hit, new Vector3()).distanceTo(new Vector3(0, 0, 1))).toBeLessThan(1e-9)
  })
})
