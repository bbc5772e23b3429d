import type { Colour } from './image'
import type { Stroke } from './lettering'

/** Ink on a square sheet of side 1 (y downwards): how much covers each pixel, edges smooth. */
export class Ink {
  private readonly cover: Float32Array
  constructor(private readonly size: number) {
    this.cover = new Float32Array(size * size)
  }

  /** How much ink lies at a point, 0..1. */
  at(u: number, v: number): number {
    const x = Math.min(this.size - 1, Math.max(0, Math.floor(u * this.size)))
    const y = Math.min(this.size - 1, Math.max(0, Math.floor(v * this.size)))
    return this.cover[y * this.size + x] ?? 0
  }

  /** Prints what lies within a signed distance (negative inside), in a box of the sheet. */
  area(
    distance: (u: number, v: number) => number,
    box: readonly [number, number, number, number] = [0, 0, 1, 1],
  ): this {
    const { size, cover } = this
    const clip = (value: number) => Math.min(size - 1, Math.max(0, Math.floor(value * size)))
    for (let y = clip(box[1]); y <= clip(box[3]); y++) {
      for (let x = clip(box[0]); x <= clip(box[2]); x++) {
        const edge = 0.5 - distance((x + 0.5) / size, (y + 0.5) / size) * size
        const k = y * size + x
        if (edge > (cover[k] ?? 0)) cover[k] = Math.min(1, edge)
      }
    }
    return this
  }

  /** Draws strokes with a round nib of `width`. */
  draw(strokes: readonly Stroke[], width: number): this {
    for (const stroke of strokes) {
      for (let k = 1; k < stroke.length; k++) {
        const [ax, ay] = stroke[k - 1] ?? [0, 0]
        const [bx, by] = stroke[k] ?? [0, 0]
        const [dx, dy] = [bx - ax, by - ay]
        const square = dx * dx + dy * dy || 1
        const r = width / 2 + 2 / this.size
        this.area(
          (u, v) => {
            const t = Math.min(1, Math.max(0, ((u - ax) * dx + (v - ay) * dy) / square))
            return Math.hypot(u - ax - dx * t, v - ay - dy * t) - width / 2
          },
          [Math.min(ax, bx) - r, Math.min(ay, by) - r, Math.max(ax, bx) + r, Math.max(ay, by) + r],
        )
      }
    }
    return this
  }

  /** A stroke along a ray of a dial: from one radius to another at `turn` (0 up, clockwise, whole turns). */
  tick(
    turn: number,
    from: number,
    to: number,
    width: number,
    centre: readonly [number, number] = [0.5, 0.5],
  ): this {
    const angle = (turn - 0.25) * Math.PI * 2
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const [x, y] = centre
    return this.draw(
      [
        [
          [x + cos * from, y + sin * from],
          [x + cos * to, y + sin * to],
        ],
      ],
      width,
    )
  }

  /** Lays this ink over a ground. */
  over(ground: Colour, ink: Colour, u: number, v: number): Colour {
    const k = this.at(u, v)
    return [
      ground[0] + (ink[0] - ground[0]) * k,
      ground[1] + (ink[1] - ground[1]) * k,
      ground[2] + (ink[2] - ground[2]) * k,
    ]
  }
}
