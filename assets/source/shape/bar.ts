import { CatmullRomCurve3, type Curve, LineCurve3, Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

/** Cross-section of a bar: a rectangle with rounded corners (fully round when `radius` is half of both). Metres. */
export interface Section {
  readonly width: number
  readonly height: number
  readonly radius: number
}

export interface BarOptions {
  /** Section at a share t (0..1) of the length. */
  readonly section: (t: number) => Section
  /** Roughly where the section's height points. */
  readonly up?: Vector3
  /** Rings along the path. */
  readonly rings?: number
  /** Where the rings are, as shares of the path from 0 to 1, in place of evenly. */
  readonly stations?: readonly number[]
  /** Lines a rounded corner of the section; 0 makes a round section four-sided. */
  readonly corner?: number
  /** Rounding of the ends, metres. */
  readonly ends?: number
  /** Rings a rounded end. */
  readonly endRings?: number
  /** Whether the ends are closed; not where a loop meets itself. */
  readonly caps?: boolean
}

/** Section of a round rod. */
export const round = (diameter: number): Section => ({
  width: diameter,
  height: diameter,
  radius: diameter / 2,
})

/** A smooth path through points; two points make a straight one. */
export function path(...points: readonly (readonly [number, number, number])[]): Curve<Vector3> {
  const vectors = points.map(([x, y, z]) => new Vector3(x, y, z))
  const [a, b] = vectors
  if (vectors.length === 2 && a && b) return new LineCurve3(a, b)
  const curve = new CatmullRomCurve3(vectors, false, 'centripetal')
  curve.arcLengthDivisions = 400
  return curve
}

function sectionPoint(section: Section, inset: number, corner: number, k: number): [number, number] {
  const width = section.width - inset * 2
  const height = section.height - inset * 2
  const radius = Math.max(Math.min(section.radius - inset, width / 2, height / 2), 0)
  const quarter = Math.floor(k / (corner + 1)) % 4
  const angle =
    ((quarter - 1) * Math.PI) / 2 + (corner === 0 ? 0.5 : (k % (corner + 1)) / corner) * (Math.PI / 2)
  const centreX = (quarter < 2 ? 1 : -1) * (width / 2 - radius)
  const centreY = (quarter === 1 || quarter === 2 ? 1 : -1) * (height / 2 - radius)
  return [centreX + Math.cos(angle) * radius, centreY + Math.sin(angle) * radius]
}

/**
 * A bar along a path: leg, rail, arm, stem, cable. Ends are rounded over. Texture: u around the section,
 * v along the path, so that wood grain follows the part.
 */
export function bar(along: Curve<Vector3>, options: BarOptions): Mesh {
  const {
    section,
    up = new Vector3(0, 1, 0),
    stations: shares = Array.from({ length: (options.rings ?? 8) + 1 }, (_, j) => j / (options.rings ?? 8)),
    corner = 3,
    ends = 0.002,
    endRings = 2,
    caps = true,
  } = options
  const length = along.getLength()
  const stations: { s: number; inset: number }[] = []
  for (let k = 0; k < endRings; k++) {
    const angle = (k / endRings) * (Math.PI / 2)
    stations.push({ s: ends * (1 - Math.cos(angle)), inset: ends * (1 - Math.sin(angle)) })
  }
  for (const share of shares) stations.push({ s: ends + (length - 2 * ends) * share, inset: 0 })
  for (let k = endRings - 1; k >= 0; k--) {
    const angle = (k / endRings) * (Math.PI / 2)
    stations.push({ s: length - ends * (1 - Math.cos(angle)), inset: ends * (1 - Math.sin(angle)) })
  }

  const columns = 4 * (corner + 1)
  const middle = section(0.5)
  const around = [0]
  for (let k = 1; k <= columns; k++) {
    const [ax, ay] = sectionPoint(middle, 0, corner, k - 1)
    const [bx, by] = sectionPoint(middle, 0, corner, k)
    around.push((around[k - 1] as number) + Math.hypot(bx - ax, by - ay))
  }

  const frame = (s: number) => {
    const t = Math.min(1, Math.max(0, s / length))
    const centre = along.getPointAt(t)
    const tangent = along.getTangentAt(t)
    const side = new Vector3().crossVectors(up, tangent).normalize()
    return { t, centre, side, top: new Vector3().crossVectors(tangent, side) }
  }
  const mesh = new Mesh()
  const frames = stations.map(({ s }) => frame(s))
  mesh.grid(columns, stations.length - 1, (i, j) => {
    const { t, centre, side, top } = frames[j] as ReturnType<typeof frame>
    const station = stations[j] as { s: number; inset: number }
    const [a, b] = sectionPoint(section(t), station.inset, corner, i % columns)
    return {
      x: centre.x + side.x * a + top.x * b,
      y: centre.y + side.y * a + top.y * b,
      z: centre.z + side.z * a + top.z * b,
      u: around[i] as number,
      v: station.s,
    }
  })
  for (const end of caps ? [0, stations.length - 1] : []) {
    const { t, centre, side, top } = frames[end] as ReturnType<typeof frame>
    const { inset } = stations[end] as { s: number; inset: number }
    mesh.grid(columns, 1, (i, j) => {
      const [a, b] = sectionPoint(section(t), inset, corner, i % columns)
      // The start faces backwards: grow from the centre; the end forwards: grow to it.
      const share = end === 0 ? j : 1 - j
      return {
        x: centre.x + (side.x * a + top.x * b) * share,
        y: centre.y + (side.y * a + top.y * b) * share,
        z: centre.z + (side.z * a + top.z * b) * share,
        u: a * share,
        v: b * share,
      }
    })
  }
  return smoothNormals(mesh)
}

/** A straight block with rounded edges, grain along its path. */
export function block(
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  section: Section,
  options: Partial<BarOptions> = {},
): Mesh {
  return bar(path(from, to), { section: () => section, rings: 10, ...options })
}
