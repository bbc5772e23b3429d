import { Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { EarringPendulum } from '../../../../src/experiences/tryon/looks/earring-pendulum'

const LENGTH = 0.026
const LIMIT = 0.5
const hook = new Vector3()

/** Swings while the hook moves as said, at some frames a second; every angle, radians. */
function swing(x: (time: number) => number, seconds: number, rate = 30): number[] {
  const pendulum = new EarringPendulum()
  const angles: number[] = []
  for (let i = 0; i <= seconds * rate; i++) {
    pendulum.advance(hook.set(x(i / rate), 0, -0.5), LENGTH, LIMIT, 1 / rate)
    angles.push(pendulum.x)
  }
  return angles
}

describe('an earring that swings', () => {
  it('hangs still from a still ear, and from one that moves evenly once it has caught up', () => {
    expect(Math.max(...swing(() => 0, 2).map(Math.abs))).toBe(0)
    expect(
      Math.max(
        ...swing((t) => t * 0.2, 4)
          .slice(90)
          .map(Math.abs),
      ),
    ).toBeLessThan(0.02)
  })

  it('lags when the head starts, and comes to rest', () => {
    const angles = swing((t) => (t < 0.2 ? 0 : t < 0.5 ? (t - 0.2) * 0.6 : 0.18), 4)
    expect(Math.min(...angles.slice(0, 14))).toBeLessThan(-0.1)
    expect(Math.max(...angles.slice(-15).map(Math.abs))).toBeLessThan(0.02)
  })

  it('never swings beyond its limit, however the head is shaken', () => {
    const angles = swing((t) => 0.1 * Math.sin(t * 20), 3)
    expect(Math.max(...angles.map(Math.abs))).toBeLessThanOrEqual(LIMIT + 1e-9)
    expect(Math.max(...angles.map(Math.abs))).toBeGreaterThan(0.2)
  })

  it('swings alike at 15 and at 60 frames a second', () => {
    const shake = (t: number) => 0.02 * Math.sin(t * 4)
    const slow = Math.max(...swing(shake, 3, 15).map(Math.abs))
    const fast = Math.max(...swing(shake, 3, 60).map(Math.abs))
    expect(slow / fast).toBeGreaterThan(0.7)
    expect(slow / fast).toBeLessThan(1.4)
  })

  it('forgets the motion before a gap', () => {
    const pendulum = new EarringPendulum()
    pendulum.advance(hook.set(0, 0, 0), LENGTH, LIMIT, 0)
    pendulum.advance(hook.set(0.1, 0, 0), LENGTH, LIMIT, 0.03)
    pendulum.advance(hook.set(0.5, 0, 0), LENGTH, LIMIT, 1)
    expect(pendulum.x).toBe(0)
    const turn = new Quaternion()
    pendulum.orient(turn)
    expect(turn.w).toBeCloseTo(1, 9)
  })
})
