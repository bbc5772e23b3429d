import { collarHeight } from './collar'
import { type Part, quadTriangles, vertexNormals } from './part'
import type { PersonShape } from './person-shape'

/** How far cloth lies off the skin, and how thick its edge is, metres. */
const OFF = 0.0045
const RIB = 0.0022
const RIB_WIDTH = 0.019
const EDGE = 0.0055
/** Rounds of smoothing: cloth bridges what skin follows. */
const SMOOTHING = 14

/** A plain round-necked top over somebody's shoulders: the body's own skin lifted, smoothed, cut along the collar's plane and hemmed. */
export function garment({ positions: { rest }, normals, quads }: PersonShape): Part {
  const worn = quads.filter(({ region }) => region === 'torso' || region === 'neck')
  const neighbours = new Map<number, Set<number>>()
  for (const { quad } of worn)
    quad.corners.forEach((corner, k) => {
      const next = neighbours.get(corner) ?? new Set()
      for (const step of [1, 3]) next.add(quad.corners[(k + step) % 4] ?? corner)
      neighbours.set(corner, next)
    })
  let lifted = Float32Array.from(rest)
  for (const vertex of neighbours.keys()) {
    const below = -collarHeight(rest, vertex)
    const rib = below < RIB_WIDTH ? RIB * Math.min(1, (RIB_WIDTH - below) / 0.003) : 0
    for (let axis = 0; axis < 3; axis++)
      lifted[vertex * 3 + axis] =
        (rest[vertex * 3 + axis] ?? 0) + (normals.rest[vertex * 3 + axis] ?? 0) * (OFF + rib)
  }
  for (let round = 0; round < SMOOTHING; round++) {
    const next = Float32Array.from(lifted)
    for (const [vertex, around] of neighbours) {
      if (around.size < 3) continue
      // Near the collar cloth is ribbed and keeps to the neck.
      const share = 0.5 * Math.max(0, Math.min(1, (-collarHeight(rest, vertex) - RIB_WIDTH) / 0.03))
      if (share === 0) continue
      for (let axis = 0; axis < 3; axis++) {
        let mean = 0
        for (const other of around) mean += (lifted[other * 3 + axis] ?? 0) / around.size
        const here = lifted[vertex * 3 + axis] ?? 0
        next[vertex * 3 + axis] = here + (mean - here) * share
      }
    }
    lifted = next
  }
  const cloth = vertexNormals(
    lifted,
    worn.flatMap(({ quad }) => quadTriangles(quad.corners)),
  )
  return cut(
    lifted,
    cloth,
    worn.flatMap(({ quad }) => quadTriangles(quad.corners)),
  )
}

/** Keeps what lies below the collar's plane, and turns the cut edge in. */
function cut(positions: Float32Array, normals: Float32Array, triangles: readonly number[]): Part {
  const out = { positions: [] as number[], normals: [] as number[], indices: [] as number[] }
  const known = new Map<string, number>()
  const point = (a: number, b: number, t: number): number => {
    const key = t === 0 ? `${a}` : `${Math.min(a, b)} ${Math.max(a, b)}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    for (const [from, to] of [
      [positions, out.positions],
      [normals, out.normals],
    ] as const)
      for (let axis = 0; axis < 3; axis++) {
        const start = from[a * 3 + axis] ?? 0
        to.push(start + ((from[b * 3 + axis] ?? 0) - start) * t)
      }
    known.set(key, out.positions.length / 3 - 1)
    return out.positions.length / 3 - 1
  }
  const hem: [number, number][] = []
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = triangles.slice(i, i + 3)
    const heights = corners.map((corner) => collarHeight(positions, corner))
    const polygon: number[] = []
    const edge: number[] = []
    corners.forEach((a, k) => {
      const b = corners[(k + 1) % 3] ?? a
      const [ha = 0, hb = 0] = [heights[k], heights[(k + 1) % 3]]
      if (ha <= 0) polygon.push(point(a, a, 0))
      if (ha <= 0 === hb <= 0) return
      const crossing = a < b ? point(a, b, ha / (ha - hb)) : point(b, a, hb / (hb - ha))
      polygon.push(crossing)
      edge.push(crossing)
    })
    for (let k = 2; k < polygon.length; k++)
      out.indices.push(polygon[0] ?? 0, polygon[k - 1] ?? 0, polygon[k] ?? 0)
    const [first, second] = edge
    if (first === undefined || second === undefined) continue
    // In the order the triangle's own winding has them, so that the hem faces one way all round.
    const follows = polygon[(polygon.indexOf(first) + 1) % polygon.length] === second
    hem.push(follows ? [second, first] : [first, second])
  }
  // The hem: over the edge and down the inside, doubled so that it is seen from both sides.
  const turned = new Map<number, [number, number]>()
  const turn = (vertex: number): [number, number] => {
    const seen = turned.get(vertex)
    if (seen) return seen
    const at = (array: number[], axis: number) => array[vertex * 3 + axis] ?? 0
    const made: number[] = []
    for (const [inward, down] of [
      [0, 0],
      [EDGE, 0.0035],
    ] as const) {
      for (let axis = 0; axis < 3; axis++) {
        out.positions.push(at(out.positions, axis) - at(out.normals, axis) * inward - (axis === 1 ? down : 0))
        out.normals.push(axis === 1 ? 0.9 : at(out.normals, axis) * 0.4)
      }
      made.push(out.positions.length / 3 - 1)
    }
    const both: [number, number] = [made[0] ?? 0, made[1] ?? 0]
    turned.set(vertex, both)
    return both
  }
  for (const [a, b] of hem) {
    const [a0, a1] = turn(a)
    const [b0, b1] = turn(b)
    out.indices.push(a0, b0, b1, a0, b1, a1)
  }
  return {
    name: 'top',
    positions: Float32Array.from(out.positions),
    normals: Float32Array.from(out.normals),
    uvs: Float32Array.from({ length: (out.positions.length / 3) * 2 }, (_, i) => {
      const vertex = i >> 1
      return (out.positions[vertex * 3 + (i & 1)] ?? 0) * 4 * (i & 1 ? -1 : 1)
    }),
    indices: Uint32Array.from(out.indices),
    morphs: {},
  }
}
