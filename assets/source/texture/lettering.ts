import type { Colour } from './image'

/** A line through points, in the units of the sheet. */
export type Stroke = readonly (readonly [number, number])[]

/** Part of an ellipse as a stroke; angles in turns, 0 to the right, growing clockwise (y grows downwards). */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Stroke {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) * 24))
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = (from + ((to - from) * k) / steps) * Math.PI * 2
    return [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry] as const
  })
}

const bowl = (x: number, top: number, bottom: number, reach: number): Stroke => {
  const middle = (top + bottom) / 2
  const radius = (bottom - top) / 2
  return [[x, top], ...arc(reach - radius, middle, radius, radius, -0.25, 0.25), [x, bottom]]
}

/** Glyphs as strokes on a body 1 high; the advance is their width without the space between. */
const GLYPHS: Readonly<Record<string, { readonly width: number; readonly strokes: readonly Stroke[] }>> = {
  '0': { width: 0.6, strokes: [arc(0.3, 0.5, 0.3, 0.5, 0, 1)] },
  '1': {
    width: 0.3,
    strokes: [
      [
        [0, 0.22],
        [0.26, 0],
        [0.26, 1],
      ],
    ],
  },
  '2': {
    width: 0.56,
    strokes: [[...arc(0.28, 0.29, 0.28, 0.29, -0.5, 0.09), [0, 1], [0.58, 1]]],
  },
  '3': {
    width: 0.56,
    strokes: [[...arc(0.27, 0.26, 0.26, 0.26, -0.45, 0.25)], [...arc(0.27, 0.735, 0.29, 0.265, -0.25, 0.45)]],
  },
  '4': {
    width: 0.62,
    strokes: [
      [
        [0.46, 1],
        [0.46, 0],
        [0, 0.72],
        [0.64, 0.72],
      ],
    ],
  },
  '5': {
    width: 0.56,
    strokes: [[[0.52, 0], [0.09, 0], [0.04, 0.45], ...arc(0.26, 0.68, 0.3, 0.32, -0.36, 0.42)]],
  },
  '6': {
    width: 0.58,
    strokes: [
      arc(0.29, 0.69, 0.29, 0.31, 0, 1),
      [
        [0.46, 0],
        [0.2, 0.28],
        [0.04, 0.56],
        [0, 0.69],
      ],
    ],
  },
  '7': {
    width: 0.54,
    strokes: [
      [
        [0, 0],
        [0.56, 0],
        [0.18, 1],
      ],
    ],
  },
  '8': {
    width: 0.58,
    strokes: [arc(0.29, 0.25, 0.25, 0.25, 0, 1), arc(0.29, 0.735, 0.29, 0.265, 0, 1)],
  },
  '9': {
    width: 0.58,
    strokes: [
      arc(0.29, 0.31, 0.29, 0.31, 0, 1),
      [
        [0.12, 1],
        [0.38, 0.72],
        [0.54, 0.44],
        [0.58, 0.31],
      ],
    ],
  },
  A: {
    width: 0.66,
    strokes: [
      [
        [0, 1],
        [0.33, 0],
        [0.66, 1],
      ],
      [
        [0.13, 0.66],
        [0.53, 0.66],
      ],
    ],
  },
  B: {
    width: 0.54,
    strokes: [
      bowl(0, 0, 0.48, 0.5),
      bowl(0, 0.48, 1, 0.54),
      [
        [0, 0],
        [0, 1],
      ],
    ],
  },
  C: { width: 0.66, strokes: [arc(0.4, 0.5, 0.4, 0.5, 0.11, 0.89)] },
  D: {
    width: 0.62,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
      bowl(0, 0, 1, 0.62),
    ],
  },
  E: {
    width: 0.48,
    strokes: [
      [
        [0.48, 0],
        [0, 0],
        [0, 1],
        [0.48, 1],
      ],
      [
        [0, 0.48],
        [0.42, 0.48],
      ],
    ],
  },
  F: {
    width: 0.46,
    strokes: [
      [
        [0.46, 0],
        [0, 0],
        [0, 1],
      ],
      [
        [0, 0.5],
        [0.4, 0.5],
      ],
    ],
  },
  H: {
    width: 0.6,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0.6, 0],
        [0.6, 1],
      ],
      [
        [0, 0.48],
        [0.6, 0.48],
      ],
    ],
  },
  I: {
    width: 0.02,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
    ],
  },
  L: {
    width: 0.44,
    strokes: [
      [
        [0, 0],
        [0, 1],
        [0.44, 1],
      ],
    ],
  },
  M: {
    width: 0.76,
    strokes: [
      [
        [0, 1],
        [0.04, 0],
        [0.38, 0.72],
        [0.72, 0],
        [0.76, 1],
      ],
    ],
  },
  N: {
    width: 0.62,
    strokes: [
      [
        [0, 1],
        [0, 0],
        [0.62, 1],
        [0.62, 0],
      ],
    ],
  },
  O: { width: 0.84, strokes: [arc(0.42, 0.5, 0.42, 0.5, 0, 1)] },
  P: {
    width: 0.52,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
      bowl(0, 0, 0.54, 0.52),
    ],
  },
  R: {
    width: 0.56,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
      bowl(0, 0, 0.52, 0.52),
      [
        [0.26, 0.52],
        [0.56, 1],
      ],
    ],
  },
  S: {
    width: 0.52,
    strokes: [
      [...arc(0.26, 0.255, 0.24, 0.255, -0.06, -0.75), ...arc(0.26, 0.745, 0.26, 0.255, -0.25, 0.44)],
    ],
  },
  T: {
    width: 0.56,
    strokes: [
      [
        [0, 0],
        [0.56, 0],
      ],
      [
        [0.28, 0],
        [0.28, 1],
      ],
    ],
  },
  U: { width: 0.6, strokes: [[[0, 0], ...arc(0.3, 0.68, 0.3, 0.32, 0.5, 0), [0.6, 0]]] },
  W: {
    width: 0.9,
    strokes: [
      [
        [0, 0],
        [0.24, 1],
        [0.45, 0.2],
        [0.66, 1],
        [0.9, 0],
      ],
    ],
  },
  ' ': { width: 0.3, strokes: [] },
}

export interface Line {
  readonly text: string
  /** Middle of the line, in the units of the sheet. */
  readonly x: number
  readonly y: number
  /** Cap height. */
  readonly height: number
  /** Space between letters, in cap heights. */
  readonly tracking?: number
  /** Widens (or narrows) the letters. */
  readonly stretch?: number
  /** Turned clockwise, radians. */
  readonly turn?: number
}

/** Sets a line in the house's single-stroke capitals and figures, centred, as strokes. */
export function lettering({ text, x, y, height, tracking = 0.22, stretch = 1, turn = 0 }: Line): Stroke[] {
  const glyphs = [...text].map((letter) => {
    const glyph = GLYPHS[letter]
    if (!glyph) throw new Error(`assets/no-glyph: ${letter}`)
    return glyph
  })
  const total = glyphs.reduce((sum, { width }) => sum + width * stretch + tracking, -tracking)
  let pen = -total / 2
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const out: Stroke[] = []
  for (const { width, strokes } of glyphs) {
    for (const stroke of strokes) {
      out.push(
        stroke.map(([gx, gy]) => {
          const [a, b] = [(pen + gx * stretch) * height, (gy - 0.5) * height]
          return [x + a * cos - b * sin, y + a * sin + b * cos] as const
        }),
      )
    }
    pen += width * stretch + tracking
  }
  return out
}

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
