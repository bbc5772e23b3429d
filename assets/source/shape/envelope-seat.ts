import { Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface EnvelopeSeatOptions {
  /** Corners of the rails' centre lines (x, z), metres: front left, front right, rear right, rear left. */
  readonly corners: readonly [Point, Point, Point, Point]
  /** Height of the rails' centre lines. */
  readonly height: number
  /** Radius of a rail with the cord round it. */
  readonly rail: number
  /** How far the middle sags. */
  readonly sag: number
}

type Point = readonly [number, number]

/** Cords a rail, so to say: columns of vertices. */
const COLUMNS = 40
/** Shares of a cord's way from the rail to the seam where vertices lie, denser by the seam. */
const SHARES = [0.12, 0.3, 0.5, 0.68, 0.83, 0.93, 0.98, 1]
const WRAP = 8

/**
 * A woven envelope seat: from each rail the cords run inwards and dive where they meet those of the next rail, so that four
 * triangles show, above and below. Texture: u across the cords, v along them.
 */
export function envelopeSeat({ corners, height, rail, sag }: EnvelopeSeatOptions): Mesh {
  const middle: Point = [
    corners.reduce((sum, [x]) => sum + x, 0) / 4,
    corners.reduce((sum, [, z]) => sum + z, 0) / 4,
  ]
  const mesh = new Mesh()
  corners.forEach((from, k) => {
    const to = corners[(k + 1) % 4] as Point
    mesh.append(smoothNormals(triangle(from, to)), undefined, [k * 0.0136, k * 0.021])
  })
  return mesh

  function triangle(from: Point, to: Point): Mesh {
    const along = new Vector3(to[0] - from[0], 0, to[1] - from[1])
    const length = along.length()
    along.normalize()
    // Outwards: the rails are walked counter-clockwise seen from above.
    const out = new Vector3(-along.z, 0, along.x)
    const rows = SHARES.length * 2 + WRAP
    return new Mesh().grid(COLUMNS, rows, (i, j) => {
      const s = 1 - i / COLUMNS
      const start = new Vector3(from[0], height, from[1]).addScaledVector(along, s * length)
      const corner = s < 0.5 ? from : to
      const share = s < 0.5 ? s * 2 : (1 - s) * 2
      const seam = new Vector3(
        corner[0] + (middle[0] - corner[0]) * share,
        height,
        corner[1] + (middle[1] - corner[1]) * share,
      )
      const reach = start.distanceTo(seam)
      const above = SHARES.length - 1 - j
      const below = j - SHARES.length - WRAP - 1
      if (above >= 0 || below >= 0) {
        const inwards = SHARES[above >= 0 ? above : below] as number
        const point = start.lerp(seam, inwards)
        const left = reach * (1 - inwards)
        const dive = 0.0065 * Math.exp(-left / 0.006)
        const drop = sag * Math.sin((inwards * share * Math.PI) / 2) ** 2
        const y = above >= 0 ? height + rail - dive - drop : height - rail * 0.8 + dive * 0.5 - drop
        return {
          x: point.x,
          y,
          z: point.z,
          u: s * length,
          v: above >= 0 ? -reach * inwards : rail * Math.PI + reach * inwards,
        }
      }
      const angle = ((j - SHARES.length) / WRAP) * Math.PI
      const lower = angle > Math.PI / 2 ? 0.8 : 1
      return {
        x: start.x + out.x * Math.sin(angle) * rail,
        y: height + Math.cos(angle) * rail * lower,
        z: start.z + out.z * Math.sin(angle) * rail,
        u: s * length,
        v: angle * rail,
      }
    })
  }
}
