/** A picture of one number a pixel: 0 on one side of an edge, 1 on the other. */
export interface Field {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** A contour to be laid upon an edge; arrays are reused by the caller. */
export interface Contour {
  readonly count: number
  /** count × (x, y), the field's pixels. */
  readonly points: Float64Array
  /** count × (x, y), unit: from the side of 1 to the side of 0. */
  readonly normals: Float64Array
  /** count × how far the edge may lie from the point, to either side, pixels. */
  readonly reach: Float64Array
  /** Written: count × how far to move along the normal, pixels. */
  readonly offsets: Float64Array
  /** Written: count × 0..1. */
  readonly confidence: Float64Array
}

/** Samples along a normal, per side. */
const STEPS = 12
/** An edge must rise by this much of the difference between the two sides. */
const LEAST = 0.3

const profile = new Float64Array(2 * STEPS + 1)
const sums = new Float64Array(2 * STEPS + 2)
const wanted = new Float64Array(64)

/** Bilinear; the border's value outside. */
export function sample({ width, height, data }: Field, x: number, y: number): number {
  const fx = Math.min(Math.max(x - 0.5, 0), width - 1.001)
  const fy = Math.min(Math.max(y - 0.5, 0), height - 1.001)
  const ix = Math.floor(fx)
  const iy = Math.floor(fy)
  const u = fx - ix
  const v = fy - iy
  const i = iy * width + ix
  const top = (data[i] as number) * (1 - u) + (data[i + 1] as number) * u
  const bottom = (data[i + width] as number) * (1 - u) + (data[i + width + 1] as number) * u
  return top * (1 - v) + bottom * v
}

/**
 * Finds for each point of a closed contour how far along its normal the edge lies: where a step fits best, to a fraction of a pixel. Then smooths these along the
 * contour, each by its confidence, so that a point without an edge follows its neighbours, and none leaves its reach.
 *
 * @param stiffness how much neighbours hold together, against an edge seen perfectly (1)
 * @param anchor how much a point keeps to where it was
 * @returns mean confidence
 */
export function snapContour(field: Field, contour: Contour, stiffness = 0.6, anchor = 0.06): number {
  const { count, points, normals, reach, offsets, confidence } = contour
  let total = 0
  for (let i = 0; i < count; i++) {
    const x = points[2 * i] as number
    const y = points[2 * i + 1] as number
    const nx = normals[2 * i] as number
    const ny = normals[2 * i + 1] as number
    const step = (reach[i] as number) / (STEPS - 4)
    sums[0] = 0
    for (let k = 0; k <= 2 * STEPS; k++) {
      const t = (k - STEPS) * step
      const value = Math.min(1.3, Math.max(-0.3, sample(field, x + nx * t, y + ny * t)))
      profile[k] = value
      sums[k + 1] = (sums[k] as number) + value
    }
    // A step between sample k - 1 and k: the mean of four before it less that of four after.
    let best = 0
    let at = -1
    for (let k = 4; k <= 2 * STEPS - 3; k++) {
      const before = ((sums[k] as number) - (sums[k - 4] as number)) / 4
      const after = ((sums[k + 4] as number) - (sums[k] as number)) / 4
      // Of two alike the nearer: a nostril's or a chin's edge lies further off.
      const rise = (before - after) * (1 - 0.25 * Math.abs((k - 0.5 - STEPS) / STEPS))
      if (rise > best) {
        best = rise
        at = k
      }
    }
    if (at < 0 || best < LEAST) {
      wanted[i] = 0
      confidence[i] = 0
      continue
    }
    // Where the profile crosses halfway between its sides there.
    const high = ((sums[at] as number) - (sums[at - 4] as number)) / 4
    const low = ((sums[at + 4] as number) - (sums[at] as number)) / 4
    const half = (high + low) / 2
    let cross = at - 0.5
    for (let k = at - 3; k < at + 3; k++) {
      const a = profile[k] as number
      const b = profile[k + 1] as number
      if (a >= half && b < half) {
        cross = k + (a - half) / Math.max(a - b, 1e-9)
        break
      }
    }
    wanted[i] = Math.min(reach[i] as number, Math.max(-(reach[i] as number), (cross - STEPS) * step))
    confidence[i] = Math.min(1, (best - LEAST) / 0.4)
    total += confidence[i] as number
  }
  for (let i = 0; i < count; i++) offsets[i] = (wanted[i] as number) * (confidence[i] as number)
  for (let pass = 0; pass < 24; pass++) {
    for (let i = 0; i < count; i++) {
      const before = offsets[(i + count - 1) % count] as number
      const after = offsets[(i + 1) % count] as number
      const c = confidence[i] as number
      offsets[i] = (c * (wanted[i] as number) + stiffness * 0.5 * (before + after)) / (c + stiffness + anchor)
    }
  }
  return total / count
}
