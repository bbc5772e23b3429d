// A population of random adults, measured: `npx tsx assets/source/people/population.ts [count] [file]`. What a tracker cannot see (ears, lobes,
// skull) can be regressed from what it can. Written to .cache/people-population.json:
//
//   { version, seed, unit: "metres", frame, count, people: [{ gender, age, ancestry, seen, hidden }] }
//
// `seen` are points a face tracker finds, `hidden` what it does not; a pair is two points, -left and -right the wearer's. Each point is [x, y, z] in
// the head's frame: origin midway between the eyeball centres, Y up, facing +Z, the wearer's right at -X.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { random as seeded } from '../texture/noise'
import type { Point } from './head-frame'
import { shapePerson } from './person-shape'
import { randomIdentity } from './random-identity'
import { type HeadTruth, measureHead, type Pair } from './truth'

const SEED = 20261124
const count = Number(process.argv[2] ?? 300)
const file =
  process.argv[3] ?? join(import.meta.dirname, '..', '..', '..', '.cache', 'people-population.json')

const round = (value: number) => Math.round(value * 1e6) / 1e6
const point = (p: Point) => p.map(round)
const sides = (name: string, { left, right }: Pair) => ({
  [`${name}-left`]: point(left),
  [`${name}-right`]: point(right),
})

function seen(truth: HeadTruth): Record<string, number[]> {
  return {
    ...sides('pupil', truth.pupils),
    ...sides('eye-inner', truth.eyeCorners.inner),
    ...sides('eye-outer', truth.eyeCorners.outer),
    sellion: point(truth.sellion),
    'nose-tip': point(truth.noseTip),
    subnasale: point(truth.subnasale),
    ...sides('alare', truth.alae),
    ...sides('mouth-corner', truth.mouthCorners),
    'lip-top': point(truth.lips.rest.outer[0] ?? [0, 0, 0]),
    chin: point(truth.chin),
    menton: point(truth.menton),
    glabella: point(truth.glabella),
    ...sides('zygion', truth.zygia),
    ...sides('jaw-angle', truth.jawAngles),
    ...sides('cheek', truth.cheeks),
    ...sides('brow-inner', truth.brows.inner),
    ...sides('brow-outer', truth.brows.outer),
  }
}

function hidden({ hatBand, ...truth }: HeadTruth) {
  return {
    ...sides('ear-root', truth.earRoots),
    ...sides('ear-lobe', truth.earLobes),
    ...sides('tragion', truth.tragions),
    crown: point(truth.crown),
    occiput: point(truth.occiput),
    'hat-centre': point(hatBand.centre),
    'hat-normal': point(hatBand.normal),
    'hat-size': [hatBand.circumference, hatBand.width, hatBand.depth].map(round),
    'nose-ridge': truth.nose.ridge.map(point),
    'nose-half-widths': truth.nose.halfWidths.map((row) =>
      row.map((half) => (half === null ? null : round(half))),
    ),
  }
}

const random = seeded(SEED)
const people = []
let tried = 0
while (people.length < count) {
  tried += 1
  const { identity, size } = randomIdentity(random)
  const truth = measureHead(shapePerson(identity, size))
  const head = truth.hatBand.circumference
  // Adults' range, a little beyond the 1st and 99th centile (ANSUR II, 2012: head circumference 51.9..61.4 cm, interpupillary 54..73 mm).
  if (head < 0.515 || head > 0.615 || truth.pupillaryDistance < 0.054 || truth.pupillaryDistance > 0.073)
    continue
  const { gender, age, ancestry } = identity
  people.push({ gender, age, ancestry, seen: seen(truth), hidden: hidden(truth) })
}
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  JSON.stringify({
    version: 1,
    seed: SEED,
    unit: 'metres',
    frame: 'origin midway between the eyeball centres, Y up, facing +Z, the wearer’s right at -X',
    count,
    people,
  }),
)
console.log(`${count} of ${tried} written to ${file}`)
