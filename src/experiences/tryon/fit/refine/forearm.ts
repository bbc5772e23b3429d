import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import type { ForearmEdges } from '../../tracker/tracker'
import { ColourDistance } from './colour-distance'
import { ColourModel } from './colour-model'
import { SkinStrip } from './skin-strip'

/** Edge of the square patch, and how many palm lengths it spans. */
const EDGE = 112
const SPAN = 3.6
/** Where behind the wrist edges are looked for, in palm lengths: from where a hand has ended to where a frame or a sleeve often begins. */
const FROM = 0.2
const TO = 1.25
const ROWS = 22
/** To either side, in palm lengths; half a wrist is about 0.3. */
const ASIDE = 0.75
const STEPS = 48
/** Skin within this many of its own deviations. */
const SKIN = 3.2
/** A camera's noise, levels²; and by what share an arm's rounding may darken it. */
const FLOOR = 25
const SHADE = 0.2

const skin = new ColourModel()
const distance = new ColourDistance()
const near = new Float32Array(EDGE * EDGE)
const strip = new SkinStrip(near, EDGE)
/** Where the back of the hand and the forearm are compared, in palm lengths from the wrist, and half a palm's width. */
const BACK = [0.2, 0.75] as const
const ARM = [0.3, 0.9] as const
const PALM_HALF = 0.38
/** For either side, row by row: distance from the axis, the patch's pixels; not a number where no edge was seen. */
const edges = [new Float64Array(ROWS), new Float64Array(ROWS)] as const
const along = new Float64Array(ROWS)
const lines = [
  { offset: 0, slope: 0, count: 0, spread: 0 },
  { offset: 0, slope: 0, count: 0, spread: 0 },
] as const

/** Finds the forearm behind every hand. */
export const refineForearm: Refinement = (draft, reader) => {
  for (const hand of draft.hands) {
    const seen = findForearm(hand.points, reader)
    if (seen) hand.forearm = seen
  }
}

/**
 * The edges of the forearm behind a wrist: skin, as the hand shows it, against whatever lies beside it. A tracker of hands ends at the wrist and does not know how it is bent.
 *
 * @param points 21 × (x, y, z), pixels of the frame
 * @returns undefined where no two edges were found: a sleeve, a frame's border, a background like skin
 */
export function findForearm(points: Float32Array, reader: PixelReader): ForearmEdges | undefined {
  const wx = points[0] as number
  const wy = points[1] as number
  const px = ((points[27] as number) + (points[39] as number)) / 2 - wx
  const py = ((points[28] as number) + (points[40] as number)) / 2 - wy
  const palm = Math.hypot(px, py)
  if (!(palm > 20)) return undefined
  const span = SPAN * palm
  const scale = span / EDGE
  // Towards the elbow, so that palm and forearm are both in the patch.
  const x0 = wx - 0.35 * px - span / 2
  const y0 = wy - 0.35 * py - span / 2
  const patch = reader.read(x0, y0, span, span, EDGE, EDGE)
  if (!patch) return undefined
  learnSkin(patch, points, x0, y0, scale)
  if (!skin.settle() || !distance.aim(skin, FLOOR, SHADE)) return undefined
  paint(patch)
  const unit = palm / scale
  let ax = -px / palm
  let ay = -py / palm
  let mx = (wx - x0) / scale
  let my = (wy - y0) / scale
  // Seen from the hand's axis first, then from the forearm's own.
  for (let pass = 0; pass < 3; pass++) {
    scan(mx, my, ax, ay, unit)
    const [a, b] = lines
    if (!fitLine(a, edges[0]) || !fitLine(b, edges[1])) return undefined
    const shift = (b.offset - a.offset) / 2
    const turn = Math.atan((b.slope - a.slope) / 2)
    mx += -ay * shift
    my += ax * shift
    const c = Math.cos(turn)
    const s = Math.sin(turn)
    const tx = ax * c - ay * s
    ay = ay * c + ax * s
    ax = tx
  }
  const [a, b] = lines
  const at = FROM * unit * 1.5
  const width = (a.offset + b.offset + (a.slope + b.slope) * at) * scale
  const seen = Math.min(a.count, b.count) / ROWS
  const sharp = Math.min(1, (0.05 * unit) / Math.max(a.spread, b.spread, 1e-6))
  // A forearm is 0.4 to 1 palm wide there and hardly tapers: else it was something else that looked like skin.
  const sane = width > 0.35 * palm && width < 1.1 * palm && Math.abs(a.slope + b.slope) < 0.6
  if (!sane) return undefined
  const arm = strip.luminance(patch, mx, my, ax * unit, ay * unit, (a.offset + b.offset) / 2, ARM)
  const wristX = (wx - x0) / scale
  const wristY = (wy - y0) / scale
  const back = strip.luminance(patch, wristX, wristY, px / scale, py / scale, PALM_HALF * unit, BACK)
  return {
    direction: [-ax, -ay],
    middle: [x0 + mx * scale, y0 + my * scale],
    width,
    confidence: Math.min(1, seen * 1.3) * sharp,
    ...(arm > 0 && back > 0 ? { shade: Math.log(arm / back) } : {}),
  }
}

/** Skin from within the palm: between the wrist and the four knuckles. */
function learnSkin({ data }: PixelPatch, points: Float32Array, x0: number, y0: number, scale: number): void {
  skin.reset()
  for (const knuckle of [5, 9, 13, 17]) {
    for (let k = 0.15; k < 0.9; k += 0.05) {
      const x = (1 - k) * (points[0] as number) + k * (points[3 * knuckle] as number)
      const y = (1 - k) * (points[1] as number) + k * (points[3 * knuckle + 1] as number)
      const ix = Math.floor((x - x0) / scale)
      const iy = Math.floor((y - y0) / scale)
      if (ix < 0 || iy < 0 || ix >= EDGE || iy >= EDGE) continue
      const at = 4 * (iy * EDGE + ix)
      if ((data[at + 3] as number) < 128) continue
      skin.add(data[at] as number, data[at + 1] as number, data[at + 2] as number)
    }
  }
}

/** How near to skin each pixel is: 1 for skin, 0 for what is none. Beyond the frame nothing is known: -1. */
function paint({ data }: PixelPatch): void {
  for (let i = 0; i < near.length; i++) {
    if ((data[4 * i + 3] as number) < 128) {
      near[i] = -1
      continue
    }
    const far = distance.of(data[4 * i] as number, data[4 * i + 1] as number, data[4 * i + 2] as number)
    near[i] = Math.min(1, Math.max(0, (2 * SKIN - far) / SKIN))
  }
}

/** From the axis outwards, row by row, to where skin ends. */
function scan(mx: number, my: number, ax: number, ay: number, unit: number): void {
  const step = (ASIDE * unit) / STEPS
  for (let row = 0; row < ROWS; row++) {
    const t = unit * (FROM + ((TO - FROM) * row) / (ROWS - 1))
    along[row] = t
    for (let side = 0; side < 2; side++) {
      const sign = side === 0 ? 1 : -1
      const edge = edges[side as 0 | 1]
      edge[row] = Number.NaN
      let before = value(mx + ax * t, my + ay * t)
      // The axis itself must be skin.
      if (!(before > 0.5)) continue
      for (let k = 1; k <= STEPS; k++) {
        const d = k * step * sign
        const now = value(mx + ax * t + ay * d, my + ay * t - ax * d)
        if (now < 0) break
        if (now < 0.5) {
          // A spot of light or a hair is no edge: what follows must not be skin either.
          const beyond = value(
            mx + ax * t + ay * (d + 4 * step * sign),
            my + ay * t - ax * (d + 4 * step * sign),
          )
          if (beyond < 0.5) {
            edge[row] = (k - 1 + (before - 0.5) / Math.max(before - now, 1e-6)) * step
            break
          }
        }
        before = now
      }
    }
  }
}

/** Distance from the axis as a line over the way along it, robustly. Bisquare weights: a sleeve's corner or a shadow is left out. */
function fitLine(line: (typeof lines)[number], edge: Float64Array): boolean {
  const out = line as { offset: number; slope: number; count: number; spread: number }
  let offset = 0
  let slope = 0
  let limit = Number.POSITIVE_INFINITY
  for (let pass = 0; pass < 10; pass++) {
    let w0 = 0
    let w1 = 0
    let w2 = 0
    let e0 = 0
    let e1 = 0
    let squares = 0
    let count = 0
    for (let i = 0; i < ROWS; i++) {
      const d = edge[i] as number
      if (!(d > 0)) continue
      const t = along[i] as number
      const e = d - offset - slope * t
      const u = pass === 0 ? 0 : e / limit
      if (u > 1 || u < -1) continue
      const w = (1 - u * u) ** 2
      w0 += w
      w1 += w * t
      w2 += w * t * t
      e0 += w * d
      e1 += w * d * t
      squares += w * e * e
      count += 1
    }
    const determinant = w0 * w2 - w1 * w1
    if (count < ROWS / 3 || !(determinant > 1e-9)) return false
    offset = (w2 * e0 - w1 * e1) / determinant
    slope = (w0 * e1 - w1 * e0) / determinant
    out.spread = pass === 0 ? 10 : Math.sqrt(squares / w0)
    out.count = count
    limit = Math.max(1.5, 4 * out.spread)
  }
  out.offset = offset
  out.slope = slope
  return true
}

function value(x: number, y: number): number {
  const ix = Math.floor(x - 0.5)
  const iy = Math.floor(y - 0.5)
  if (ix < 0 || iy < 0 || ix >= EDGE - 1 || iy >= EDGE - 1) return -1
  const u = x - 0.5 - ix
  const v = y - 0.5 - iy
  const i = iy * EDGE + ix
  const a = near[i] as number
  const b = near[i + 1] as number
  const c = near[i + EDGE] as number
  const d = near[i + EDGE + 1] as number
  if (a < 0 || b < 0 || c < 0 || d < 0) return -1
  return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v
}
