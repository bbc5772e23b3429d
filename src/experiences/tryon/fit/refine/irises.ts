import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import type { Refinement } from '../../tracker/refinement'
import { solveCholesky } from '../solve-cholesky'

/** First landmark of each iris: its centre, then right, top, left and bottom in the picture. */
const IRISES = [468, 473] as const
/** Edge of the square patch, and how many of the tracker's radii it spans. */
const EDGE = 64
const SPAN = 4.6
/** Rays leave the centre sideways only, this far up and down: lids cover the rest, radians. */
const FAN = 0.75
const RAYS = 12
/** Where along a ray the limbus is looked for, in the tracker's radii, and by which step. */
const FROM = 0.7
const TO = 1.35
const STEPS = 40
/** The white must be brighter than the iris by this, levels. */
const LEAST = 10

/** The limbus is a soft edge and its end is what is measured as an iris's diameter: that much beyond its middle (six modelled heads, 11.1 mm against 11.6 as tracked). */
const LIMBUS = 1.043

const luma = new Float32Array(EDGE * EDGE)
const profile = new Float64Array(STEPS + 1)
const edgeX = new Float64Array(2 * RAYS)
const edgeY = new Float64Array(2 * RAYS)
const trust = new Float64Array(2 * RAYS)
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
  grey(patch)
  const confidence = fitCircle(Math.atan2(dy, dx), radius / scale)
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

function grey({ data }: PixelPatch): void {
  for (let i = 0; i < luma.length; i++) {
    // Red shows dark irises best against the white; green is the least noisy.
    luma[i] =
      0.4 * (data[4 * i] as number) + 0.5 * (data[4 * i + 1] as number) + 0.1 * (data[4 * i + 2] as number)
  }
}

function at(x: number, y: number): number {
  const fx = Math.min(Math.max(x - 0.5, 0), EDGE - 1.001)
  const fy = Math.min(Math.max(y - 0.5, 0), EDGE - 1.001)
  const ix = Math.floor(fx)
  const iy = Math.floor(fy)
  const u = fx - ix
  const v = fy - iy
  const i = iy * EDGE + ix
  return (
    ((luma[i] as number) * (1 - u) + (luma[i + 1] as number) * u) * (1 - v) +
    ((luma[i + EDGE] as number) * (1 - u) + (luma[i + EDGE + 1] as number) * u) * v
  )
}

/** Edges along the rays, then a circle through them, robustly; into {@link circle}. */
function fitCircle(tilt: number, radius: number): number {
  const middle = EDGE / 2
  let count = 0
  for (let side = 0; side < 2; side++) {
    for (let k = 0; k < RAYS; k++) {
      const angle = tilt + side * Math.PI + FAN * ((2 * k) / (RAYS - 1) - 1)
      const c = Math.cos(angle)
      const s = Math.sin(angle)
      const step = ((TO - FROM) * radius) / STEPS
      for (let i = 0; i <= STEPS; i++) {
        const r = FROM * radius + i * step
        profile[i] = at(middle + r * c, middle + r * s)
      }
      // The limbus is a soft edge, about a tenth of the radius wide.
      const reach = Math.max(3, Math.round((0.14 * radius) / step))
      let best = LEAST
      let where = -1
      let inner = 0
      for (let i = 0; i < reach; i++) inner += profile[i] as number
      let outer = 0
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
      edgeX[count] = middle + r * c
      edgeY[count] = middle + r * s
      trust[count] = Math.min(1, best / 30)
      count += 1
    }
  }
  if (count < RAYS) return 0
  return settle(count, radius)
}

/** Where between iris and white the profile is halfway, in steps. */
function halfway(where: number, reach: number): number {
  const half =
    ((profile[where - reach] as number) + (profile[Math.min(STEPS, where + reach - 1)] as number)) / 2
  for (let i = where - reach; i < Math.min(STEPS, where + reach - 1); i++) {
    const a = profile[i] as number
    const b = profile[i + 1] as number
    if (a <= half && b > half) return i + (half - a) / Math.max(b - a, 1e-6)
  }
  return where - 0.5
}

/** Gauss-Newton with Huber weights from the tracker's circle. */
function settle(count: number, radius: number): number {
  let x = EDGE / 2
  let y = EDGE / 2
  let r = radius
  let spread = 0.15 * radius
  let weightSum = 0
  for (let pass = 0; pass < 8; pass++) {
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
    // Height is badly seen from the sides: keep it near the tracker's.
    normal[4] = (normal[4] as number) + 2
    right[1] = (right[1] as number) + 2 * (EDGE / 2 - y)
    normal[8] = (normal[8] as number) * 1.001
    if (!solveCholesky(normal, right, 3)) return 0
    x += right[0] as number
    y += right[1] as number
    r += right[2] as number
    spread = Math.max(0.03 * radius, 1.5 * Math.sqrt(squares / Math.max(weightSum, 1e-6)))
  }
  if (!(r > 0.72 * radius && r < 1.3 * radius) || Math.abs(x - EDGE / 2) > 0.5 * radius) return 0
  circle.x = x
  circle.y = y
  circle.radius = r
  const sharp = Math.min(1, (0.1 * radius) / spread)
  circle.confidence = sharp * Math.min(1, weightSum / (0.5 * 2 * RAYS))
  return circle.confidence
}
