import type { PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import type { Side } from '../head-fit'
import { EAR_HINTS, EarFrame } from './ear-frame'
import { EAR_FEATURES, EAR_PIXEL, EAR_REACH, EarMap } from './ear-map'
import { FIND, FIND_UNIT, GUESS, GUESS_UNIT, MOVE, MOVE_UNIT } from './ears-model'

/** Turns between which weights lie that were learned: an ear seen from the front, and from its side. */
export const EAR_TURNS = [-0.2, 0.8] as const
/** A lobe turned further away is behind the cheek, further towards the camera the tracker's face is no guide. */
const TURNED = { least: -0.3, most: 1.6 } as const
/** Pixels between the eyes' outer corners below which an ear has none to speak of. */
const LEAST_UNIT = 0.4
/** How far off a guess usually is, millimetres, and what being further off costs of a likeness of 0..1. */
const USUAL = { x: 5, y: 11 } as const
const COST = 0.03
/** An ear found is like an ear by this much at least, and by this much more than any other place: hair, a hand or a wall are told by either (docs/tryon-fit.md). */
const ALIKE = 0.45
const CLEAR = 0.15
/** Another place begins this many pixels of the map away. */
const ELSEWHERE = 5
/** A last step longer than this, pixels of the map, found nothing to hold on to. */
const RESTLESS = 1
/** Likeness against how far off lobes were found, millimetres, on heads held out: deviation is `worst` at {@link ALIKE} and `best` from `sure` on. */
const DOUBT = { worst: 4.5, best: 1.6, sure: 0.75 } as const

const WIDTH = 2 * EAR_REACH.x + 1
const HEIGHT = 2 * EAR_REACH.y + 1
const frame = new EarFrame()
const map = new EarMap()
const response = new Float32Array(WIDTH * HEIGHT)
const find = new Float32Array(EAR_FEATURES)
const moveX = new Float32Array(EAR_FEATURES)
const moveY = new Float32Array(EAR_FEATURES)

/** Finds the lobes of every face. */
export const refineEars: Refinement = ({ faces }, reader) => {
  for (const { points, lobes } of faces) {
    if (!lobes) continue
    findLobe(points, 'left', reader, lobes, 0)
    findLobe(points, 'right', reader, lobes, 3)
  }
}

/**
 * Finds where an ear is pierced: a place is guessed from the face's landmarks, the place round it that is most like a lobe is looked for, and it is laid on it more
 * finely. All three are linear in what was learned from rendered heads (assets/source/try-on/learn-ears.ts).
 *
 * @param points 478 × (x, y, z), pixels of the frame
 * @param out from `at` on becomes x, y and deviation, pixels of the frame; deviation 0 where there is no ear to be seen
 * @returns how like a lobe the place is, about 0..1; 0 when none was found
 */
export function findLobe(
  points: Float32Array,
  side: Side,
  reader: PixelReader,
  out: Float32Array,
  at: number,
): number {
  out.fill(0, at, at + 3)
  frame.aim(points, side)
  const { turned, unit } = frame
  if (!(turned > TURNED.least && turned < TURNED.most && unit > LEAST_UNIT)) return 0
  const guessX = guess(0)
  const guessY = guess(1)
  if (!map.read(frame, guessX, guessY, points, reader)) return 0
  const share = Math.min(1, Math.max(0, (turned - EAR_TURNS[0]) / (EAR_TURNS[1] - EAR_TURNS[0])))
  const best = search(blend(find, FIND, 0, FIND_UNIT, share))
  const likeness = response[best] as number
  if (likeness < ALIKE || alike(best) - elsewhere(best) < CLEAR) return 0
  let dx = (best % WIDTH) - EAR_REACH.x
  let dy = Math.floor(best / WIDTH) - EAR_REACH.y
  const offsetX = blend(moveX, MOVE, 0, MOVE_UNIT, share)
  const offsetY = blend(moveY, MOVE, 1, MOVE_UNIT, share)
  for (let pass = 0; pass < 2; pass++) {
    map.look(dx, dy)
    let stepX = offsetX
    let stepY = offsetY
    for (let i = 0; i < EAR_FEATURES; i++) {
      const value = map.features[i] as number
      stepX += (moveX[i] as number) * value
      stepY += (moveY[i] as number) * value
    }
    dx += stepX
    dy += stepY
    if (pass === 1 && Math.hypot(stepX, stepY) > RESTLESS) return 0
  }
  if (Math.abs(dx) > EAR_REACH.x || Math.abs(dy) > EAR_REACH.y) return 0
  const x = guessX + EAR_PIXEL * dx
  const y = guessY + EAR_PIXEL * dy
  const doubt = Math.max(0, (DOUBT.sure - likeness) / (DOUBT.sure - ALIKE))
  out[at] = frame.x + unit * (x * frame.outX + y * frame.downX)
  out[at + 1] = frame.y + unit * (x * frame.outY + y * frame.downY)
  out[at + 2] = unit * (DOUBT.best + (DOUBT.worst - DOUBT.best) * doubt)
  return likeness
}

/** Where the face lets expect the lobe, millimetres from the frame's origin. */
function guess(axis: number): number {
  let sum = 0
  for (let i = 0; i < EAR_HINTS; i++) {
    sum += (frame.hints[i] as number) * (GUESS[axis * EAR_HINTS + i] as number)
  }
  return sum * GUESS_UNIT
}

/**
 * Weights for this turn, of the model's weights and offset at either end, into `out`.
 *
 * @param row which of the model's outputs
 * @returns the offset
 */
function blend(
  out: Float32Array,
  model: readonly number[],
  row: number,
  unit: number,
  share: number,
): number {
  const near = 2 * row * (EAR_FEATURES + 1)
  const far = near + EAR_FEATURES + 1
  const a = (1 - share) * unit
  const b = share * unit
  for (let i = 0; i < EAR_FEATURES; i++) {
    out[i] = a * (model[near + i] as number) + b * (model[far + i] as number)
  }
  return a * (model[near + EAR_FEATURES] as number) + b * (model[far + EAR_FEATURES] as number)
}

/** Likeness at every second place, then all around the best of them; gives the best one's place in {@link response}. */
function search(offset: number): number {
  response.fill(Number.NEGATIVE_INFINITY)
  let best = 0
  for (let j = 0; j < HEIGHT; j += 2) {
    for (let i = 0; i < WIDTH; i += 2) best = better(best, i, j, offset)
  }
  const x = best % WIDTH
  const y = Math.floor(best / WIDTH)
  for (let j = Math.max(0, y - 1); j <= Math.min(HEIGHT - 1, y + 1); j++) {
    for (let i = Math.max(0, x - 1); i <= Math.min(WIDTH - 1, x + 1); i++) best = better(best, i, j, offset)
  }
  return best
}

function better(best: number, i: number, j: number, offset: number): number {
  const here = j * WIDTH + i
  if (response[here] === Number.NEGATIVE_INFINITY) {
    response[here] = offset + map.weigh(find, i - EAR_REACH.x, j - EAR_REACH.y)
  }
  return alike(here) > alike(best) ? here : best
}

/** Likeness less what the way from the guess costs. */
function alike(place: number): number {
  const dx = (((place % WIDTH) - EAR_REACH.x) * EAR_PIXEL) / USUAL.x
  const dy = ((Math.floor(place / WIDTH) - EAR_REACH.y) * EAR_PIXEL) / USUAL.y
  return (response[place] as number) - COST * (dx * dx + dy * dy)
}

/** The best of what was looked at elsewhere. */
function elsewhere(best: number): number {
  const x = best % WIDTH
  const y = Math.floor(best / WIDTH)
  let second = Number.NEGATIVE_INFINITY
  for (let place = 0; place < response.length; place++) {
    const far = Math.hypot((place % WIDTH) - x, Math.floor(place / WIDTH) - y)
    if (far > ELSEWHERE) second = Math.max(second, alike(place))
  }
  return second
}
