import type { HandPose } from './hand-shape'
import type { Identity } from './identity'
import { randomIdentity } from './random-identity'

/** Opposite targets of the right arm, and how far adults vary along them (one standard deviation). */
const VARIES = [
  ['lowerarm-scale-horiz-decr', 'lowerarm-scale-horiz-incr'],
  ['lowerarm-scale-depth-decr', 'lowerarm-scale-depth-incr'],
  ['lowerarm-skinny', 'lowerarm-fat'],
  ['lowerarm-muscle-decr', 'lowerarm-muscle-incr'],
  ['hand-scale-decr', 'hand-scale-incr'],
  ['hand-fingers-length-decr', 'hand-fingers-length-incr'],
  ['hand-fingers-diameter-decr', 'hand-fingers-diameter-incr'],
] as const
const DEVIATION = 0.3
/** Degrees: of a wrist held straight (every third), of the others, and the most. */
const STRAIGHT = 6
const BENT = 24
const MOST = 55

/** A normal number, none beyond 2.2 deviations. */
export const normalOf = (random: () => number) => () =>
  Math.max(-2.2, Math.min(2.2, Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())))

/** Somebody's hand, held somehow: fingers from stretched to curled, together and each a little otherwise; the wrist straight or bent. */
export function randomHand(
  random: () => number,
  straight: boolean,
): { readonly identity: Identity; readonly size: number; readonly pose: HandPose } {
  const normal = normalOf(random)
  const { identity, size } = randomIdentity(random)
  const details: Record<string, number> = {}
  for (const [less, more] of VARIES) {
    const value = Math.max(-1, Math.min(1, DEVIATION * normal()))
    details[`armslegs/r-${value < 0 ? less : more}`] = Math.abs(value)
  }
  const curl = 14 * Math.max(-1, normal())
  const bend = (mean: number, deviation: number) => mean + deviation * normal()
  const wrist = (straight ? STRAIGHT : BENT) * normal()
  // The little finger curls most.
  const finger = (order: number): [number, number, number] => [
    bend(-11 + curl * (1 + 0.15 * order), 5),
    bend(-8 + curl * (1.2 + 0.15 * order), 5),
    bend(-6 + 0.6 * curl, 3),
  ]
  const thumb: [number, number, number] = [bend(0, 5), bend(0.4 * curl, 6), bend(0.4 * curl, 6)]
  return {
    identity: { ...identity, details },
    size,
    pose: {
      name: 'random',
      curl: [thumb, finger(-1), finger(0), finger(1), finger(2)],
      spread: [4, 4, 2, 3, 4].map((deviation) => bend(0, deviation)),
      wrist: Math.max(-MOST, Math.min(MOST, wrist)),
      sideways: 10 * normal(),
    },
  }
}
