import { describe, expect, it } from 'vitest'
import { HandFitter } from '../../../../src/experiences/tryon/fit/hand-fitter'
import type { HandLandmarks } from '../../../../src/experiences/tryon/tracker/tracker'
// What the real tracker saw of three rendered hands (docs/people.md) that nothing was learned from, with the truth: pixels of 960 x 720, focal length 840.
import seen from './hands-seen.json'
// The same: still, turned about the forearm by 16 and 22 degrees to one side and by 22 to the other.
import turned from './hands-turned.json'

const CAMERA = { width: 960, height: 720, focal: 840, centreX: 480, centreY: 360 }
type Seen = (typeof seen)[number]
type View = (typeof turned)[number]['views'][number]
type Triple = readonly [number, number, number]

function handOf({ side, points, forearm }: View & { readonly side: string }): HandLandmarks {
  const [dx = 0, dy = 1] = forearm.direction
  const [mx = 0, my = 0] = forearm.middle
  return {
    points: Float32Array.from(points),
    world: new Float32Array(63),
    side: side === 'left' ? 'left' : 'right',
    confidence: 1,
    forearm: { ...forearm, direction: [dx, dy], middle: [mx, my] },
  }
}

function fitted(...hands: readonly HandLandmarks[]) {
  const { width, height } = CAMERA
  const fitter = new HandFitter()
  const look = (hand: HandLandmarks, time: number) =>
    fitter.fit({ time, width, height, faces: [], hands: [hand], detectMs: 0 }, CAMERA)
  const [found] = hands.map((hand, i) => look(hand, i / 30)[0]).slice(-1)
  if (!found) throw new Error('no hand')
  const [x = 0, y = 0, z = 0, w = 1] = found.wrist.quaternion
  const dial: Triple = [2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)]
  return { found, dial }
}

const degrees = (a: Triple, b: readonly number[]) =>
  (Math.acos(
    Math.min(
      1,
      a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0),
    ),
  ) *
    180) /
  Math.PI

const one = (name: string): Seen => {
  const found = seen.find(({ hand }) => hand === name)
  if (!found) throw new Error(name)
  return found
}

describe('how a wrist lies in depth', () => {
  it.each([
    ['hand', 13],
    ['hand-relaxed', 9],
    ['hand-bent', 17],
  ])('%s: the dial is within %i degrees of the truth', (name, limit) => {
    expect(degrees(fitted(handOf(one(name))).dial, one(name).dial)).toBeLessThan(limit)
  })

  it('is told by the shading of the forearm when the wrist is bent', () => {
    const given = one('hand-bent')
    const hand = handOf(given)
    if (!hand.forearm?.shade) throw new Error('no shading')
    const { shade, ...edges } = hand.forearm
    const blind = degrees(fitted({ ...hand, forearm: edges }).dial, given.dial)
    expect(Math.abs(shade)).toBeGreaterThan(0.02)
    expect(degrees(fitted(hand).dial, given.dial)).toBeLessThan(blind - 4)
  })

  it.each(turned.map((one) => [one.hand, one.side, one] as const))(
    '%s, %s: is known once the wrist was turned, within 8 degrees',
    (_hand, side, { views }) => {
      const [still, half, one, other] = views.map((view) => handOf({ ...view, side }))
      if (!still || !half || !one || !other) throw new Error('no views')
      // Two seconds: to either side, and back.
      const order = [still, half, one, half, still, other, still, still]
      const { dial } = fitted(...order.flatMap((view) => Array.from({ length: 8 }, () => view)))
      expect(degrees(dial, views[0]?.dial ?? [])).toBeLessThan(8)
    },
  )

  it('mirrors: a left hand is the right one in a mirror', () => {
    for (const given of seen) {
      const hand = handOf(given)
      const mirrored = {
        ...hand,
        side: hand.side === 'left' ? ('right' as const) : ('left' as const),
        points: hand.points.map((value, i) => (i % 3 === 0 ? CAMERA.width - value : value)),
        ...(hand.forearm
          ? {
              forearm: {
                ...hand.forearm,
                direction: [-hand.forearm.direction[0], hand.forearm.direction[1]] as const,
                middle: [CAMERA.width - hand.forearm.middle[0], hand.forearm.middle[1]] as const,
              },
            }
          : {}),
      }
      const [a, b] = [fitted(hand), fitted(mirrored)]
      expect(degrees([-a.dial[0], a.dial[1], a.dial[2]], b.dial)).toBeLessThan(0.1)
      expect(b.found.wrist.position[2]).toBeCloseTo(a.found.wrist.position[2] ?? 0, 5)
    }
  })

  it('gives one hand one size, however its fingers are bent', () => {
    const away = seen.map((given) => fitted(handOf(given)).found.joints[2] ?? 0)
    expect(Math.max(...away) / Math.min(...away)).toBeGreaterThan(0.9)
  })

  it('leaves a palm that faces the camera to the tracker', () => {
    const hand = handOf(one('hand'))
    const turned = fitted({ ...hand, side: hand.side === 'left' ? 'right' : 'left' })
    expect(turned.found.facing).toBeLessThan(-0.8)
  })
})
