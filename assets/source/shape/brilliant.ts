import { Vector3 } from 'three'
import { Mesh } from './mesh'

export interface BrilliantOptions {
  /** Radius of the girdle at an angle from +z towards +x, metres. A constant makes it round. */
  readonly girdle: (angle: number) => number
  /** Half the mean diameter, from which heights are taken. */
  readonly radius: number
  /** Lines round the girdle in each of its sixteen parts. */
  readonly scallops?: number
}

/** A cut stone lying with its table up and its girdle at y = 0, in the two halves that behave differently in light. */
export interface Brilliant {
  /** Table, stars, bezels, upper girdle facets, girdle. */
  readonly crown: Mesh
  /** Mains and lower girdle facets. */
  readonly pavilion: Mesh
}

/** Shares of the diameter of an excellent cut. */
const CUT = { table: 0.56, crown: 0.15, pavilion: 0.43, girdle: 0.025, star: 0.76, lower: 0.24 }
const EIGHTH = Math.PI / 4

/**
 * The 57-facet brilliant: a table, 8 stars, 8 bezels, 16 upper girdle facets; 8 pavilion mains, 16 lower girdle facets. Facets are
 * flat, the edges between them sharp, as they are in a stone.
 */
export function brilliant({ girdle, radius, scallops = 3 }: BrilliantOptions): Brilliant {
  const height = CUT.crown * 2 * radius
  const depth = CUT.pavilion * 2 * radius
  const band = CUT.girdle * 2 * radius
  const place = (angle: number, share: number, y: number) => {
    const r = girdle(angle) * share
    return new Vector3(Math.sin(angle) * r, y, Math.cos(angle) * r)
  }
  const half = Math.cos(EIGHTH / 2)
  const tableAt = (k: number) => place(k * EIGHTH, CUT.table, height)
  const starAt = (k: number) =>
    place((k + 0.5) * EIGHTH, CUT.star, (height * (1 - CUT.star * half)) / (1 - CUT.table))
  const lowerAt = (k: number) => place((k + 0.5) * EIGHTH, CUT.lower, -band - depth * (1 - CUT.lower * half))
  const culet = new Vector3(0, -band - depth, 0)
  /** Rim between two angles: a girdle facet meets the round girdle in a scallop. */
  const rim = (from: number, to: number, y: number, bow: number) =>
    Array.from({ length: scallops + 1 }, (_, n) => {
      const t = n / scallops
      return place(from + (to - from) * t, 1, y + bow * 4 * t * (1 - t))
    })

  const crown = new Mesh()
  const pavilion = new Mesh()
  facet(
    crown,
    Array.from({ length: 8 }, (_, k) => tableAt(k)),
  )
  for (let k = 0; k < 8; k++) {
    const [left, middle, right] = [k * EIGHTH, (k + 0.5) * EIGHTH, (k + 1) * EIGHTH]
    facet(crown, [tableAt(k), starAt(k), tableAt(k + 1)])
    facet(crown, [tableAt(k), starAt(k + 7), place(left, 1, 0), starAt(k)])
    facet(pavilion, [culet, lowerAt(k), place(left, 1, -band), lowerAt(k + 7)])
    for (const [from, to] of [
      [left, middle],
      [middle, right],
    ] as const) {
      const upper = rim(from, to, 0, height * 0.045)
      const under = rim(from, to, -band, -height * 0.03)
      facet(crown, [starAt(k), ...upper])
      facet(pavilion, [lowerAt(k), ...under.toReversed()])
      for (let n = 0; n < scallops; n++) {
        facet(
          crown,
          [under[n], under[n + 1], upper[n + 1], upper[n]].filter((p) => p !== undefined),
        )
      }
    }
  }
  return { crown, pavilion }
}

/** A flat facet, counter-clockwise from outside, with one normal for all of it (Newell's). */
function facet(mesh: Mesh, corners: readonly Vector3[]): void {
  const normal = new Vector3()
  corners.forEach((here, k) => {
    const next = corners[(k + 1) % corners.length] as Vector3
    normal.x += (here.y - next.y) * (here.z + next.z)
    normal.y += (here.z - next.z) * (here.x + next.x)
    normal.z += (here.x - next.x) * (here.y + next.y)
  })
  normal.normalize()
  const first = mesh.vertexCount
  for (const { x, y, z } of corners) {
    mesh.vertex(x, y, z, x, z)
    mesh.normals.push(normal.x, normal.y, normal.z)
  }
  for (let k = 1; k + 1 < corners.length; k++) mesh.triangle(first, first + k, first + k + 1)
}
