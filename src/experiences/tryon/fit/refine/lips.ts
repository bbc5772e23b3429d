import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import { ColourDistance } from './colour-distance'
import { ColourModel, discriminant } from './colour-model'
import { LIP_RINGS, RING_LENGTH } from './lip-contours'
import { type Contour, snapContour } from './snap-contour'

/** Pixels of the patch: lips take about 70 of its width. */
const WIDTH = 112
const HEIGHT = 80
/** How far beyond the lips the patch reaches, as a share of the mouth's width. */
const MARGIN = 0.3
/** Means of lips and skin must lie this many deviations apart to be told from each other, and this many to be trusted wholly. */
const FAINT = 1
const CLEAR = 2.2
/** Lips are looked for up to this share of a lip's thickness from where the tracker has them. */
const REACH = 0.55
/** An opening lower than this share of the mouth's width is a closed mouth, whose line the tracker knows best. */
const OPEN = 0.05

const OUTER = LIP_RINGS[0]
const INNER = LIP_RINGS[3]

const lips = new ColourModel()
const skin = new ColourModel()
const weights = new Float64Array(4)
const fromLips = new ColourDistance()
const field = { width: WIDTH, height: HEIGHT, data: new Float32Array(WIDTH * HEIGHT) }
const outer = contour()
const inner = contour()
/** Thickness of the lip at each point of the rings, the patch's pixels. */
const thickness = new Float64Array(RING_LENGTH)

function contour(): Contour {
  return {
    count: RING_LENGTH,
    points: new Float64Array(2 * RING_LENGTH),
    normals: new Float64Array(2 * RING_LENGTH),
    reach: new Float64Array(RING_LENGTH),
    offsets: new Float64Array(RING_LENGTH),
    confidence: new Float64Array(RING_LENGTH),
  }
}

/** Lays the lips of every face on the edges of their colour, {@link refineLipPoints}. */
export const refineLips: Refinement = (draft, reader) => {
  for (const face of draft.faces) refineLipPoints(face.points, reader)
}

/**
 * Moves the four rings of the lips to where the picture shows them. In each frame the colours of these very lips and of the skin round them are learned from where
 * the tracker has them, so that every skin and every lipstick is its own measure; where lips hardly differ from skin, the tracker's points stay.
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
  const mouthWidth = Math.hypot(right - left, 0)
  // Fewer pixels than this show no edge that the tracker does not know better.
  if (!(mouthWidth > 14)) return 0
  const margin = MARGIN * mouthWidth
  const scale = Math.max((right - left + 2 * margin) / WIDTH, (bottom - top + 2 * margin) / HEIGHT)
  const x = (left + right) / 2 - (WIDTH / 2) * scale
  const y = (top + bottom) / 2 - (HEIGHT / 2) * scale
  const patch = reader.read(x, y, WIDTH * scale, HEIGHT * scale, WIDTH, HEIGHT)
  if (!patch) return 0
  let found = 0
  // A mouth that opens is where a tracker errs most: colours are learned again from where the lips were found.
  for (let pass = 0; pass < 3; pass++) {
    place(points, x, y, scale)
    const open = opening() > OPEN * (mouthWidth / scale)
    found = snapRings(patch, open)
    if (found === 0) break
    move(points, scale)
    if (!open) break
  }
  return found
}

/** Works out how far both rings are to move; gives how much of the outer one was found. */
function snapRings(patch: PixelPatch, open: boolean): number {
  outer.offsets.fill(0)
  inner.offsets.fill(0)
  if (!learn(patch)) return 0
  const apart = discriminant(weights, skin, lips)
  const trust = Math.min(1, Math.max(0, (apart - FAINT) / (CLEAR - FAINT)))
  if (trust > 0) {
    paint(patch)
    const found = snapContour(field, outer)
    for (let i = 0; i < RING_LENGTH; i++) outer.offsets[i] = (outer.offsets[i] as number) * trust
    if (!open) return found * trust
  }
  if (open && likeness(patch)) snapContour(field, inner, 0.8, 0.1)
  return Math.max(trust, open ? 0.01 : 0)
}

/** The rings in the patch, their normals out of the lips' flesh, and how far an edge is looked for. */
function place(points: Float32Array, x: number, y: number, scale: number): void {
  for (let i = 0; i < RING_LENGTH; i++) {
    for (const [ring, ids] of [
      [outer, OUTER],
      [inner, INNER],
    ] as const) {
      const id = ids[i] as number
      ring.points[2 * i] = ((points[3 * id] as number) - x) / scale
      ring.points[2 * i + 1] = ((points[3 * id + 1] as number) - y) / scale
    }
    thickness[i] = Math.hypot(
      (outer.points[2 * i] as number) - (inner.points[2 * i] as number),
      (outer.points[2 * i + 1] as number) - (inner.points[2 * i + 1] as number),
    )
  }
  for (let i = 0; i < RING_LENGTH; i++) {
    const before = (i + RING_LENGTH - 1) % RING_LENGTH
    const after = (i + 1) % RING_LENGTH
    for (const [ring, side] of [
      [outer, 1],
      [inner, -1],
    ] as const) {
      const dx = (ring.points[2 * after] as number) - (ring.points[2 * before] as number)
      const dy = (ring.points[2 * after + 1] as number) - (ring.points[2 * before + 1] as number)
      const length = Math.max(Math.hypot(dx, dy), 1e-6)
      // Clockwise in the picture: outwards is to the left of the way.
      ring.normals[2 * i] = (side * dy) / length
      ring.normals[2 * i + 1] = (-side * dx) / length
      const room = Math.max(2, thickness[i] as number)
      ring.reach[i] = Math.min(7, Math.max(2, REACH * room))
    }
  }
}

/** Learns the colours: lips between the rings, skin beyond the outer one. */
function learn({ data, width, height }: PixelPatch): boolean {
  lips.reset()
  skin.reset()
  const add = (model: ColourModel, x: number, y: number) => {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    if (ix < 0 || iy < 0 || ix >= width || iy >= height) return
    const at = 4 * (iy * width + ix)
    if ((data[at + 3] as number) < 128) return
    model.add(data[at] as number, data[at + 1] as number, data[at + 2] as number)
  }
  for (let i = 0; i < RING_LENGTH; i++) {
    const next = (i + 1) % RING_LENGTH
    for (let half = 0; half < 3; half++) {
      const k = half / 3
      const ox = mix(outer.points, i, next, 0, k)
      const oy = mix(outer.points, i, next, 1, k)
      const ix = mix(inner.points, i, next, 0, k)
      const iy = mix(inner.points, i, next, 1, k)
      for (let s = 0.3; s <= 0.75; s += 0.09) add(lips, ox + s * (ix - ox), oy + s * (iy - oy))
      const nx = outer.normals[2 * i] as number
      const ny = outer.normals[2 * i + 1] as number
      const room = Math.max(4, outer.reach[i] as number)
      for (let s = 0.8; s <= 2; s += 0.2) add(skin, ox + nx * s * room, oy + ny * s * room)
    }
  }
  return lips.settle() && skin.settle()
}

/** Height of the opening in its middle, the patch's pixels. */
function opening(): number {
  return (inner.points[2 * 15 + 1] as number) - (inner.points[2 * 5 + 1] as number)
}

/** The share of lip in each pixel's colour, by the discriminant. */
function paint({ data }: PixelPatch): void {
  const a = weights[0] as number
  const b = weights[1] as number
  const c = weights[2] as number
  const d = weights[3] as number
  const out = field.data
  for (let i = 0; i < out.length; i++) {
    out[i] =
      a * (data[4 * i] as number) + b * (data[4 * i + 1] as number) + c * (data[4 * i + 2] as number) + d
  }
}

/** How like the lips each pixel is: a mouth holds teeth, tongue and dark, which have nothing in common but that they are no lip. */
function likeness({ data }: PixelPatch): boolean {
  if (!fromLips.aim(lips, 16)) return false
  const out = field.data
  for (let i = 0; i < out.length; i++) {
    const far = fromLips.of(data[4 * i] as number, data[4 * i + 1] as number, data[4 * i + 2] as number)
    // 1 within two deviations, 0 beyond four.
    out[i] = Math.min(1, Math.max(0, 2 - far / 2))
  }
  return true
}

/** Moves outer and inner ring, and those between by their share of both. */
function move(points: Float32Array, scale: number): void {
  for (let i = 0; i < RING_LENGTH; i++) {
    const o = (outer.offsets[i] as number) * scale
    const n = (inner.offsets[i] as number) * scale
    const ox = o * (outer.normals[2 * i] as number)
    const oy = o * (outer.normals[2 * i + 1] as number)
    const nx = n * (inner.normals[2 * i] as number)
    const ny = n * (inner.normals[2 * i + 1] as number)
    for (let ring = 0; ring < 4; ring++) {
      const id = LIP_RINGS[ring as 0 | 1 | 2 | 3][i] as number
      const k = ring / 3
      points[3 * id] = (points[3 * id] as number) + (1 - k) * ox + k * nx
      points[3 * id + 1] = (points[3 * id + 1] as number) + (1 - k) * oy + k * ny
    }
  }
}

function mix(points: Float64Array, i: number, next: number, axis: 0 | 1, k: number): number {
  return (1 - k) * (points[2 * i + axis] as number) + k * (points[2 * next + axis] as number)
}
