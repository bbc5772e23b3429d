import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Sphere } from 'three'
import type { HeadFit } from '../fit/head-fit'
import type { ContourPoint, Region } from './face-contours'

/** Steps between two landmarks: at 4, a mouth 200 pixels wide has corners of less than two degrees. */
const STEPS = 4
/** Rows from the outer to the inner contour, and with one beyond either, for the half of a soft edge that lies there. */
const ROWS = 5
const ALL_ROWS = ROWS + 2
/** Half of the angle through which lips bulge from one contour to the other, radians. */
const BULGE = 0.95

/**
 * The skin between two contours as a strip of triangles: smooth curves through the landmarks (Catmull-Rom), in pixels of the frame, with the normals of a bulge.
 */
export class ContourStrip {
  readonly geometry = new BufferGeometry()
  /** Pixels (x, y) along the middle of the strip, for its own mean colour. */
  readonly middle: Float32Array
  readonly #region: Region
  readonly #columns: number
  readonly #outer: Float32Array
  readonly #inner: Float32Array
  readonly #pixel: BufferAttribute
  readonly #normal: BufferAttribute
  readonly #edge: BufferAttribute

  /** @param samples points in {@link middle} */
  constructor(region: Region, samples: number) {
    this.#region = region
    this.#columns = (region.outer.length - 1) * STEPS + 1
    this.#outer = new Float32Array(this.#columns * 5)
    this.#inner = new Float32Array(this.#columns * 5)
    this.middle = new Float32Array(samples * 2)
    const count = this.#columns * ALL_ROWS
    this.#pixel = dynamic(count, 2)
    this.#normal = dynamic(count, 3)
    this.#edge = dynamic(count, 4)
    this.geometry.setAttribute('position', this.#pixel)
    this.geometry.setAttribute('bulge', this.#normal)
    this.geometry.setAttribute('edge', this.#edge)
    const index: number[] = []
    for (let column = 0; column + 1 < this.#columns; column++) {
      for (let row = 0; row + 1 < ALL_ROWS; row++) {
        const a = column * ALL_ROWS + row
        const b = a + ALL_ROWS
        index.push(a, b, a + 1, a + 1, b, b + 1)
      }
    }
    this.geometry.setIndex(index)
    // Never culled; three would look for a radius in pixels that are not there yet.
    this.geometry.boundingSphere = new Sphere()
  }

  /**
   * Follows a face. `edge` becomes (across, along 0..1, width in pixels, 0); across is 0 on the outer contour and 1 on the inner one.
   *
   * @param beyondOuter pixels that the strip goes on beyond the outer contour
   * @param beyondInner the same beyond the inner one, in its middle: nothing at its ends, where strips meet
   */
  update(head: HeadFit, beyondOuter = 0, beyondInner = 0): void {
    curve(this.#region.outer, head, this.#outer)
    curve(this.#region.inner, head, this.#inner)
    const o = this.#outer
    const n = this.#inner
    const last = this.#columns - 1
    for (let column = 0; column <= last; column++) {
      const at = column * 5
      const before = Math.max(0, column - 1) * 5
      const after = Math.min(last, column + 1) * 5
      const width = Math.hypot(get(n, at) - get(o, at), get(n, at + 1) - get(o, at + 1))
      // Across and along in the head's frame; their product looks out of the face.
      const ax = get(n, at + 2) - get(o, at + 2)
      const ay = get(n, at + 3) - get(o, at + 3)
      const az = get(n, at + 4) - get(o, at + 4)
      const lx = get(o, after + 2) - get(o, before + 2)
      const ly = get(o, after + 3) - get(o, before + 3)
      const lz = get(o, after + 4) - get(o, before + 4)
      let fx = ay * lz - az * ly
      let fy = az * lx - ax * lz
      let fz = ax * ly - ay * lx
      const sign = fz < 0 ? -1 : 1
      const long = (Math.hypot(fx, fy, fz) || 1) * sign
      fx /= long
      fy /= long
      fz /= long
      const thick = Math.hypot(ax, ay, az) || 1
      const wide = Math.max(width, 0.5)
      const along = column / last
      for (let row = 0; row < ALL_ROWS; row++) {
        const t = Math.min(1, Math.max(0, (row - 1) / (ROWS - 1)))
        const vertex = column * ALL_ROWS + row
        const tilt = (t - 0.5) * 2 * BULGE
        const out = Math.cos(tilt)
        const side = Math.sin(tilt) / thick
        const line = row === 0 ? o : n
        const beyond =
          row === 0 ? beyondOuter : row === ALL_ROWS - 1 ? beyondInner * 4 * along * (1 - along) : 0
        let x = get(o, at) + (get(n, at) - get(o, at)) * t
        let y = get(o, at + 1) + (get(n, at + 1) - get(o, at + 1)) * t
        if (beyond > 0) {
          // Square to the line, away from the other one.
          const dx = get(line, after) - get(line, before)
          const dy = get(line, after + 1) - get(line, before + 1)
          const from = row === 0 ? n : o
          const away = dy * (x - get(from, at)) - dx * (y - get(from, at + 1)) < 0 ? -1 : 1
          const step = (away * beyond) / (Math.hypot(dx, dy) || 1)
          x += dy * step
          y -= dx * step
        }
        this.#pixel.setXY(vertex, x, y)
        this.#normal.setXYZ(vertex, fx * out + ax * side, fy * out + ay * side, fz * out + az * side)
        this.#edge.setXYZW(vertex, row === 0 ? -beyond / wide : t + beyond / wide, along, wide, 0)
      }
    }
    const samples = this.middle.length / 2
    for (let i = 0; i < samples; i++) {
      // The ends are narrow and dark: samples keep away from them.
      const column = Math.round(last * (0.15 + (0.7 * (i + 0.5)) / samples)) * 5
      this.middle[i * 2] = (get(o, column) + get(n, column)) / 2
      this.middle[i * 2 + 1] = (get(o, column + 1) + get(n, column + 1)) / 2
    }
    this.#pixel.needsUpdate = true
    this.#normal.needsUpdate = true
    this.#edge.needsUpdate = true
  }

  dispose(): void {
    this.geometry.dispose()
  }
}

function dynamic(count: number, size: number): BufferAttribute {
  return new BufferAttribute(new Float32Array(count * size), size).setUsage(DynamicDrawUsage)
}

/** Writes (x, y in pixels; x, y, z in the head's frame) of a smooth line through the contour's points. */
function curve(contour: readonly ContourPoint[], head: HeadFit, into: Float32Array): void {
  const last = contour.length - 1
  let at = 0
  for (let segment = 0; segment < last; segment++) {
    const steps = segment === last - 1 ? STEPS + 1 : STEPS
    for (let step = 0; step < steps; step++, at += 5) {
      const t = step / STEPS
      for (let channel = 0; channel < 5; channel++) {
        const b = contourValue(contour, segment, channel, head)
        const c = contourValue(contour, segment + 1, channel, head)
        // Beyond the ends the line goes on as it came: corners stay corners.
        const a = segment > 0 ? contourValue(contour, segment - 1, channel, head) : 2 * b - c
        const d = segment + 1 < last ? contourValue(contour, segment + 2, channel, head) : 2 * c - b
        into[at + channel] =
          b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
      }
    }
  }
}

function contourValue(contour: readonly ContourPoint[], i: number, channel: number, head: HeadFit): number {
  const point = contour[i]
  if (!point) return 0
  const [first, second, share] = point
  const flat = channel < 2
  const values = flat ? head.points : head.surface
  const stride = flat ? 2 : 3
  const offset = flat ? channel : channel - 2
  const a = get(values, first * stride + offset)
  return a + (get(values, second * stride + offset) - a) * share
}

function get(values: Float32Array, index: number): number {
  return values[index] as number
}
