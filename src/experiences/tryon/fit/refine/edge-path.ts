import { type Field, sample } from './field'

/** Places along a closed contour at which an edge is looked for; arrays are reused by the caller. */
export interface Feelers {
  readonly count: number
  /** count × (x, y), the field's pixels. */
  readonly points: Float64Array
  /** count × (x, y), unit: from the side of 1 to the side of 0. */
  readonly normals: Float64Array
  /** count × how far the edge may lie from the point, to either side, pixels. */
  readonly reach: Float64Array
  /** count × how far from the point the side of 1 and the side of 0 go on, pixels: what lies beyond is another thing. */
  readonly inside: Float64Array
  readonly outside: Float64Array
  /** Written: count × how far along the normal the edge lies, pixels. */
  readonly offsets: Float64Array
  /** Written: count × 0..1. */
  readonly confidence: Float64Array
}

/** What is assumed of an edge. */
export interface EdgePrior {
  /** Deviation of the field's values about those of their side. */
  readonly noise: number
  /** What a pixel of difference between neighbours costs, squared, against a sample one deviation off. */
  readonly stiffness: number
  /** The same for a pixel away from where the contour was. */
  readonly anchor: number
}

/** Pixels between samples along a normal. */
const STEP = 0.75
/** Most samples to one side: reach and what is compared beyond it. */
const SIDE = 26
/** Samples that stand for what a side is expected to be. */
const EXPECTED = 0.912
/** Samples that a side must have to be one. */
const FEW = 3
/** Offsets that a contour may be tried at, to either side. */
const MOST = 18
const STATES = 2 * MOST + 1
const MOST_FEELERS = 64
/** Neighbours further apart than this many steps do not belong to one contour. */
const JUMP = 3
const NEVER = 1e9
/** How much an edge must rise to be one, and by how much more to be sure. */
const LEAST_RISE = 0.26
const SURE_RISE = 0.692
/** Nothing is more on its side than this: a highlight does not outweigh the rest. */
const BEYOND = 0.342

/** Running counts and sums along a normal. */
const counts = new Float64Array(2 * SIDE + 1)
const sums = new Float64Array(2 * SIDE + 1)
const energy = new Float64Array(MOST_FEELERS * STATES)
const best = new Float64Array(2 * STATES)
const from = new Int8Array(2 * MOST_FEELERS * STATES)
const rise = new Float64Array(MOST_FEELERS * STATES)
const chosen = new Int8Array(MOST_FEELERS)

/**
 * Finds the closed path along a contour whose sides fit the field best: at each feeler a step from about 1 to about 0, each side with a value of its own so that shade does not matter,
 * and neighbours at about the same offset (dynamic programming). To a fraction of a pixel.
 *
 * @returns mean confidence
 */
export function findEdge(field: Field, feelers: Feelers, prior: EdgePrior): number {
  const { count, offsets, confidence } = feelers
  for (let i = 0; i < count; i++) weigh(field, feelers, i, prior)
  follow(count, prior)
  let total = 0
  for (let i = 0; i < count; i++) {
    const state = chosen[i] as number
    const at = i * STATES + state
    const middle = energy[at] as number
    const before = state > 0 ? (energy[at - 1] as number) : NEVER
    const after = state < STATES - 1 ? (energy[at + 1] as number) : NEVER
    let part = 0
    if (before < NEVER && after < NEVER) {
      const bend = before - 2 * middle + after
      if (bend > 1e-6) part = Math.min(0.5, Math.max(-0.5, (0.5 * (before - after)) / bend))
    }
    offsets[i] = (state - MOST + part) * STEP
    const c = Math.min(1, Math.max(0, ((rise[at] as number) - LEAST_RISE) / SURE_RISE))
    confidence[i] = c
    total += c
  }
  return total / count
}

/** How badly each offset fits at one feeler. */
function weigh(field: Field, feelers: Feelers, i: number, { noise, anchor }: EdgePrior): void {
  const x = feelers.points[2 * i] as number
  const y = feelers.points[2 * i + 1] as number
  const nx = feelers.normals[2 * i] as number
  const ny = feelers.normals[2 * i + 1] as number
  const reach = Math.min(MOST, Math.floor((feelers.reach[i] as number) / STEP))
  const inside = Math.min(SIDE, Math.round((feelers.inside[i] as number) / STEP))
  const outside = Math.min(SIDE, Math.round((feelers.outside[i] as number) / STEP))
  counts[0] = 0
  sums[0] = 0
  for (let k = 0; k < 2 * SIDE; k++) {
    const t = (k + 0.5 - SIDE) * STEP
    const own = k >= SIDE - inside && k < SIDE + outside
    const value = own ? Math.min(1 + BEYOND, Math.max(-BEYOND, sample(field, x + nx * t, y + ny * t))) : 0
    counts[k + 1] = (counts[k] as number) + (own ? 1 : 0)
    sums[k + 1] = (sums[k] as number) + value
  }
  const scale = 1 / (noise * noise)
  const n = counts[2 * SIDE] as number
  const s = sums[2 * SIDE] as number
  for (let state = 0; state < STATES; state++) {
    const at = i * STATES + state
    const shift = state - MOST
    if (Math.abs(shift) > reach || shift < FEW - inside || shift > outside - FEW) {
      energy[at] = NEVER
      rise[at] = 0
      continue
    }
    const k = SIDE + shift
    const n1 = counts[k] as number
    const s1 = sums[k] as number
    const above = EXPECTED + s1
    const below = s - s1
    const high = above / (EXPECTED + n1)
    const low = below / (EXPECTED + n - n1)
    // Squared deviations from both sides' values; what does not depend on the offset is left out.
    const misfit = -(high * above + low * below)
    energy[at] = misfit * scale + anchor * (shift * STEP) ** 2
    rise[at] = s1 / n1 - (s - s1) / (n - n1)
  }
}

/** The cheapest closed path: twice round, the second time from where the first came back to. */
function follow(count: number, { stiffness }: EdgePrior): void {
  const cost = stiffness * STEP * STEP
  let now = 0
  for (let s = 0; s < STATES; s++) best[s] = energy[s] as number
  for (let turn = 1; turn < 2 * count; turn++) {
    const i = turn % count
    const then = now
    now = STATES - now
    for (let s = 0; s < STATES; s++) {
      const here = energy[i * STATES + s] as number
      let least = NEVER * 4
      let origin = s
      if (here < NEVER) {
        for (let d = -JUMP; d <= JUMP; d++) {
          const o = s + d
          if (o < 0 || o >= STATES) continue
          const sum = (best[then + o] as number) + cost * d * d
          if (sum < least) {
            least = sum
            origin = o
          }
        }
      }
      best[now + s] = least + here
      from[turn * STATES + s] = origin
    }
    // Only differences matter.
    let least = NEVER * 8
    for (let s = 0; s < STATES; s++) least = Math.min(least, best[now + s] as number)
    for (let s = 0; s < STATES; s++) best[now + s] = (best[now + s] as number) - least
  }
  let s = 0
  for (let k = 1; k < STATES; k++) if ((best[now + k] as number) < (best[now + s] as number)) s = k
  // Back over half a turn, which is settled by what follows it, then a whole turn is taken.
  for (let turn = 2 * count - 1; turn >= 1; turn--) {
    if (turn < count + (count >> 1)) {
      if (turn < count >> 1) break
      chosen[turn % count] = s
    }
    s = from[turn * STATES + s] as number
  }
}
