// What a tracker cannot see of a head, regressed from what it can: `npx tsx assets/source/try-on/learn-head-marks.ts [population.json]` writes
// src/experiences/tryon/fit/head-marks-model.ts. The population comes from assets/source/people/population.ts. A fifth of it is held out; its errors are printed.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Point = readonly [number, number, number]
interface Person {
  readonly seen: Readonly<Record<string, Point>>
  readonly hidden: Readonly<Record<string, unknown>>
}

const ROOT = join(import.meta.dirname, '../../..')
const file = process.argv[2] ?? join(ROOT, '.cache/people-population.json')
const out = join(ROOT, 'src/experiences/tryon/fit/head-marks-model.ts')
const { people } = JSON.parse(readFileSync(file, 'utf8')) as { people: Person[] }

/** Points of the ridge that are kept. */
const RIDGE = 8
/** The depth behind the ridge at which pads sit, as an index of the population's depths: 6 mm. */
const DEPTH = 1

const point = (from: Readonly<Record<string, unknown>>, name: string): Point => {
  const value = from[name]
  if (!Array.isArray(value)) throw new Error(`population: ${name} is missing`)
  return value as unknown as Point
}

/** As `head-marks.ts` takes them from landmarks, in the same order; with how badly a tracker sees each, metres. */
const FEATURES: readonly (readonly [name: string, noise: number, of: (person: Person) => number])[] = [
  ['outer corners', 0.0015, ({ seen }) => point(seen, 'eye-outer-left')[0]],
  ['pupils', 0.0005, ({ seen }) => point(seen, 'pupil-left')[0]],
  ['face', 0.003, ({ seen }) => point(seen, 'zygion-left')[0]],
  ['nose tip down', 0.002, (person) => point(person.seen, 'nose-tip')[1] - eyes(person)[1]],
  ['nose tip forward', 0.003, (person) => point(person.seen, 'nose-tip')[2] - eyes(person)[2]],
  ['sellion forward', 0.003, (person) => point(person.seen, 'sellion')[2] - eyes(person)[2]],
  ['chin down', 0.003, (person) => point(person.seen, 'menton')[1] - eyes(person)[1]],
  ['mouth down', 0.002, (person) => point(person.seen, 'mouth-corner-left')[1] - eyes(person)[1]],
  ['alae', 0.002, ({ seen }) => point(seen, 'alare-left')[0]],
  ['jaw', 0.004, ({ seen }) => point(seen, 'jaw-angle-left')[0]],
]

function eyes({ seen }: Person): Point {
  const outer = point(seen, 'eye-outer-left')
  const inner = point(seen, 'eye-inner-left')
  return [0, (outer[1] + inner[1]) / 2, (outer[2] + inner[2]) / 2]
}

function targets({ seen, hidden }: Person): number[] {
  const all = hidden['nose-ridge'] as Point[]
  const widths = hidden['nose-half-widths'] as (number | null)[][]
  const ridge = Array.from({ length: RIDGE }, (_, k) => {
    const at = Math.round((k * (all.length - 1)) / (RIDGE - 1))
    const here = all[at] ?? all[0] ?? [0, 0, 0]
    const known = widths.map((row) => row[DEPTH] ?? null)
    const width = known[at] ?? known.find((value) => value !== null) ?? 0.006
    return [here[1], here[2], width]
  }).flat()
  const centre = point(hidden, 'hat-centre')
  const normal = point(hidden, 'hat-normal')
  return [
    ...point(hidden, 'ear-root-left'),
    ...point(hidden, 'ear-lobe-left'),
    centre[1],
    centre[2],
    -Math.atan2(normal[2], normal[1]),
    ...point(hidden, 'hat-size'),
    point(hidden, 'crown')[1],
    point(seen, 'zygion-left')[0],
    eyes({ seen, hidden })[1],
    eyes({ seen, hidden })[2],
    ...ridge,
  ]
}

const NAMES = [
  'ear top x',
  'ear top y',
  'ear top z',
  'lobe x',
  'lobe y',
  'lobe z',
  'band y',
  'band z',
  'band tilt',
  'circumference',
  'skull width',
  'skull depth',
  'crown y',
  'cheekbone x',
  'eye corners y',
  'eye corners z',
  ...Array.from({ length: RIDGE }, (_, k) => [`ridge ${k} y`, `ridge ${k} z`, `ridge ${k} width`]).flat(),
]

const mean = (rows: readonly number[][]): number[] =>
  (rows[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length)

/** Solves A X = B by elimination; small and well conditioned by the noise on its diagonal. */
function solve(A: number[][], B: number[][]): number[][] {
  const n = A.length
  const rows = A.map((row, i) => [...row, ...(B[i] ?? [])])
  for (let i = 0; i < n; i++) {
    const pivot = rows[i] ?? []
    const scale = pivot[i] ?? 1
    for (let k = 0; k < pivot.length; k++) pivot[k] = (pivot[k] ?? 0) / scale
    rows.forEach((row, j) => {
      const factor = row[i] ?? 0
      if (j !== i) for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    })
  }
  return rows.map((row) => row.slice(n))
}

function learn(persons: readonly Person[]) {
  const X = persons.map((person) => FEATURES.map(([, , of]) => of(person)))
  const Y = persons.map(targets)
  const [mx, my] = [mean(X), mean(Y)]
  const A = FEATURES.map(([, noise], i) =>
    FEATURES.map((_, j) => {
      const sum = X.reduce((s, row) => s + ((row[i] ?? 0) - (mx[i] ?? 0)) * ((row[j] ?? 0) - (mx[j] ?? 0)), 0)
      // What the tracker's noise adds to a feature's variance: coefficients for features as they will be seen.
      return sum + (i === j ? persons.length * noise * noise : 0)
    }),
  )
  const B = FEATURES.map((_, i) =>
    my.map((m, k) => X.reduce((s, row, p) => s + ((row[i] ?? 0) - (mx[i] ?? 0)) * ((Y[p]?.[k] ?? 0) - m), 0)),
  )
  return { mx, my, W: solve(A, B) }
}

function errors(model: ReturnType<typeof learn>, persons: readonly Person[]): number[] {
  const { mx, my, W } = model
  const squares = my.map(() => 0)
  for (const person of persons) {
    const x = FEATURES.map(([, , of], i) => of(person) - (mx[i] ?? 0))
    targets(person).forEach((value, k) => {
      const guess = x.reduce((sum, xi, i) => sum + xi * (W[i]?.[k] ?? 0), my[k] ?? 0)
      squares[k] = (squares[k] ?? 0) + (value - guess) ** 2
    })
  }
  return squares.map((value) => Math.sqrt(value / persons.length))
}

const held = people.filter((_, i) => i % 5 === 4)
const rest = people.filter((_, i) => i % 5 !== 4)
const checked = learn(rest)
const error = errors(checked, held)
const spread = errors({ ...checked, W: checked.W.map((row) => row.map(() => 0)) }, held)
console.log(
  `held out ${held.length} of ${people.length}; standard deviation as regressed (as known from the mean alone), mm, tilt in milliradians`,
)
NAMES.forEach((name, k) => {
  console.log(
    name.padEnd(16),
    ((error[k] ?? 0) * 1000).toFixed(2),
    `(${((spread[k] ?? 0) * 1000).toFixed(2)})`,
  )
})

const model = learn(people)
const list = (values: readonly number[], scale: number) =>
  `[${values.map((v) => Math.round(v * scale) + 0).join(', ')}]`
writeFileSync(
  out,
  `// Written by assets/source/try-on/learn-head-marks.ts from a population of ${people.length} modelled adults: change it there.

/** Means of the marks, hundredths of a millimetre (the tilt: of a milliradian), in the order of head-marks.ts. */
export const MARK_MEANS: readonly number[] = ${list(model.my, 1e5)}

/** Means of the features among the same people, hundredths of a millimetre. */
export const FEATURE_MEANS: readonly number[] = ${list(model.mx, 1e5)}

/** By how much each mark (column) follows each feature (row), thousandths. */
export const MARK_SLOPES: readonly (readonly number[])[] = [
${model.W.map((row) => list(row, 1000)).join(',\n')},
]
`,
)
execFileSync('npx', ['biome', 'format', '--write', out], { stdio: 'ignore' })
