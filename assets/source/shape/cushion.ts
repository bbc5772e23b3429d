import { CatmullRomCurve3, Vector3 } from 'three'
import { fractalNoise } from '../texture/noise'
import { bar, round } from './bar'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface CushionOptions {
  /** Seam to seam along X, metres. */
  readonly width: number
  /** Seam to seam along Z. */
  readonly depth: number
  /** Height of the boxing (the band between the seams) at the edges. */
  readonly boxing: number
  /** How far the upper panel swells above its seam; the lower one swells by `belly`. */
  readonly crown: number
  readonly belly: number
  /** Radius of the outline's corners. */
  readonly corner: number
  /** Diameter of the piping. */
  readonly piping: number
  /** Rows of vertices from the seam to the middle, above and below. */
  readonly rings?: { readonly upper: number; readonly lower: number }
  readonly seed: number
}

const AROUND = 104

/**
 * A boxed cushion lying on y = 0 (underside of its lower seam), upper side up: two crowned panels, a band between them that bulges
 * a little, piping in both seams. Seams pull inwards between the corners, the cloth puckers beside them.
 */
export function cushion(options: CushionOptions): Mesh {
  const { body, cord } = cushionParts(options)
  return body.append(cord)
}

/** The same in two: what is padded, and the piping in its seams, which should throw no shade on the cloth beside it. */
export function cushionParts(options: CushionOptions): { body: Mesh; cord: Mesh } {
  const { width, depth, boxing, crown, belly, piping, rings = { upper: 14, lower: 7 }, seed } = options
  const soft = fractalNoise(seed, 4, 4, 2)
  const pucker = fractalNoise(seed + 5, 56, 2, 2)
  const rim = Array.from({ length: AROUND + 1 }, (_, i) => rimPoint(options, (i % AROUND) / AROUND))
  const lengths = [0]
  for (let i = 1; i <= AROUND; i++) {
    const [ax, az] = rim[i - 1] as [number, number]
    const [bx, bz] = rim[i] as [number, number]
    lengths.push((lengths[i - 1] as number) + Math.hypot(bx - ax, bz - az))
  }

  const panel = (swell: number, seam: number, side: 1 | -1, rows: number) =>
    smoothNormals(
      new Mesh().grid(AROUND, rows, (i, j) => {
        const inwards = side === 1 ? j / rows : 1 - j / rows
        const share = 1 - inwards ** 1.6
        const [rx, rz] = rim[i] as [number, number]
        const x = rx * share
        const z = rz * share
        const nx = Math.abs((2 * x) / width)
        const nz = Math.abs((2 * z) / depth)
        const dome = (1 - Math.min(1, nx) ** 2.6) * (1 - Math.min(1, nz) ** 2.6)
        const edge = 1 - share
        const beside = Math.exp(-edge * 9) * (1 - Math.exp(-edge * 60))
        const cloth =
          soft(x / width + 0.5, z / depth + 0.5) * 0.004 * dome + pucker(i / AROUND, 0.2) * 0.0045 * beside
        // The panel leaves the seam steeply, as cloth over foam does.
        const shoulder = Math.sqrt(Math.max(0, 1 - share ** 6)) * 0.25
        const y = seam + side * (swell * (dome * 0.75 + shoulder) + cloth)
        return { x, y, z, u: x, v: side === 1 ? -z : z }
      }),
      180,
    )

  const body = new Mesh()
  body.append(panel(crown, boxing, 1, rings.upper))
  body.append(panel(belly, 0, -1, rings.lower))
  body.append(
    smoothNormals(
      new Mesh().grid(AROUND, 4, (i, j) => {
        const [rx, rz] = rim[i] as [number, number]
        const t = j / 4
        const bulge =
          1 + (Math.sin(t * Math.PI) * (0.006 + pucker(i / AROUND, 0.7) * 0.0012)) / Math.hypot(rx, rz)
        return { x: rx * bulge, y: boxing * t, z: rz * bulge, u: lengths[i] as number, v: boxing * t }
      }),
      180,
    ),
  )
  const cord = new Mesh()
  for (const y of [0, boxing]) {
    // The cord stands out of the seam by a third of itself.
    const loop = rim.slice(0, AROUND).map(([x, z]) => {
      const out = 1 + piping / 4 / Math.hypot(x, z)
      return new Vector3(x * out, y, z * out)
    })
    const curve = new CatmullRomCurve3(loop, true, 'centripetal')
    curve.arcLengthDivisions = AROUND * 2
    cord.append(
      bar(curve, {
        section: () => round(piping),
        rings: AROUND,
        corner: 1,
        ends: 0,
        endRings: 0,
        caps: false,
      }),
    )
  }
  return { body, cord }
}

/** A point of the outline in the XZ plane, counter-clockwise seen from above; sides are drawn in between the corners. */
function rimPoint({ width, depth, corner }: CushionOptions, t: number): [number, number] {
  // Superellipse-like rounded rectangle: corners of `corner` radius, vertices denser round them.
  const a = width / 2
  const b = depth / 2
  const quarter = Math.floor(t * 4) % 4
  const local = t * 4 - Math.floor(t * 4)
  const straight = 0.64
  const signs: readonly (readonly [number, number])[] = [
    [1, 1],
    [1, -1],
    [-1, -1],
    [-1, 1],
  ]
  // Each quarter: half a side, the corner's arc, half the next side.
  const [sx, sz] = signs[quarter] as readonly [number, number]
  const even = quarter % 2 === 0
  const first = even ? a - corner : b - corner
  const second = even ? b - corner : a - corner
  let along: number
  let across: number
  if (local < straight / 2) {
    along = (local / (straight / 2)) * first
    across = even ? b : a
  } else if (local < 1 - straight / 2) {
    const angle = ((local - straight / 2) / (1 - straight)) * (Math.PI / 2)
    along = first + Math.sin(angle) * corner
    across = (even ? b : a) - corner + Math.cos(angle) * corner
  } else {
    along = even ? a : b
    across = (1 - (local - (1 - straight / 2)) / (straight / 2)) * second
  }
  const x = even ? along : across
  const z = even ? across : along
  const pull = 0.006
  const px = 1 - (pull * (1 - (z / b) ** 2)) / a
  const pz = 1 - (pull * (1 - (x / a) ** 2)) / b
  return [sx * x * px, sz * z * pz]
}
