import type { Side } from '../head-fit'

/** Corners of the eyes, outer right and outer left, and the landmark of the face's outline before each ear. */
const EYE = { right: 33, left: 263 } as const
const OUTLINE = { right: 234, left: 454 } as const
/** Between the eyes: its place between the outlines tells how far a head is turned. */
const BRIDGE = 168
/** Landmarks of the middle and of either side, from which an ear's place is guessed: for a left ear; those for a right one are their mirror images. */
const AROUND = {
  left: [323, 361, 288, 397, 356, 263, 1, 2, 152, 168, 234],
  right: [93, 132, 58, 172, 127, 33, 1, 2, 152, 168, 454],
} as const
/** Coordinates are told in these many millimetres, so that the guess's numbers are of one size. */
const SCALE = 50
/** How many numbers an ear's place is guessed from. */
export const EAR_HINTS = 3 + 4 * AROUND.left.length
/** Millimetres between the outer corners of the average head as the tracker sees it. */
const CORNERS = 89

/** Where one ear is to be looked for: upright axes in the picture, as if it were a left ear. */
export class EarFrame {
  side: Side = 'left'
  /** The face's outline before the ear, pixels. */
  x = 0
  y = 0
  /** Unit vectors in the picture: outwards from the face, and down. */
  outX = 1
  outY = 0
  downX = 0
  downY = 1
  /** Pixels of a millimetre. */
  unit = 1
  /** How far the ear is turned towards the camera, about -1..1.5: by how much this side of the face looks wider than the other, as a share of both. */
  turned = 0
  /** What an ear's place is guessed from: how far the head is turned, and where landmarks lie. */
  readonly hints = new Float64Array(EAR_HINTS)

  /** @param points 478 × (x, y, z), pixels of the frame */
  aim(points: Float32Array, side: Side): void {
    const at = (landmark: number, axis: number) => points[3 * landmark + axis] as number
    const dx = at(EYE.left, 0) - at(EYE.right, 0)
    const dy = at(EYE.left, 1) - at(EYE.right, 1)
    const dz = at(EYE.left, 2) - at(EYE.right, 2)
    const flat = Math.max(Math.hypot(dx, dy), 1e-3)
    const sign = side === 'left' ? 1 : -1
    this.side = side
    this.x = at(OUTLINE[side], 0)
    this.y = at(OUTLINE[side], 1)
    this.outX = (sign * dx) / flat
    this.outY = (sign * dy) / flat
    this.downX = -dy / flat
    this.downY = dx / flat
    this.unit = Math.hypot(flat, dz) / CORNERS
    const other = side === 'left' ? OUTLINE.right : OUTLINE.left
    this.turned = (2 * this.#along(points, BRIDGE)) / this.#along(points, other) - 1
    this.#hint(points)
  }

  #along(points: Float32Array, landmark: number): number {
    const x = (points[3 * landmark] as number) - this.x
    const y = (points[3 * landmark + 1] as number) - this.y
    return x * this.outX + y * this.outY
  }

  #hint(points: Float32Array): void {
    const { hints, turned } = this
    hints[0] = 1
    hints[1] = turned
    hints[2] = turned * turned
    const around = AROUND[this.side]
    const count = 2 * around.length
    for (let i = 0; i < around.length; i++) {
      const landmark = around[i] as number
      const x = (points[3 * landmark] as number) - this.x
      const y = (points[3 * landmark + 1] as number) - this.y
      const k = 1 / (this.unit * SCALE)
      hints[3 + 2 * i] = k * (x * this.outX + y * this.outY)
      hints[4 + 2 * i] = k * (x * this.downX + y * this.downY)
    }
    for (let i = 0; i < count; i++) hints[3 + count + i] = (hints[3 + i] as number) * turned
  }
}
