// npx tsx assets/source/try-on/lip-rows.ts rows.json head.glb...: photographs heads with their mouths closed and open, lets the real tracker look at them and writes what
// learn-lip-shape.py learns from. Heads are random ones (assets/source/people: random-identity.ts, write-person.ts, publish-person.ts); pictures are kept in .cache/lip-population.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { openPersonBooth, type PersonShot } from '../../../scripts/person-booth/open'
import { LipRing } from '../../../src/experiences/tryon/fit/refine/lip-ring'
import { readRecording } from '../../../src/experiences/tryon/tracker/recording'
import { TONES } from '../people/tones'
import { random as seeded } from '../texture/noise'
import { openRecorder } from './recorder/open'

const root = join(import.meta.dirname, '..', '..', '..')
const folder = join('.cache', 'lip-population')
const VIEWS = 6
const CAMERA = { width: 520, height: 520, focal: 840 }
const RING = 20
/** Feelers from one landmark to the next. */
const BETWEEN = 3
/** How far a border is looked for, as a share of the mouth's width; pixels between looks, and beyond a border. */
const FAR = 0.25
const STEP = 0.1
const BEYOND = 1.2

interface Picture {
  readonly head: string
  /** Without its ending. */
  readonly address: string
}

/** Up to 36 degrees to either side; one mouth of four is closed; the light anywhere before the face. */
function shotOf(random: () => number, view: number): PersonShot {
  const between = (a: number, b: number) => a + (b - a) * random()
  const open = view % 4 === 3 ? 0 : between(0.1, 0.75)
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const lit = random() < 0.6
  return {
    camera: CAMERA,
    pose: {
      position: [between(-0.01, 0.01), 0, -between(0.42, 0.52)],
      rotation: [radians(between(-8, 8)), radians(between(-36, 36)), radians(between(-6, 6))],
    },
    tone: TONES[Math.floor(random() * TONES.length)]?.name ?? 'tone-3',
    background: { kind: 'room' },
    ...(lit
      ? {
          light: {
            direction: [between(-0.8, 0.8), between(-0.2, 1), between(0.4, 1)],
            intensity: between(0.7, 1.3),
            ambient: between(0.7, 1.4),
          },
        }
      : {}),
    ...(open > 0 ? { expression: { 'mouth-open': open } } : {}),
    noise: { sigma: 2, seed: view + 1 },
    mask: true,
  }
}

async function pictures(heads: readonly string[]): Promise<Picture[]> {
  mkdirSync(join(root, folder), { recursive: true })
  const booth = await openPersonBooth()
  const out: Picture[] = []
  try {
    for (const [index, model] of heads.entries()) {
      const head = basename(model, '.glb')
      const random = seeded(6151 * index + 11)
      for (let view = 0; view < VIEWS; view++) {
        const shot = shotOf(random, view)
        const address = `/${folder}/${head}-${view}`
        if (!existsSync(join(root, `${address}-mask.png`))) {
          const { image, mask } = await booth.render(model, shot)
          writeFileSync(join(root, `${address}.png`), image)
          if (mask) writeFileSync(join(root, `${address}-mask.png`), mask)
        }
        out.push({ head, address })
      }
    }
  } finally {
    await booth.close()
  }
  return out
}

/** What of a picture is lip, and what of the rest lies outside of the mouth. */
class LipMask {
  readonly #width: number
  readonly #values: Uint8Array
  readonly #outside: Uint8Array

  constructor(values: Uint8Array, width: number) {
    this.#values = values
    this.#width = width
    this.#outside = new Uint8Array(values.length)
    const open = [0]
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (this.#outside[i] || (values[i] ?? 255) > 127) continue
      this.#outside[i] = 1
      const x = i % width
      if (x > 0) open.push(i - 1)
      if (x < width - 1) open.push(i + 1)
      if (i >= width) open.push(i - width)
      if (i + width < values.length) open.push(i + width)
    }
  }

  static async open(file: string): Promise<LipMask> {
    const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
    return new LipMask(data, info.width)
  }

  /** Signed pixels from a point along a direction to the nearest border, from lip to the outside or to the mouth; null where none is as near as `far`. */
  border(x: number, y: number, nx: number, ny: number, outwards: boolean, far: number): number | null {
    let best: number | null = null
    for (let t = -far; t < far; t += STEP) {
      const here = this.#lip(x + nx * t, y + ny * t)
      const next = this.#lip(x + nx * (t + STEP), y + ny * (t + STEP))
      if (here < 0.5 || next >= 0.5) continue
      const past = t + BEYOND
      const pixel = Math.floor(y + ny * past) * this.#width + Math.floor(x + nx * past)
      if ((this.#outside[pixel] === 1) !== outwards) continue
      const at = t + (STEP * (here - 0.5)) / (here - next)
      if (best === null || Math.abs(at) < Math.abs(best)) best = at
    }
    return best
  }

  /** 0..1, bilinear. */
  #lip(x: number, y: number): number {
    const [ix, iy] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
    const [u, v] = [x - 0.5 - ix, y - 0.5 - iy]
    const value = (i: number, j: number) => (this.#values[j * this.#width + i] ?? 0) / 255
    const top = value(ix, iy) * (1 - u) + value(ix + 1, iy) * u
    return top * (1 - v) + (value(ix, iy + 1) * (1 - u) + value(ix + 1, iy + 1) * u) * v
  }
}

/** What learn-lip-shape.py reads of one picture. */
function rowOf(head: string, points: Float32Array, mask: LipMask) {
  const outer = new LipRing(0)
  const inner = new LipRing(3)
  const [first = [], second = []] = [outer, inner].map((ring) => {
    ring.take(points, 0, 0, 1)
    return Array.from({ length: RING }, (_, i) => {
      const at = 2 * BETWEEN * i
      return [
        ring.marks[2 * i] ?? 0,
        ring.marks[2 * i + 1] ?? 0,
        ring.normals[at] ?? 0,
        ring.normals[at + 1] ?? 0,
      ] as const
    })
  })
  const across = first.map(([x]) => x)
  const mouth = Math.max(...across) - Math.min(...across)
  const borders = (ring: typeof first, outwards: boolean) =>
    ring.map(([x, y, nx, ny]) => {
      const way = mask.border(x, y, nx, ny, outwards, FAR * mouth)
      return way === null ? null : way / mouth
    })
  return {
    head,
    mouth,
    opening: (second[15]?.[1] ?? 0) - (second[5]?.[1] ?? 0),
    outer: borders(first, true),
    inner: borders(second, false),
  }
}

const [out = 'rows.json', ...heads] = process.argv.slice(2)
const taken = await pictures(heads)
const recorder = await openRecorder(root)
try {
  const { text } = await recorder.stills(
    'face',
    taken.map(({ address }) => `${address}.png`),
    true,
  )
  const read = readRecording(text)
  if (!read.ok) throw new Error(read.reason)
  const rows = []
  for (const [i, { faces }] of read.recording.observations.entries()) {
    const raw = faces[0]?.raw
    const picture = taken[i]
    if (!raw || !picture || faces.length > 1) continue
    rows.push(rowOf(picture.head, raw, await LipMask.open(join(root, `${picture.address}-mask.png`))))
  }
  writeFileSync(out, JSON.stringify(rows))
  console.log(`${rows.length} of ${taken.length} pictures`)
} finally {
  await recorder.close()
}
