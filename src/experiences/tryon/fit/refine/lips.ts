import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import { findEdge } from './edge-path'
import { LipColours } from './lip-colours'
import { LIP_RINGS, RING_LENGTH } from './lip-contours'
import { FEELERS, LipRing } from './lip-ring'
import { LipShape } from './lip-shape'
import { softenPatch } from './soften-patch'

/** Pixels of the patch: lips take about 70 of its width. */
const WIDTH = 112
const HEIGHT = 80
/** How far beyond the lips the patch reaches, as a share of the mouth's width. */
const MARGIN = 0.3
/** Fewer pixels than this across a mouth show no edge that the tracker does not know better. */
const LEAST = 14
/** An opening lower than this share of the mouth's width is a closed mouth, whose line the tracker knows best. */
const OPEN = 0.05
/** Colours are learned again from where the lips were found, which lets them be found further off than one search reaches. */
const PASSES = 3
/** How far a search reaches, pixels of the patch: with the mouth closed, open; and the opening's border. */
const REACH_CLOSED = 3.25
const REACH_OPEN = 3.85
const REACH_INNER = 6.5
/** Of a lip's thickness this share belongs to one of its edges; never less than so many pixels. */
const OWN_SHARE = 0.378
const OWN_LEAST = 4
/** What the edge of an open mouth is compared with inside: this share of the opening, never less than so many pixels. */
const GAP_SHARE = 0.35
const GAP_LEAST = 5
/** Beside a camera's noise a field's values depart by this much from their sides: skin is no paint. */
const GRAIN = 0.421
const OUTER_EDGE = { noise: 1, stiffness: 0.366, anchor: 0.00568 }
const INNER_EDGE = { noise: 0.806, stiffness: 0.225, anchor: 0.00837 }
/** How far off, in pixels of the patch, a sure feeler is for another reason than colours: of the outer ring, and of the inner one. */
const OUTER_ERROR = 0.73
const INNER_ERROR = 0.802
/** The same that colours add which lie one deviation apart. */
const FAINT = 1.84
/**
 * A pixel that the opening's border runs through shows a mixture, which is no longer like flesh: so much further inside lies the border, in pixels of the frame.
 */
const MIXED = 0.378

const OUTER = LIP_RINGS[0]

const colours = new LipColours()
const outer = new LipRing(0)
const inner = new LipRing(3)
const shape = new LipShape()
const field = { width: WIDTH, height: HEIGHT, data: new Float32Array(WIDTH * HEIGHT) }
const soft = { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(4 * WIDTH * HEIGHT) }

/** Lays the lips of every face on the edges of their colour, {@link refineLipPoints}. */
export const refineLips: Refinement = (draft, reader) => {
  for (const face of draft.faces) refineLipPoints(face.points, reader)
}

/**
 * Moves the four rings of the lips to where the picture shows them. In each frame the colours of these very lips, of the skin round them and of what an open mouth shows are learned from where
 * the tracker has them, so that every skin and every lipstick is its own measure; the less lips differ from skin, the less they are moved, and only as the tracker is known to err ({@link LipShape}).
 *
 * @param points 478 × (x, y, z), pixels of the frame: written over
 * @returns 0..1, how much of the outer contour was found
 */
export function refineLipPoints(points: Float32Array, reader: PixelReader): number {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const i of OUTER) {
    left = Math.min(left, points[3 * i] as number)
    right = Math.max(right, points[3 * i] as number)
    top = Math.min(top, points[3 * i + 1] as number)
    bottom = Math.max(bottom, points[3 * i + 1] as number)
  }
  const mouth = right - left
  if (!(mouth > LEAST)) return 0
  const margin = MARGIN * mouth
  const scale = Math.max((mouth + 2 * margin) / WIDTH, (bottom - top + 2 * margin) / HEIGHT)
  const x = (left + right) / 2 - (WIDTH / 2) * scale
  const y = (top + bottom) / 2 - (HEIGHT / 2) * scale
  const patch = reader.read(x, y, WIDTH * scale, HEIGHT * scale, WIDTH, HEIGHT)
  if (!patch) return 0
  softenPatch(patch, soft)
  shape.reset()
  let found = 0
  for (let pass = 0; pass < PASSES; pass++) {
    outer.take(points, x, y, scale)
    inner.take(points, x, y, scale)
    found = findRings(soft, mouth / scale, scale)
    if (found === 0) break
    move(points, scale)
  }
  return found
}

/**
 * Works out how far both rings are to move; gives how much of the outer one was found.
 *
 * @param mouth its width, the patch's pixels
 * @param scale pixels of the frame to one of the patch
 */
function findRings(patch: PixelPatch, mouth: number, scale: number): number {
  outer.stay()
  inner.stay()
  const open = opening() > OPEN * mouth
  reach(open)
  const apart = colours.learn(patch, outer, inner, open)
  if (apart === 0) return 0
  colours.paintLips(patch, field)
  OUTER_EDGE.noise = Math.hypot(GRAIN, 1 / apart)
  const found = findEdge(field, outer, OUTER_EDGE)
  const gap = open && colours.paintFlesh(patch, inner, field)
  if (gap) {
    findEdge(field, inner, INNER_EDGE)
    for (let s = 0; s < FEELERS; s++) inner.offsets[s] = (inner.offsets[s] as number) + MIXED / scale
  }
  const outerWeight = 1 / (OUTER_ERROR ** 2 + (FAINT / apart) ** 2)
  shape.settle(outer, gap ? inner : undefined, outerWeight, 1 / INNER_ERROR ** 2, mouth)
  return Math.max(found, 0.01)
}

/** How far edges are looked for, and what belongs to their sides. */
function reach(open: boolean): void {
  for (let s = 0; s < FEELERS; s++) {
    const across = (FEELERS - s) % FEELERS
    const own = Math.max(OWN_LEAST, OWN_SHARE * apartAt(outer.points, s, inner.points, s))
    outer.reach[s] = open ? REACH_OPEN : REACH_CLOSED
    outer.inside[s] = own
    outer.outside[s] = (outer.reach[s] as number) + OWN_LEAST
    inner.reach[s] = REACH_INNER
    inner.inside[s] = own
    inner.outside[s] = Math.max(GAP_LEAST, GAP_SHARE * apartAt(inner.points, s, inner.points, across))
  }
}

/** Height of the opening in its middle, the patch's pixels. */
function opening(): number {
  return (inner.marks[2 * 15 + 1] as number) - (inner.marks[2 * 5 + 1] as number)
}

/** Moves outer and inner ring, and those between by their share of both. */
function move(points: Float32Array, scale: number): void {
  for (let i = 0; i < RING_LENGTH; i++) {
    for (let ring = 0; ring < 4; ring++) {
      const id = LIP_RINGS[ring as 0 | 1 | 2 | 3][i] as number
      const k = ring / 3
      for (let axis = 0; axis < 2; axis++) {
        const shift = (1 - k) * outer.shift(i, axis) + k * inner.shift(i, axis)
        points[3 * id + axis] = (points[3 * id + axis] as number) + scale * shift
      }
    }
  }
}

function apartAt(a: Float64Array, i: number, b: Float64Array, j: number): number {
  return Math.hypot(
    (a[2 * i] as number) - (b[2 * j] as number),
    (a[2 * i + 1] as number) - (b[2 * j + 1] as number),
  )
}
