import type { PixelPatch, PixelReader } from '../../tracker/pixel-reader'
import { ColourDistance } from './colour-distance'
import { ColourModel } from './colour-model'
import type { EarFrame } from './ear-frame'

/** Edge of the square patch that is read round an ear, and how many millimetres it spans: the map below at any roll. */
const EDGE = 112
const SPAN = 160
/** Millimetres of a pixel of the map. */
export const EAR_PIXEL = 2
/** A window of cells round a supposed lobe, pixels of a cell's edge: columns from the cheek outwards, rows from the ear's top down. */
const COLUMNS = 7
const ROWS = 8
const CELL = 4
/** The pixel before a cell's middle, which lies between two. */
const MIDDLE = CELL / 2 - 1
/** The row of the window that ends at the lobe, in the middle of the columns: an ear lies above its lobe. */
const LOBE_ROW = 6
/** How far from where it is expected a lobe is looked for, pixels of the map: people differ in height more than in anything else. */
export const EAR_REACH = { x: 8, y: 12 } as const
const WIDTH = COLUMNS * CELL + 2 * EAR_REACH.x
const HEIGHT = ROWS * CELL + 2 * EAR_REACH.y
/** Edges by direction, whichever side of them is the brighter (hair and walls are lighter than skin as often as darker), and likeness to skin. */
const CHANNELS = 5
/** How many numbers describe a window. */
export const EAR_FEATURES = COLUMNS * ROWS * CHANNELS
/** An edge weaker than a camera's noise is none. */
const NOISE = 4
/** Skin within this many of its own deviations; a camera's noise, levels²; by what share an ear may be lit otherwise than the cheek. */
const SKIN = 3.5
const FLOOR = 40
const SHADE = 0.4

/** Landmarks on the cheek before either ear: what skin looks like there. */
const CHEEK = {
  right: [116, 123, 137, 147, 187, 207, 213, 192, 215, 117, 50, 205, 177, 227, 93, 234],
  left: [345, 352, 366, 376, 411, 427, 433, 416, 435, 346, 280, 425, 401, 447, 323, 454],
} as const

/**
 * What the picture shows round one ear, upright and as if it were a left one (x grows outwards from the face, y downwards): edges by direction and likeness to skin,
 * gathered over cells (as histograms of oriented gradients, Dalal and Triggs, CVPR 2005) at every pixel, so that a window anywhere is only looked up.
 */
export class EarMap {
  /** What {@link look} found. */
  readonly features = new Float32Array(EAR_FEATURES)
  readonly #skin = new ColourModel()
  readonly #distance = new ColourDistance()
  readonly #luma = new Float32Array((WIDTH + 2) * (HEIGHT + 2))
  readonly #channels = Array.from({ length: CHANNELS }, () => new Float32Array(WIDTH * HEIGHT))
  readonly #energy = new Float32Array(WIDTH * HEIGHT)
  readonly #across = new Float32Array(WIDTH * HEIGHT)
  readonly #down = new Float32Array(WIDTH)
  #patch: PixelPatch | undefined
  #left = 0
  #top = 0
  #scale = 1

  /**
   * Reads what lies round a lobe that is expected at (x, y), millimetres from the frame's origin.
   *
   * @param points 478 × (x, y, z), pixels of the frame
   * @returns false where the frame does not show it
   */
  read(frame: EarFrame, x: number, y: number, points: Float32Array, reader: PixelReader): boolean {
    const { unit } = frame
    // The window's middle lies above the lobe.
    const up = y - (LOBE_ROW - ROWS / 2) * CELL * EAR_PIXEL
    const cx = frame.x + unit * (x * frame.outX + up * frame.downX)
    const cy = frame.y + unit * (x * frame.outY + up * frame.downY)
    const span = SPAN * unit
    this.#scale = span / EDGE
    this.#left = cx - span / 2
    this.#top = cy - span / 2
    this.#patch = reader.read(this.#left, this.#top, span, span, EDGE, EDGE)
    if (!this.#patch) return false
    this.#skin.reset()
    for (const landmark of CHEEK[frame.side]) {
      const px = ((points[3 * landmark] as number) - this.#left) / this.#scale
      const py = ((points[3 * landmark + 1] as number) - this.#top) / this.#scale
      this.#learn(Math.floor(px), Math.floor(py))
    }
    if (!this.#skin.settle() || !this.#distance.aim(this.#skin, FLOOR, SHADE)) return false
    if (!this.#sample(frame)) return false
    this.#gather()
    return true
  }

  /**
   * How well a window fits weights, one for each of its numbers; the lobe supposed (dx, dy) whole pixels of the map from where it was expected, at most
   * {@link EAR_REACH}.
   */
  weigh(weights: Float32Array, dx: number, dy: number): number {
    const first = (dy + EAR_REACH.y + MIDDLE) * WIDTH + dx + EAR_REACH.x + MIDDLE
    let sum = 0
    let at = 0
    for (let c = 0; c < CHANNELS; c++) {
      const channel = this.#channels[c] as Float32Array
      for (let j = 0; j < ROWS; j++) {
        const p = first + j * CELL * WIDTH
        for (let i = 0; i < COLUMNS; i++) {
          sum += (weights[at] as number) * (channel[p + i * CELL] as number)
          at += 1
        }
      }
    }
    return sum
  }

  /** Describes the window whose lobe is supposed (dx, dy) pixels of the map from where it was expected, at most {@link EAR_REACH}. */
  look(dx: number, dy: number): void {
    const { features } = this
    const fx = Math.min(Math.max(dx, -EAR_REACH.x), EAR_REACH.x) + EAR_REACH.x + MIDDLE
    const fy = Math.min(Math.max(dy, -EAR_REACH.y), EAR_REACH.y) + EAR_REACH.y + MIDDLE
    const x0 = Math.floor(fx)
    const y0 = Math.floor(fy)
    const u = fx - x0
    const v = fy - y0
    const wa = (1 - u) * (1 - v)
    const wb = u * (1 - v)
    const wc = (1 - u) * v
    const wd = u * v
    let at = 0
    for (let c = 0; c < CHANNELS; c++) {
      const channel = this.#channels[c] as Float32Array
      for (let j = 0; j < ROWS; j++) {
        let p = (y0 + j * CELL) * WIDTH + x0
        for (let i = 0; i < COLUMNS; i++) {
          features[at] =
            wa * (channel[p] as number) +
            wb * (channel[p + 1] as number) +
            wc * (channel[p + WIDTH] as number) +
            wd * (channel[p + WIDTH + 1] as number)
          at += 1
          p += CELL
        }
      }
    }
  }

  #learn(x: number, y: number): void {
    const data = this.#patch?.data
    if (!data || x < 1 || y < 1 || x >= EDGE - 1 || y >= EDGE - 1) return
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const at = 4 * ((y + j) * EDGE + x + i)
        if ((data[at + 3] as number) > 127)
          this.#skin.add(data[at] as number, data[at + 1] as number, data[at + 2] as number)
      }
    }
  }

  /** Brightness and likeness to skin, upright; false when too much lies beyond the picture. */
  #sample(frame: EarFrame): boolean {
    const data = this.#patch?.data
    if (!data) return false
    const step = (EAR_PIXEL * frame.unit) / this.#scale
    const ax = frame.outX * step
    const ay = frame.outY * step
    const bx = frame.downX * step
    const by = frame.downY * step
    const likeness = this.#channels[CHANNELS - 1] as Float32Array
    let at = 0
    let missing = 0
    for (let j = 0; j < HEIGHT + 2; j++) {
      const v = j - 0.5 - HEIGHT / 2
      for (let i = 0; i < WIDTH + 2; i++) {
        const u = i - 0.5 - WIDTH / 2
        const px = EDGE / 2 + u * ax + v * bx - 0.5
        const py = EDGE / 2 + u * ay + v * by - 0.5
        const ix = Math.min(EDGE - 2, Math.max(0, Math.floor(px)))
        const iy = Math.min(EDGE - 2, Math.max(0, Math.floor(py)))
        const p = 4 * (iy * EDGE + ix)
        const q = p + 4 * EDGE
        if ((data[p + 3] as number) < 128) missing += 1
        const fx = px - ix
        const fy = py - iy
        const wa = (1 - fx) * (1 - fy)
        const wb = fx * (1 - fy)
        const wc = (1 - fx) * fy
        const wd = fx * fy
        const red =
          wa * (data[p] as number) +
          wb * (data[p + 4] as number) +
          wc * (data[q] as number) +
          wd * (data[q + 4] as number)
        const green =
          wa * (data[p + 1] as number) +
          wb * (data[p + 5] as number) +
          wc * (data[q + 1] as number) +
          wd * (data[q + 5] as number)
        const blue =
          wa * (data[p + 2] as number) +
          wb * (data[p + 6] as number) +
          wc * (data[q + 2] as number) +
          wd * (data[q + 6] as number)
        // Dark skin shows as much as light skin does by shares of its brightness.
        this.#luma[at] = 24 * Math.sqrt(Math.max(0, 0.35 * red + 0.5 * green + 0.15 * blue) + 4)
        at += 1
        if (i > 0 && j > 0 && i <= WIDTH && j <= HEIGHT) {
          const far = this.#distance.of(red, green, blue)
          likeness[(j - 1) * WIDTH + i - 1] = Math.min(1, Math.max(0, (2 * SKIN - far) / SKIN))
        }
      }
    }
    return missing < 0.15 * at
  }

  /** Edges, gathered over cells, against how strong they are round about. */
  #gather(): void {
    const [flat, upright, rising, falling] = this.#channels as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    const luma = this.#luma
    const row = WIDTH + 2
    for (let j = 0; j < HEIGHT; j++) {
      for (let i = 0; i < WIDTH; i++) {
        const at = (j + 1) * row + i + 1
        const gx = (luma[at + 1] as number) - (luma[at - 1] as number)
        const gy = (luma[at + row] as number) - (luma[at - row] as number)
        const square = gx * gx + gy * gy
        const size = Math.sqrt(square)
        // By the doubled angle: an edge counts to the two directions that are nearest to it.
        const k = size > NOISE ? (size - NOISE) / square : 0
        const cos = k * (gx * gx - gy * gy)
        const sin = k * 2 * gx * gy
        const out = j * WIDTH + i
        upright[out] = Math.max(0, cos)
        flat[out] = Math.max(0, -cos)
        falling[out] = Math.max(0, sin)
        rising[out] = Math.max(0, -sin)
        this.#energy[out] = k * k * square * square
      }
    }
    for (const channel of this.#channels) {
      // A cell's middle lies between pixels, after the one it is kept at.
      this.#box(channel, CELL, MIDDLE)
      this.#box(channel, CELL + 1, CELL / 2)
    }
    this.#box(this.#energy, 3 * CELL, (3 * CELL) / 2 - 1)
    for (let i = 0; i < this.#energy.length; i++) {
      const k = 1 / Math.sqrt((this.#energy[i] as number) + 60)
      flat[i] = Math.min(1, k * (flat[i] as number))
      upright[i] = Math.min(1, k * (upright[i] as number))
      rising[i] = Math.min(1, k * (rising[i] as number))
      falling[i] = Math.min(1, k * (falling[i] as number))
    }
  }

  /** Mean over squares of this edge, of which so much lies before the pixel; beyond the map lies what lies at its edge. */
  #box(channel: Float32Array, edge: number, before: number): void {
    const across = this.#across
    const down = this.#down
    const after = edge - before
    const share = 1 / (edge * edge)
    for (let j = 0; j < HEIGHT; j++) {
      const first = j * WIDTH
      const last = first + WIDTH - 1
      let sum = before * (channel[first] as number)
      for (let k = 0; k < after; k++) sum += channel[first + k] as number
      for (let i = 0; i < WIDTH; i++) {
        across[first + i] = sum
        sum += channel[Math.min(last, first + i + after)] as number
        sum -= channel[Math.max(first, first + i - before)] as number
      }
    }
    for (let i = 0; i < WIDTH; i++) {
      let sum = before * (across[i] as number)
      for (let k = 0; k < after; k++) sum += across[k * WIDTH + i] as number
      down[i] = sum
    }
    for (let j = 0; j < HEIGHT; j++) {
      const first = j * WIDTH
      const enters = Math.min(HEIGHT - 1, j + after) * WIDTH
      const leaves = Math.max(0, j - before) * WIDTH
      for (let i = 0; i < WIDTH; i++) {
        const sum = down[i] as number
        channel[first + i] = sum * share
        down[i] = sum + (across[enters + i] as number) - (across[leaves + i] as number)
      }
    }
  }
}
