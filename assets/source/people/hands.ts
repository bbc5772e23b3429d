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

/** The rig's own fingers are bent by about 16, 12 and 8 degrees a joint. */
const OPEN: HandPose = {
  name: 'open',
  curl: [
    [-2, -6, -6],
    [-11, -8, -6],
    [-12, -7, -5],
    [-11, -7, -5],
    [-9, -7, -6],
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
      [4, 8, 8],
      [10, 16, 8],
      [14, 18, 9],
      [16, 20, 10],
      [16, 20, 10],
    ],
    spread: [0, 0, 0, 0, 0],
    wrist: 6,
  },
  { ...OPEN, name: 'bent', wrist: -20 },
]
