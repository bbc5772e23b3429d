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
