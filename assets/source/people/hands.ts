import type { HandPose } from './hand-shape'
import type { Identity } from './identity'

/** Whose hand it is. */
export const HAND_IDENTITY: Identity = {
  gender: 0.35,
  age: 29,
  ancestry: { african: 0.34, asian: 0.33, caucasian: 0.33 },
  weight: 0.42,
  muscle: 0.5,
  height: 0,
  details: {},
}
export const HAND_SIZE = 1.05

const OPEN: HandPose = {
  name: 'open',
  curl: [
    [2, 6, 8],
    [5, 8, 6],
    [4, 9, 6],
    [5, 10, 7],
    [6, 10, 7],
  ],
  spread: [0, 0, 0, 0, 0],
  wrist: 0,
}

/** A hand held open, one at rest, and one bent at the wrist. */
export const HAND_POSES: readonly HandPose[] = [
  OPEN,
  {
    name: 'relaxed',
    curl: [
      [4, 12, 14],
      [24, 32, 18],
      [28, 36, 20],
      [30, 38, 22],
      [30, 36, 22],
    ],
    spread: [0, 0, 0, 0, 0],
    wrist: 6,
  },
  { ...OPEN, name: 'bent', wrist: -20 },
]
