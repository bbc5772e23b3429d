/**
 * A point of a contour: on the straight line between two landmarks, this share of the way from the first to the second.
 */
export type ContourPoint = readonly [first: number, second: number, share: number]

/** Two lines from one end to the other, between which something is painted. */
export interface Region {
  readonly outer: readonly ContourPoint[]
  readonly inner: readonly ContourPoint[]
}

const on = (points: readonly number[]): readonly ContourPoint[] =>
  points.map((point) => [point, point, 0] as const)
const between = (from: readonly number[], to: readonly number[], share: number): readonly ContourPoint[] =>
  from.map((point, i) => [point, to[i] ?? point, share] as const)

/** The lips' landmarks, from the corner at image left to the other (MediaPipe's FACEMESH_LIPS). Inner ones correspond to outer ones. */
export const LIPS: readonly Region[] = [
  {
    outer: on([61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291]),
    inner: on([78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308]),
  },
  {
    outer: on([61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291]),
    inner: on([78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308]),
  },
]

const RIGHT_LASHES = [33, 246, 161, 160, 159, 158, 157, 173, 133]
const RIGHT_CREASE = [130, 247, 30, 29, 27, 28, 56, 190, 243]
const RIGHT_BROW = [226, 113, 225, 224, 223, 222, 221, 189, 244]
const LEFT_LASHES = [263, 466, 388, 387, 386, 385, 384, 398, 362]
const LEFT_CREASE = [359, 467, 260, 259, 257, 258, 286, 414, 463]
const LEFT_BROW = [446, 342, 445, 444, 443, 442, 441, 413, 464]

/** Upper lids: from the lashes over the crease towards the brow. Outer is the upper line. */
export const EYELIDS: readonly Region[] = [
  { outer: between(RIGHT_CREASE, RIGHT_BROW, 0.8), inner: on(RIGHT_LASHES) },
  { outer: between(LEFT_CREASE, LEFT_BROW, 0.8), inner: on(LEFT_LASHES) },
]

/** Landmarks of both cheeks among which the skin's own colour is taken. */
export const CHEEKS: readonly number[] = [50, 101, 118, 205, 187, 123, 280, 330, 347, 425, 411, 352]
