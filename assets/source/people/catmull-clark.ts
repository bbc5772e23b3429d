import type { Quad } from './base-mesh'

/** A quad mesh refined once; original vertices keep their numbers. */
export interface Refined {
  readonly quads: readonly Quad[]
  readonly uvs: Float32Array
  /** Refines further positions of the same mesh: a morph target stays a morph target. */
  refine(positions: Float32Array): Float32Array
}

interface Edge {
  readonly index: number
  readonly ends: readonly [number, number]
  readonly faces: number[]
}

/**
 * One step of Catmull and Clark's subdivision (1978) with its usual rule at borders. Texture coordinates are halved linearly, corner by corner,
 * so seams stay where they were.
 *
 * @param vertexCount vertices of the mesh the quads point into; new ones are numbered from there: one an edge, then one a face
 */
export function catmullClark(quads: readonly Quad[], vertexCount: number, uvs: Float32Array): Refined {
  const edges = new Map<number, Edge>()
  const edgeOf = (a: number, b: number): Edge => {
    const key = Math.min(a, b) * vertexCount + Math.max(a, b)
    const known = edges.get(key)
    if (known) return known
    const made: Edge = { index: edges.size, ends: [a, b], faces: [] }
    edges.set(key, made)
    return made
  }
  const sides = quads.map((quad, face) =>
    quad.corners.map((corner, k) => {
      const edge = edgeOf(corner, quad.corners[(k + 1) % 4] ?? corner)
      edge.faces.push(face)
      return edge
    }),
  )
  const list = [...edges.values()]
  const edgeStart = vertexCount
  const faceStart = vertexCount + list.length

  const points: number[] = Array.from(uvs)
  const midpoints = new Map<number, number>()
  const uvBetween = (a: number, b: number): number => {
    const key = Math.min(a, b) * (uvs.length / 2) + Math.max(a, b)
    const known = midpoints.get(key)
    if (known !== undefined) return known
    const made = points.length / 2
    for (let k = 0; k < 2; k++) points.push(((points[a * 2 + k] ?? 0) + (points[b * 2 + k] ?? 0)) / 2)
    midpoints.set(key, made)
    return made
  }
  const refined: Quad[] = []
  quads.forEach((quad, face) => {
    const middle = points.length / 2
    for (let k = 0; k < 2; k++)
      points.push(quad.uvs.reduce((sum, uv) => sum + (points[uv * 2 + k] ?? 0), 0) / 4)
    for (let k = 0; k < 4; k++) {
      const before = (k + 3) % 4
      const next = (k + 1) % 4
      const corner = quad.corners[k] ?? 0
      const uv = quad.uvs[k] ?? 0
      refined.push({
        group: quad.group,
        corners: [
          corner,
          edgeStart + (sides[face]?.[k]?.index ?? 0),
          faceStart + face,
          edgeStart + (sides[face]?.[before]?.index ?? 0),
        ],
        uvs: [uv, uvBetween(uv, quad.uvs[next] ?? 0), middle, uvBetween(quad.uvs[before] ?? 0, uv)],
      })
    }
  })

  const refine = (positions: Float32Array): Float32Array => {
    const out = new Float32Array((faceStart + quads.length) * 3)
    out.set(positions.subarray(0, vertexCount * 3))
    const at = (array: Float32Array, index: number, axis: number) => array[index * 3 + axis] ?? 0
    const faces = new Float32Array(vertexCount * 3)
    const middles = new Float32Array(vertexCount * 3)
    const borders = new Float32Array(vertexCount * 3)
    const valence = new Uint16Array(vertexCount)
    const border = new Uint16Array(vertexCount)
    quads.forEach((quad, face) => {
      for (let axis = 0; axis < 3; axis++) {
        const middle = quad.corners.reduce((sum, corner) => sum + at(positions, corner, axis), 0) / 4
        out[(faceStart + face) * 3 + axis] = middle
        for (const corner of quad.corners) faces[corner * 3 + axis] = at(faces, corner, axis) + middle
      }
    })
    for (const { index, ends, faces: touching } of list) {
      const open = touching.length < 2
      for (const end of ends) {
        valence[end] = (valence[end] ?? 0) + 1
        if (open) border[end] = (border[end] ?? 0) + 1
      }
      for (let axis = 0; axis < 3; axis++) {
        const middle = (at(positions, ends[0], axis) + at(positions, ends[1], axis)) / 2
        const around = touching.reduce((sum, face) => sum + at(out, faceStart + face, axis), 0)
        out[(edgeStart + index) * 3 + axis] = open ? middle : (middle * 2 + around) / (2 + touching.length)
        for (const end of ends) {
          middles[end * 3 + axis] = at(middles, end, axis) + middle
          if (open) borders[end * 3 + axis] = at(borders, end, axis) + middle
        }
      }
    }
    for (let vertex = 0; vertex < vertexCount; vertex++) {
      const n = valence[vertex] ?? 0
      if (n === 0) continue
      for (let axis = 0; axis < 3; axis++) {
        const here = at(positions, vertex, axis)
        if (border[vertex] === 2) out[vertex * 3 + axis] = (here * 2 + at(borders, vertex, axis)) / 4
        else if (!border[vertex])
          out[vertex * 3 + axis] =
            (at(faces, vertex, axis) / n + (2 * at(middles, vertex, axis)) / n + (n - 3) * here) / n
      }
    }
    return out
  }
  return { quads: refined, uvs: Float32Array.from(points), refine }
}
