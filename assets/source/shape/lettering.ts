import { Vector2, type Vector3 } from 'three'
import { Mesh } from './mesh'

type Stroke = readonly (readonly [number, number])[]

interface Glyph {
  readonly width: number
  readonly strokes: readonly Stroke[]
}

/** Points of an elliptic arc, angles in degrees counter-clockwise from +x. */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): [number, number][] {
  const steps = Math.max(3, Math.round(Math.abs(to - from) / 20))
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = ((from + ((to - from) * k) / steps) * Math.PI) / 180
    return [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry]
  })
}

/** A single-line alphabet as an engraver's needle draws it, capital height 1: what the wordmark and the hallmarks need. */
const GLYPHS: Readonly<Record<string, Glyph>> = {
  ' ': { width: 0.4, strokes: [] },
  '0': { width: 0.56, strokes: [arc(0.28, 0.5, 0.28, 0.5, 90, 450)] },
  '2': {
    width: 0.54,
    strokes: [[...arc(0.27, 0.73, 0.26, 0.27, 170, -35), [0, 0], [0.54, 0]]],
  },
  '4': {
    width: 0.6,
    strokes: [
      [
        [0.45, 0],
        [0.45, 1],
        [0, 0.3],
        [0.6, 0.3],
      ],
    ],
  },
  '5': {
    width: 0.54,
    strokes: [[[0.5, 1], [0.08, 1], [0.03, 0.55], ...arc(0.24, 0.31, 0.3, 0.31, 120, -150)]],
  },
  '7': {
    width: 0.54,
    strokes: [
      [
        [0, 1],
        [0.54, 1],
        [0.18, 0],
      ],
    ],
  },
  '9': {
    width: 0.54,
    strokes: [arc(0.27, 0.7, 0.26, 0.3, 0, 360), [...arc(0.13, 0.6, 0.4, 0.6, 15, -75)]],
  },
  E: {
    width: 0.52,
    strokes: [
      [
        [0.52, 1],
        [0, 1],
        [0, 0],
        [0.52, 0],
      ],
      [
        [0, 0.52],
        [0.44, 0.52],
      ],
    ],
  },
  F: {
    width: 0.5,
    strokes: [
      [
        [0.5, 1],
        [0, 1],
        [0, 0],
      ],
      [
        [0, 0.5],
        [0.42, 0.5],
      ],
    ],
  },
  H: {
    width: 0.66,
    strokes: [
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0.66, 0],
        [0.66, 1],
      ],
      [
        [0, 0.51],
        [0.66, 0.51],
      ],
    ],
  },
  O: { width: 0.9, strokes: [arc(0.45, 0.5, 0.45, 0.5, 90, 450)] },
  R: {
    width: 0.58,
    strokes: [
      [[0, 0], [0, 1], [0.28, 1], ...arc(0.28, 0.74, 0.27, 0.26, 80, -90), [0, 0.48]],
      [
        [0.26, 0.48],
        [0.58, 0],
      ],
    ],
  },
  S: {
    width: 0.54,
    strokes: [[...arc(0.28, 0.75, 0.23, 0.25, 35, 262), ...arc(0.26, 0.26, 0.26, 0.26, 75, -150)]],
  },
}

/** A line of text as strokes, capital height 1, centred on the origin. `tracking` is the room between letters. */
export function letterStrokes(text: string, tracking = 0.34): { strokes: Vector2[][]; width: number } {
  const glyphs = [...text].map((letter) => {
    const glyph = GLYPHS[letter]
    if (!glyph) throw new Error(`assets/no-glyph: ${letter}`)
    return glyph
  })
  const width = glyphs.reduce((sum, glyph) => sum + glyph.width + tracking, -tracking)
  const strokes: Vector2[][] = []
  let left = -width / 2
  for (const glyph of glyphs) {
    for (const stroke of glyph.strokes) strokes.push(stroke.map(([x, y]) => new Vector2(left + x, y - 0.5)))
    left += glyph.width + tracking
  }
  return { strokes, width }
}

/** Where a point of flat artwork lies on a product, and the way out of the surface there. */
export type OnSurface = (x: number, y: number) => { readonly point: Vector3; readonly normal: Vector3 }

/**
 * Strokes laid on a surface as flat ribbons, a hair proud of it: hot-stamped foil, or the frost of a laser. Metres.
 *
 * @param weight width of a stroke
 */
export function foil(strokes: readonly (readonly Vector2[])[], weight: number, on: OnSurface): Mesh {
  const mesh = new Mesh()
  for (const stroke of strokes) {
    const points = subdivide(stroke, weight * 3)
    mesh.grid(1, points.length - 1, (i, j) => {
      const here = points[j] as Vector2
      const into = direction(points[j - 1], here)
      const out = direction(here, points[j + 1])
      const along = into.clone().add(out).normalize()
      // A mitre reaches further the sharper the turn; past two widths it is cut.
      const reach = Math.min(2, 1 / Math.max(0.3, along.dot(into.lengthSq() > 0 ? into : out)))
      const side = (i - 0.5) * weight * reach
      const x = here.x + along.y * side
      const y = here.y - along.x * side
      const { point, normal } = on(x, y)
      mesh.normals.push(normal.x, normal.y, normal.z)
      return { x: point.x, y: point.y, z: point.z, u: x, v: -y }
    })
  }
  return mesh
}

function direction(from: Vector2 | undefined, to: Vector2 | undefined): Vector2 {
  return from && to ? to.clone().sub(from).normalize() : new Vector2()
}

/** Puts points between, so that a long stroke follows a curved surface. */
function subdivide(stroke: readonly Vector2[], step: number): Vector2[] {
  const points: Vector2[] = []
  stroke.forEach((to, k) => {
    const from = stroke[k - 1]
    const pieces = from ? Math.max(1, Math.ceil(from.distanceTo(to) / step)) : 1
    for (let n = from ? 1 : pieces; n <= pieces; n++) {
      points.push(from ? from.clone().lerp(to, n / pieces) : to.clone())
    }
  })
  return points
}
