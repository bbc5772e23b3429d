import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StillPixels } from '../../../../assets/source/try-on/still-pixels'
import { truthOf } from '../../../../scripts/person-booth/truth-of'
import type { Side } from '../../../../src/experiences/tryon/fit/head-fit'
import { findLobe } from '../../../../src/experiences/tryon/fit/refine/ears'
import { readRecording } from '../../../../src/experiences/tryon/tracker/recording'
import type { PersonShot } from '../../../../src/studio/person-booth/person-shot'
import { projectTruth } from '../../../../src/studio/person-booth/project-truth'
import { ROOT } from '../../../architecture/source-files'
import { seeded } from '../../../core/seeded'
import { drawn } from './drawn-patch'

const HOME = join(ROOT, 'assets', 'try-on', 'people')
const { camera, people } = JSON.parse(readFileSync(join(HOME, 'people.json'), 'utf8')) as {
  readonly camera: PersonShot['camera']
  readonly people: readonly {
    readonly id: string
    readonly pictures: readonly {
      readonly file: string
      readonly yaw: number
      readonly pose: PersonShot['pose']
    }[]
  }[]
}

/** Every ear of somebody's pictures that is turned no further away than it may be: how far off it was found, in shares of the distance between the eyes. */
async function lobesOf(id: string): Promise<{ yaw: number; side: Side; likeness: number; off: number }[]> {
  const person = people.find((one) => one.id === id)
  const read = readRecording(readFileSync(join(HOME, id, 'landmarks.json'), 'utf8'))
  if (!person || !read.ok) throw new Error(id)
  const head = truthOf(readFileSync(join(ROOT, 'assets', 'people', `${id}.glb`)))
  const found = []
  for (const [index, { file, yaw, pose }] of person.pictures.entries()) {
    const points = read.recording.observations[index]?.faces[0]?.points ?? new Float32Array()
    const picture = await StillPixels.open(join(HOME, file))
    const truth = projectTruth(head, { camera, pose })
    const out = new Float32Array(3)
    for (const side of ['left', 'right'] as const) {
      if ((side === 'left' ? -yaw : yaw) < -5) continue
      const likeness = findLobe(points, side, picture, out, 0)
      const [x = 0, y = 0] = truth.points[`earLobes.${side}`] ?? []
      const [a = 0] = truth.points['eyeballs.left'] ?? []
      const [b = 0] = truth.points['eyeballs.right'] ?? []
      const eyes = Math.abs(a - b) / Math.cos((yaw * Math.PI) / 180)
      const off = Math.hypot((out[0] ?? 0) - x, (out[1] ?? 0) - y) / eyes
      found.push({ yaw, side, likeness, off })
    }
  }
  return found
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

describe('a lobe in the picture', () => {
  it.each(['ingrid', 'kenji', 'malik', 'mateo'])('is found on %s, whose ears are in sight', async (id) => {
    const lobes = await lobesOf(id)
    const seen = lobes.filter(({ likeness }) => likeness > 0)
    expect(seen.length).toBeGreaterThanOrEqual(0.75 * lobes.length)
    expect(median(seen.map(({ off }) => off))).toBeLessThan(0.05)
    expect(Math.max(...seen.map(({ off }) => off))).toBeLessThan(0.1)
  })

  it('is not made up where hair hangs over the ears', async () => {
    const seen = (await lobesOf('priya')).filter(({ likeness }) => likeness > 0)
    expect(seen.length).toBeLessThanOrEqual(1)
  })

  it('is not made up on a wall, nor on nothing but skin', () => {
    const { random } = seeded(4)
    const read = readRecording(readFileSync(join(HOME, 'mateo', 'landmarks.json'), 'utf8'))
    if (!read.ok) throw new Error(read.reason)
    const out = new Float32Array([1, 1, 1])
    for (const colour of [[200, 150, 120] as const, [90, 100, 110] as const]) {
      const flat = drawn(() => colour, { width: 900, height: 1200 }, random, 3)
      for (const { faces } of read.recording.observations) {
        for (const side of ['left', 'right'] as const) {
          expect(findLobe(faces[0]?.points ?? new Float32Array(), side, flat, out, 0)).toBe(0)
          expect([...out]).toEqual([0, 0, 0])
        }
      }
    }
  })
})
