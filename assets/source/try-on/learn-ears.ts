// Learns how a lobe looks in the picture: `npx tsx assets/source/try-on/learn-ears.ts RECORDINGS [--hold-out]` writes
// src/experiences/tryon/fit/refine/ears-model.ts. RECORDINGS are folders (with commas between) of pictures of rendered heads, and a JSON for each head:
//
//   { "name": "f12", "frames": [{
//       "picture": "f12-0.jpg",                                    in the same folder
//       "points": [478 x (x, y, z)],                               as the tracker saw it, hundredths of a pixel; null where it saw none
//       "truth": { "points": { "earLobes.left": [x, y], ...right, "earRoots.left": ..., "earRoots.right": ... } },     pixels
//       "visible": { "earLobes.left": "seen" | "hair" | "behind" | "out", ... } }] }
//
// Best from two renderers, so that neither's look is learned: the booth (scripts/person-booth), and a plain one with other lights and walls. Random heads
// (assets/source/people/random-identity.ts), some under long hair; never those that benchmarks measure. To half of the ears an earring or the temple of
// a pair of glasses is painted. `--hold-out` learns from three quarters of the people and prints how far off it is on the others.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EAR_HINTS, EarFrame } from '../../../src/experiences/tryon/fit/refine/ear-frame'
import { EAR_FEATURES, EAR_PIXEL, EAR_REACH, EarMap } from '../../../src/experiences/tryon/fit/refine/ear-map'
import { EAR_TURNS, findLobe } from '../../../src/experiences/tryon/fit/refine/ears'
import { solveCholesky } from '../../../src/experiences/tryon/fit/solve-cholesky'
import { random as seeded } from '../texture/noise'
import { dressEar } from './dress-ear'
import { StillPixels } from './still-pixels'

type Point = readonly [x: number, y: number]
interface Recorded {
  readonly name: string
  readonly frames: readonly {
    readonly picture: string
    readonly points: readonly number[] | null
    readonly truth: { readonly points: Readonly<Record<string, Point>> }
    readonly visible: Readonly<Record<string, string>>
  }[]
}
/** An ear in a picture: where its lobe is, millimetres of its frame. */
interface Ear {
  readonly person: string
  readonly side: 'left' | 'right'
  readonly points: Float32Array
  readonly picture: string
  readonly lobe: Point
  readonly root: Point
  readonly seen: boolean
  readonly x: number
  readonly y: number
  readonly turned: number
  readonly unit: number
  readonly hints: Float64Array
}

const OUT = join(import.meta.dirname, '../../../src/experiences/tryon/fit/refine/ears-model.ts')
/** Ears turned further away or nearer are not learned from. */
const TURNED = [-0.35, 1.6] as const
/** Ridges of the three regressions: found on held out heads among 3, 20, 30 and 100. */
const RIDGE = { guess: 5, find: 30, move: 30 } as const
/** How wide likeness falls off round a lobe, pixels of the map; and from how far off the way to it is learned. */
const FALL = 2
const AWAY = 4.5
/** Units of the whole numbers that are written. */
const UNITS = { guess: 1 / 100, find: 1 / 1000, move: 1 / 200 } as const

const random = seeded(20261124)
const between = (low: number, high: number) => low + (high - low) * random()
const frame = new EarFrame()
const map = new EarMap()

function load(folder: string): Ear[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const { name: person, frames } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded
      return frames.flatMap(({ picture, points, truth, visible }) =>
        points
          ? (['left', 'right'] as const).flatMap((side) => {
              const pixels = Float32Array.from(points, (value) => value / 100)
              frame.aim(pixels, side)
              const { turned, unit, outX, outY, downX, downY } = frame
              const lobe = truth.points[`earLobes.${side}`]
              const root = truth.points[`earRoots.${side}`]
              if (!lobe || !root || turned < TURNED[0] || turned > TURNED[1]) return []
              const dx = (lobe[0] - frame.x) / unit
              const dy = (lobe[1] - frame.y) / unit
              const ear: Ear = {
                person,
                side,
                points: pixels,
                picture: join(folder, picture),
                lobe,
                root,
                seen: visible[`earLobes.${side}`] === 'seen',
                x: dx * outX + dy * outY,
                y: dx * downX + dy * downY,
                turned,
                unit,
                hints: frame.hints.slice(),
              }
              return [ear]
            })
          : [],
      )
    })
}

/** Normal equations of a ridge regression whose weights lie between two ends by the turn: features and their sums are added once an ear. */
class Blended {
  readonly #size = EAR_FEATURES + 1
  readonly #square = new Float64Array(4 * this.#size * this.#size)
  readonly #right: Float64Array[]
  readonly #own = new Float64Array(this.#size * this.#size)
  readonly #ownRight: Float64Array[]

  constructor(outputs: number) {
    this.#right = Array.from({ length: outputs }, () => new Float64Array(2 * this.#size))
    this.#ownRight = Array.from({ length: outputs }, () => new Float64Array(this.#size))
  }

  add(features: Float32Array, wanted: readonly number[]): void {
    const n = this.#size
    for (let i = 0; i < n; i++) {
      const a = i < EAR_FEATURES ? (features[i] ?? 0) : 1
      if (a === 0) continue
      for (let j = 0; j <= i; j++) {
        this.#own[i * n + j] = (this.#own[i * n + j] ?? 0) + a * (j < EAR_FEATURES ? (features[j] ?? 0) : 1)
      }
      for (const [k, right] of this.#ownRight.entries()) right[i] = (right[i] ?? 0) + a * (wanted[k] ?? 0)
    }
  }

  /** All that was added was of one ear, turned so far. */
  close(turned: number): void {
    const n = this.#size
    const far = Math.min(1, Math.max(0, (turned - EAR_TURNS[0]) / (EAR_TURNS[1] - EAR_TURNS[0])))
    const ends = [1 - far, far] as const
    for (const [p, a] of ends.entries()) {
      for (const [q, b] of ends.entries()) {
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            const at = (p * n + i) * 2 * n + q * n + j
            const own = this.#own[i >= j ? i * n + j : j * n + i] ?? 0
            this.#square[at] = (this.#square[at] ?? 0) + a * b * own
          }
        }
      }
      for (const [k, right] of this.#right.entries()) {
        for (let i = 0; i < n; i++) {
          right[p * n + i] = (right[p * n + i] ?? 0) + a * (this.#ownRight[k]?.[i] ?? 0)
        }
      }
    }
    this.#own.fill(0)
    for (const right of this.#ownRight) right.fill(0)
  }

  solve(ridge: number): number[] {
    return this.#right.flatMap((right) => solved(this.#square, right, ridge))
  }
}

function solved(square: Float64Array, right: Float64Array, ridge: number): number[] {
  const n = right.length
  const matrix = square.slice()
  for (let i = 0; i < n; i++) matrix[i * n + i] = (matrix[i * n + i] ?? 0) + ridge
  const out = right.slice()
  if (!solveCholesky(matrix, out, n)) throw new Error('learn-ears: nothing to learn from')
  return [...out]
}

/** The place from the hints, from ears that are seen; about a middle of 10 and 20 mm, towards which the ridge shrinks. */
function learnGuess(ears: readonly Ear[]): number[] {
  const square = new Float64Array(EAR_HINTS * EAR_HINTS)
  const right = [new Float64Array(EAR_HINTS), new Float64Array(EAR_HINTS)]
  for (const { hints, x, y } of ears) {
    for (let i = 0; i < EAR_HINTS; i++) {
      const a = hints[i] ?? 0
      for (let j = 0; j < EAR_HINTS; j++) {
        square[i * EAR_HINTS + j] = (square[i * EAR_HINTS + j] ?? 0) + a * (hints[j] ?? 0)
      }
      for (const [k, value] of [x - 10, y - 20].entries()) {
        const sums = right[k]
        if (sums) sums[i] = (sums[i] ?? 0) + a * value
      }
    }
  }
  return right.flatMap((sums, k) => {
    const [first = 0, ...rest] = solved(square, sums, RIDGE.guess)
    return [first + (k === 0 ? 10 : 20), ...rest]
  })
}

async function learnPictures(ears: readonly Ear[]): Promise<{ find: number[]; move: number[] }> {
  const find = new Blended(1)
  const move = new Blended(2)
  for (const ear of ears) {
    const picture = await StillPixels.open(ear.picture)
    if (random() < 0.5) dressEar(picture, ear, random)
    frame.aim(ear.points, ear.side)
    // Not round the guess, which errs less on the heads it was learned from: anywhere round the lobe that the search may begin at.
    const x = 3 + 21 * ear.turned + between(-3, 3)
    const y = ear.y + 0.6 * (23 - ear.y) + between(-4, 4)
    if (!map.read(frame, x, y, ear.points, picture)) continue
    const lobeX = (ear.x - x) / EAR_PIXEL
    const lobeY = (ear.y - y) / EAR_PIXEL
    if (ear.seen && (Math.abs(lobeX) > EAR_REACH.x || Math.abs(lobeY) > EAR_REACH.y)) continue
    for (let j = -EAR_REACH.y; j <= EAR_REACH.y; j++) {
      for (let i = -EAR_REACH.x; i <= EAR_REACH.x; i++) {
        const away = ear.seen ? Math.hypot(i - lobeX, j - lobeY) : Number.POSITIVE_INFINITY
        const found = random() < 0.12 || away < Math.sqrt(5)
        const moved = away < AWAY && random() < 0.45
        if (!found && !moved) continue
        map.look(i, j)
        if (found) find.add(map.features, [Math.exp(-(away * away) / (2 * FALL * FALL))])
        if (moved) move.add(map.features, [lobeX - i, lobeY - j])
      }
    }
    find.close(ear.turned)
    move.close(ear.turned)
  }
  return { find: find.solve(RIDGE.find), move: move.solve(RIDGE.move) }
}

function write(guess: readonly number[], find: readonly number[], move: readonly number[], from: string) {
  const whole = (values: readonly number[], unit: number) =>
    `[${values.map((value) => Math.round(value / unit) + 0).join(', ')}]`
  writeFileSync(
    OUT,
    `// Written by assets/source/try-on/learn-ears.ts from ${from}: change it there.

/** Where a lobe is expected, millimetres: outwards, then down, a number for each hint of ear-frame.ts. */
export const GUESS_UNIT = ${UNITS.guess}
export const GUESS: readonly number[] = ${whole(guess, UNITS.guess)}

/** Likeness to a lobe: a weight for each number of a window and an offset, seen from the front, then from its side. */
export const FIND_UNIT = ${UNITS.find}
export const FIND: readonly number[] = ${whole(find, UNITS.find)}

/** The way to the lobe, pixels of the map: outwards, seen from the front, then from its side; then the same down. */
export const MOVE_UNIT = ${UNITS.move}
export const MOVE: readonly number[] = ${whole(move, UNITS.move)}
`,
  )
  execFileSync('npx', ['biome', 'format', '--write', OUT], { stdio: 'ignore' })
}

const [folders = '', how] = process.argv.slice(2)
const all = folders.split(',').flatMap(load)
const people = [...new Set(all.map(({ person }) => person))].sort()
const held = new Set(how === '--hold-out' ? people.filter((_, i) => i % 4 === 3) : [])
if (how === '--check') {
  await check(all)
} else {
  const ears = all.filter(({ person }) => !held.has(person))
  const { find, move } = await learnPictures(ears)
  write(
    learnGuess(ears.filter(({ seen }) => seen)),
    find,
    move,
    `${ears.length} ears of ${people.length - held.size} rendered heads`,
  )
  // The model is read when the module is: what was written just now is checked by another process.
  const names = [...held].join(',')
  if (names)
    execFileSync('npx', ['tsx', import.meta.filename, folders, '--check', names], { stdio: 'inherit' })
}

/** How far off the model that is in force is, on these people. */
async function check(ears: readonly Ear[]): Promise<void> {
  const names = process.argv[4]?.split(',')
  const out = new Float32Array(3)
  const errors: number[] = []
  let seen = 0
  let hidden = 0
  let mistaken = 0
  for (const ear of ears) {
    if (names && !names.includes(ear.person)) continue
    const found = findLobe(ear.points, ear.side, await StillPixels.open(ear.picture), out, 0)
    if (ear.seen) seen += 1
    else hidden += 1
    if (found === 0) continue
    if (!ear.seen) mistaken += 1
    else errors.push(Math.hypot((out[0] ?? 0) - ear.lobe[0], (out[1] ?? 0) - ear.lobe[1]) / ear.unit)
  }
  errors.sort((a, b) => a - b)
  const at = (share: number) => (errors[Math.floor(share * errors.length)] ?? 0).toFixed(2)
  console.log(
    `found ${errors.length} of ${seen} that are seen, off by ${at(0.5)} mm (median), ${at(0.9)} (nine of ten), ${at(0.97)} (97 of 100);`,
    `${mistaken} found of ${hidden} that are hidden or turned away`,
  )
}
