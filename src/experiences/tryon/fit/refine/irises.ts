import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import { toLinear } from '../../tracker/srgb-curve'
import { solveCholesky } from '../solve-cholesky'
import { sample } from './field'

/** First landmark of each iris: its centre, then right, top, left and bottom in the picture. */
const IRISES = [468, 473] as const
/** Edge of the square patch, and how many of the tracker's radii it spans. */
const EDGE = 80
const SPAN = 5
/** Rays all round; the top is left out: the upper lid lies there, and its lashes' shadow. */
const RAYS = 56
const TOP = 0.6
/** Where along a ray the limbus is looked for, in the tracker's radii, and by how many steps. */
const FROM = 0.65
const TO = 1.4
const STEPS = 48
/** Half the width within which the limbus is one edge, in radii. */
const SOFT = 0.12
/** The white must be brighter than the iris by this, as a share of the brightest beside it. */
const LEAST = 0.12
/** Skin must be warmer than the white by this to be told from it: share of red minus blue in all light. */
const WARMER = 0.02
/** How far the edge lies from what is measured as an iris's diameter (on modelled heads that test nothing: docs/tryon-fit.md). */
const LIMBUS = 1

const BESIDE = [1.15, 1.6] as const
const MIDDLE = [0, 0.35] as const
const NEAR = [0, 1.6] as const
const BEYOND = [1.7, 2.3] as const

const luma = { width: EDGE, height: EDGE, data: new Float32Array(EDGE * EDGE) }
const warmth = { width: EDGE, height: EDGE, data: new Float32Array(EDGE * EDGE) }
const profile = new Float64Array(STEPS + 1)
const edgeX = new Float64Array(RAYS)
const edgeY = new Float64Array(RAYS)
const trust = new Float64Array(RAYS)
const sorted = new Float64Array(EDGE * EDGE)
const normal = new Float64Array(9)
const right = new Float64Array(3)
const circle = { x: 0, y: 0, radius: 0, confidence: 0 }

/** Lays the irises of every face on their limbus. */
export const refineIrises: Refinement = (draft, reader) => {
  for (const face of draft.faces) for (const first of IRISES) refineIris(face.points, first, reader)
}

/**
 * Fits a circle to the limbus, the edge between iris and white, where lids do not cover it, and moves the iris's five landmarks onto it by how well it was seen.
 *
 * @param points 478 × (x, y, z), pixels of the frame: written over
 * @returns 0..1, how well it was seen; 0 leaves the points alone
 */
export function refineIris(points: Float32Array, first: number, reader: PixelReader): number {
  const cx = points[3 * first] as number
  const cy = points[3 * first + 1] as number
  const dx = (points[3 * (first + 1)] as number) - (points[3 * (first + 3)] as number)
  const dy = (points[3 * (first + 1) + 1] as number) - (points[3 * (first + 3) + 1] as number)
  const radius = Math.hypot(dx, dy) / 2
  // An iris of fewer pixels has no edge to speak of.
  if (!(radius > 2.5)) return 0
  const span = SPAN * radius
  const patch = reader.read(cx - span / 2, cy - span / 2, span, span, EDGE, EDGE)
  if (!patch) return 0
  const scale = span / EDGE
  readPatch(patch)
  // The line through both ends points to the wearer's left or right: upright is across it.
  const tilt = Math.atan2(dy, dx)
  const confidence = fitCircle(Math.cos(tilt) < 0 ? tilt + Math.PI : tilt, radius / scale)
  if (confidence === 0) return 0
  const x = cx + confidence * (circle.x - EDGE / 2) * scale
  const y = cy + confidence * (circle.y - EDGE / 2) * scale
  const size = radius + confidence * (LIMBUS * circle.radius * scale - radius)
  // Across by the circle; up and down keep to what the tracker saw of the lids.
  for (let k = 0; k < 5; k++) {
    const at = 3 * (first + k)
    const grow = k === 0 ? 0 : size / radius
    points[at] = x + ((points[at] as number) - cx) * grow
    points[at + 1] = y + ((points[at + 1] as number) - cy) * grow
  }
  return confidence
}

function readPatch({ data }: PixelPatch): void {
  for (let i = 0; i < luma.data.length; i++) {
    const red = data[4 * i] as number
    const green = data[4 * i + 1] as number
    const blue = data[4 * i + 2] as number
    // Red shows dark irises best against the white; green is the least noisy. Of light, not of its code: a pixel on the edge holds a mixture of light, whose code is
    // nearer to the white's, and an edge halfway between codes would make dark irises smaller the fewer pixels they have.
    luma.data[i] = 0.4 * toLinear(red) + 0.5 * toLinear(green) + 0.1 * toLinear(blue)
    warmth.data[i] = (red - blue) / (red + green + blue + 24)
  }
}

/** A quantile over what lies so far to both sides and so far above and below, in radii. */
function quantile(
  of: Float32Array,
  radius: number,
  [fromX, toX]: readonly [number, number],
  [fromY, toY]: readonly [number, number],
  share: number,
): number {
  let count = 0
  for (let j = 0; j < EDGE; j++) {
    const y = Math.abs(j + 0.5 - EDGE / 2) / radius
    if (y < fromY || y > toY) continue
    for (let i = 0; i < EDGE; i++) {
      const x = Math.abs(i + 0.5 - EDGE / 2) / radius
      if (x < fromX || x > toX) continue
      sorted[count++] = of[j * EDGE + i] as number
    }
  }
  return sorted.subarray(0, count).sort()[Math.floor(share * count)] ?? 0
}

/** Edges along the rays, then a circle through them, robustly; into {@link circle}. */
function fitCircle(tilt: number, radius: number): number {
  // In the band beside the iris lie white, lashes and a little skin: its cooler part is white.
  const white = quantile(warmth.data, radius, BESIDE, MIDDLE, 0.3)
  const skin = quantile(warmth.data, radius, NEAR, BEYOND, 0.5)
  const least = LEAST * quantile(luma.data, radius, BESIDE, MIDDLE, 0.8)
  const told = skin - white > WARMER
  const limit = white + 0.5 * (skin - white)
  let x = EDGE / 2
  let y = EDGE / 2
  // Rays from the wrong middle meet the edge aslant, and look in the wrong place: once more from where it was found.
  for (let pass = 0; pass < 2; pass++) {
    const count = findEdges(tilt, radius, x, y, told ? limit : undefined, least)
    if (count < RAYS / 4 || !settle(count, radius)) return 0
    x = circle.x
    y = circle.y
  }
  return circle.confidence
}

function findEdges(
  tilt: number,
  radius: number,
  x: number,
  y: number,
  warmest: number | undefined,
  least: number,
): number {
  let count = 0
  const step = ((TO - FROM) * radius) / STEPS
  const reach = Math.max(3, Math.round((SOFT * radius) / step))
  for (let k = 0; k < RAYS; k++) {
    // From straight up (minus y) all round.
    const around = TOP + ((2 * Math.PI - 2 * TOP) * (k + 0.5)) / RAYS
    // Without a colour to know skin by, the sides alone are looked at.
    if (warmest === undefined && Math.abs(Math.cos(around)) > 0.5) continue
    const angle = tilt - Math.PI / 2 + around
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    for (let i = 0; i <= STEPS; i++) {
      const r = FROM * radius + i * step
      profile[i] = sample(luma, x + r * c, y + r * s)
    }
    let best = least
    let where = -1
    let inner = 0
    let outer = 0
    for (let i = 0; i < reach; i++) inner += profile[i] as number
    for (let i = reach; i < 2 * reach; i++) outer += profile[i] as number
    for (let i = reach; i + reach <= STEPS; i++) {
      const rise = (outer - inner) / reach
      if (rise > best) {
        best = rise
        where = i
      }
      inner += (profile[i] as number) - (profile[i - reach] as number)
      outer += (profile[i + reach] as number) - (profile[i] as number)
    }
    if (where < 0) continue
    const r = FROM * radius + halfway(where, reach) * step
    if (warmest !== undefined) {
      const outside = r + 1.2 * reach * step
      if (sample(warmth, x + outside * c, y + outside * s) > warmest) continue
    }
    edgeX[count] = x + r * c
    edgeY[count] = y + r * s
    trust[count] = Math.min(1, best / (3 * least))
    count += 1
  }
  return count
}

/** Where between iris and white the profile is halfway, in steps: an iris's rim may be darker than what it surrounds. */
function halfway(where: number, reach: number): number {
  const from = where - reach
  const to = Math.min(STEPS, where + reach)
  let low = Number.POSITIVE_INFINITY
  let lowest = from
  for (let i = from; i <= where; i++) {
    if ((profile[i] as number) >= low) continue
    low = profile[i] as number
    lowest = i
  }
  let high = 0
  for (let i = where; i <= to; i++) high = Math.max(high, profile[i] as number)
  const half = (low + high) / 2
  for (let i = lowest; i < to; i++) {
    const a = profile[i] as number
    const b = profile[i + 1] as number
    if (a <= half && b > half) return i + (half - a) / Math.max(b - a, 1e-6)
  }
  return where - 0.5
}

/** Gauss-Newton with robust weights from the tracker's circle; into {@link circle}. */
function settle(count: number, radius: number): boolean {
  let x = EDGE / 2
  let y = EDGE / 2
  let r = radius
  let spread = 0.15 * radius
  let weightSum = 0
  for (let pass = 0; pass < 10; pass++) {
    normal.fill(0)
    right.fill(0)
    let squares = 0
    weightSum = 0
    for (let i = 0; i < count; i++) {
      const ex = (edgeX[i] as number) - x
      const ey = (edgeY[i] as number) - y
      const d = Math.max(Math.hypot(ex, ey), 1e-6)
      const e = d - r
      const w = (trust[i] as number) * Math.min(1, spread / Math.max(Math.abs(e), 1e-9)) ** 2
      const jx = ex / d
      const jy = ey / d
      normal[0] = (normal[0] as number) + w * jx * jx
      normal[3] = (normal[3] as number) + w * jx * jy
      normal[4] = (normal[4] as number) + w * jy * jy
      normal[6] = (normal[6] as number) + w * jx
      normal[7] = (normal[7] as number) + w * jy
      normal[8] = (normal[8] as number) + w
      right[0] = (right[0] as number) + w * e * jx
      right[1] = (right[1] as number) + w * e * jy
      right[2] = (right[2] as number) + w * e
      squares += w * e * e
      weightSum += w
    }
    // Height is badly seen from the sides alone: near the tracker's, unless edges say otherwise.
    normal[4] = (normal[4] as number) + 0.2
    right[1] = (right[1] as number) + 0.2 * (EDGE / 2 - y)
    normal[8] = (normal[8] as number) * 1.001
    if (!solveCholesky(normal, right, 3)) return false
    x += right[0] as number
    y += right[1] as number
    r += right[2] as number
    spread = Math.max(0.03 * radius, 1.5 * Math.sqrt(squares / Math.max(weightSum, 1e-6)))
  }
  if (!(r > 0.72 * radius && r < 1.3 * radius) || Math.abs(x - EDGE / 2) > 0.5 * radius) return false
  circle.x = x
  circle.y = y
  circle.radius = r
  const sharp = Math.min(1, (0.1 * radius) / spread)
  circle.confidence = sharp * Math.min(1, weightSum / (0.25 * RAYS))
  return true
}
