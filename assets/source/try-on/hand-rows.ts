// npx tsx assets/source/try-on/hand-rows.ts [hands] [rows.json]: renders random hands, lets the real tracker look at them and writes what learn-palm-tilt.py learns from. 142 hands of
// five pictures each take half an hour on two cores; what was rendered is kept in .cache/hand-population.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPersonBooth, type PersonShot, type PictureTruth } from '../../../scripts/person-booth/open'
import { BEND_FEATURES, bendFeatures } from '../../../src/experiences/tryon/fit/palm-tilt'
import { PalmView } from '../../../src/experiences/tryon/fit/palm-view'
import { readRecording } from '../../../src/experiences/tryon/tracker/recording'
import type { HandLandmarks } from '../../../src/experiences/tryon/tracker/tracker'
import { publishPerson } from '../people/publish-person'
import { normalOf, randomHand } from '../people/random-hand'
import { TONES } from '../people/tones'
import { cross, dot, plus, unit } from '../people/vector'
import { writeHand } from '../people/write-hand'
import { random as seeded } from '../texture/noise'
import { openRecorder } from './recorder/open'

const root = join(import.meta.dirname, '..', '..', '..')
const folder = join('.cache', 'hand-population')
const VIEWS = 5
const CAMERA = { width: 640, height: 480, focal: 560 }
const WALLS = ['#dfe3e6', '#8b97a3', '#3b4550', '#c9d6c2']
type Triple = [number, number, number]

/** From behind, turned by up to 35 degrees or so; any light, any wall. */
function shotOf(random: () => number, seed: number): PersonShot {
  const normal = normalOf(random)
  const z = 0.32 + 0.28 * random()
  const turn = (deviation: number) => (deviation * normal() * Math.PI) / 180
  const wall = random()
  return {
    camera: CAMERA,
    pose: {
      position: [0.05 * normal() * z, -0.1 * z + 0.03 * normal(), -z],
      rotation: [turn(15), turn(18), turn(35)],
    },
    mirrored: random() < 0.5,
    light: {
      direction: [0.8 * normal(), 0.6 + 0.5 * normal(), 0.9],
      intensity: 0.8 + 0.4 * random(),
      ambient: 0.6 + 0.8 * random(),
    },
    background:
      wall < 0.6
        ? { kind: 'room' }
        : wall < 0.8
          ? { kind: 'studio' }
          : { kind: 'plain', colour: WALLS[Math.floor(4 * random())] ?? '#8b97a3' },
    noise: { sigma: 2, seed },
    draft: true,
    jpeg: 0.95,
  }
}

interface Picture {
  readonly hand: number
  readonly address: string
  readonly mirrored: boolean
  readonly truth: PictureTruth
}

async function pictures(count: number): Promise<Picture[]> {
  mkdirSync(join(root, folder), { recursive: true })
  const booth = await openPersonBooth()
  const out: Picture[] = []
  try {
    for (let hand = 0; hand < count; hand++) {
      const random = seeded(hand + 1)
      const tone = TONES[(hand * 5) % TONES.length]
      const model = join(root, folder, `${hand}.glb`)
      for (let view = 0; view < VIEWS; view++) {
        const address = `/${folder}/${hand}-${view}.jpg`
        const kept = join(root, `${address}.json`)
        if (!existsSync(kept)) {
          if (!existsSync(model)) {
            const { identity, size, pose } = randomHand(random, hand % 3 === 0)
            const { document } = await writeHand(pose, { identity, size, ...(tone ? { tones: [tone] } : {}) })
            await publishPerson(document, model)
          }
          const shot = shotOf(seeded(7919 * view + 17 * hand + 5), 31 * hand + view)
          const { image, truth } = await booth.render(model, {
            ...shot,
            ...(tone ? { tone: tone.name } : {}),
          })
          writeFileSync(join(root, address), image)
          writeFileSync(kept, JSON.stringify({ hand, address, mirrored: shot.mirrored ?? false, truth }))
        }
        out.push(JSON.parse(readFileSync(kept, 'utf8')))
      }
    }
  } finally {
    await booth.close()
  }
  return out
}

/** What learn-palm-tilt.py reads of one picture. */
function rowOf({ hand, mirrored, truth }: Picture, { points, side, forearm }: HandLandmarks) {
  const joints = new Float64Array(63)
  for (let i = 0; i < 21; i++) {
    const depth = 1 + (points[3 * i + 2] ?? 0) / CAMERA.focal
    joints[3 * i] = (((points[3 * i] ?? 0) - CAMERA.width / 2) / CAMERA.focal) * depth
    joints[3 * i + 1] = (-((points[3 * i + 1] ?? 0) - CAMERA.height / 2) / CAMERA.focal) * depth
    joints[3 * i + 2] = -depth
  }
  const view = new PalmView()
  view.see(joints, side)
  const bend = new Float64Array(BEND_FEATURES)
  const drawn = new Float64Array(3)
  const shaded = forearm?.shade !== undefined && forearm.confidence > 0.57
  if (forearm) view.lay(drawn, forearm.direction[0], forearm.direction[1])
  if (forearm?.shade !== undefined) bendFeatures(bend, view, forearm.shade, drawn, side)
  const towards: Triple = [view.towards[0] ?? 0, view.towards[1] ?? 0, view.towards[2] ?? 1]
  const along: Triple = [view.along[0] ?? 0, view.along[1] ?? 1, view.along[2] ?? 0]
  const degrees = 180 / Math.PI
  const slope = (axis: Triple) => Math.asin(Math.max(-1, Math.min(1, dot(axis, towards)))) * degrees
  const roll = (back: Triple, axis: Triple) => {
    const facing = unit(plus(towards, axis, -dot(towards, axis)))
    const angle = Math.atan2(dot(back, cross(axis, facing)), dot(back, facing)) * degrees
    return side === 'left' ? -angle : angle
  }
  /** In the picture, against the hand as tracked; a left hand's as the right one's that it mirrors. */
  const turn = (direction: Triple) => {
    const angle = Math.atan2(dot(direction, cross(towards, along)), dot(direction, along)) * degrees
    return side === 'left' ? -angle : angle
  }
  const m = truth.pose.matrix
  const column = (k: number): Triple => [m[k] ?? 0, m[3 + k] ?? 0, m[6 + k] ?? 0]
  const axis = [...(truth.directions['watch.axis'] ?? [0, 1, 0])] as Triple
  const dial = [...(truth.directions['watch.dial'] ?? [0, 0, 1])] as Triple
  const arm = turn([drawn[0] ?? 0, drawn[1] ?? 1, drawn[2] ?? 0])
  return {
    hand,
    usable: shaded,
    sideOk: (side === 'left') === mirrored,
    facing: dot(dial, towards),
    features: [...view.features],
    bend: [...bend],
    handSlope: slope(column(1)),
    handRoll: roll(column(2), column(1)),
    // The middle of a forearm as drawn is not quite its axis either.
    handTurn: turn(column(1)) + (shaded ? arm - turn(axis) : 0),
    flexion: Math.atan2(dot(axis, column(2)), dot(axis, column(1))) * degrees,
    drawn: arm,
    slope: slope(axis),
    roll: roll(dial, axis),
  }
}

const [count = '142', out = join(root, folder, 'rows.json')] = process.argv.slice(2)
const taken = await pictures(Number(count))
const recorder = await openRecorder(root)
try {
  const { text } = await recorder.stills(
    'hand',
    taken.map(({ address }) => address),
  )
  const read = readRecording(text)
  if (!read.ok) throw new Error(read.reason)
  const rows = read.recording.observations.flatMap(({ hands }, i) => {
    const [seen, another] = hands
    const picture = taken[i]
    return seen && picture && !another ? [rowOf(picture, seen)] : []
  })
  writeFileSync(out, JSON.stringify(rows))
  console.log(`${rows.length} of ${taken.length} pictures`)
} finally {
  await recorder.close()
}
