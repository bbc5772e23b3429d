/** A part of a person, ready to be written: triangles in metres, the head's frame. */
export interface Part {
  readonly name: string
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly indices: Uint32Array
  /** Offsets of position and normal by the morph's name. */
  readonly morphs: Readonly<
    Record<string, { readonly positions: Float32Array; readonly normals: Float32Array }>
  >
}

/** Shares of a mesh: triangles whose corners know a vertex and a texture coordinate each. */
export interface Corners {
  readonly vertices: readonly number[]
  readonly uvs: readonly number[]
}

/** Normals by vertex, weighted by area. */
export function vertexNormals(positions: Float32Array, triangles: readonly number[]): Float32Array {
  const normals = new Float32Array(positions.length)
  for (let i = 0; i < triangles.length; i += 3) {
    const [a = 0, b = 0, c = 0] = triangles.slice(i, i + 3)
    const e: number[] = []
    const f: number[] = []
    for (let axis = 0; axis < 3; axis++) {
      const from = positions[a * 3 + axis] ?? 0
      e.push((positions[b * 3 + axis] ?? 0) - from)
      f.push((positions[c * 3 + axis] ?? 0) - from)
    }
    const [ex = 0, ey = 0, ez = 0] = e
    const [fx = 0, fy = 0, fz = 0] = f
    const n = [ey * fz - ez * fy, ez * fx - ex * fz, ex * fy - ey * fx]
    for (const vertex of [a, b, c])
      for (let axis = 0; axis < 3; axis++)
        normals[vertex * 3 + axis] = (normals[vertex * 3 + axis] ?? 0) + (n[axis] ?? 0)
  }
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.hypot(normals[i] ?? 0, normals[i + 1] ?? 0, normals[i + 2] ?? 0) || 1
    for (let axis = 0; axis < 3; axis++) normals[i + axis] = (normals[i + axis] ?? 0) / length
  }
  return normals
}

/** Both triangles of a quad's corners. */
export const quadTriangles = ([a, b, c, d]: readonly [number, number, number, number]): number[] => [
  a,
  b,
  c,
  a,
  c,
  d,
]

/**
 * Gathers a part out of shared positions: vertices are doubled only where texture coordinates part.
 *
 * @param uv the texture coordinate of an index, as glTF has it (v downwards)
 */
export function gatherPart(
  name: string,
  corners: Corners,
  uv: (index: number) => readonly [number, number],
  positions: Float32Array,
  normals: Float32Array,
  morphs: Readonly<Record<string, { positions: Float32Array; normals: Float32Array }>> = {},
): Part {
  const seen = new Map<string, number>()
  const vertices: number[] = []
  const uvs: number[] = []
  const indices = corners.vertices.map((vertex, i) => {
    const at = corners.uvs[i] ?? 0
    const key = `${vertex} ${at}`
    const known = seen.get(key)
    if (known !== undefined) return known
    seen.set(key, vertices.length)
    vertices.push(vertex)
    uvs.push(...uv(at))
    return vertices.length - 1
  })
  const pick = (from: Float32Array, minus?: Float32Array) => {
    const out = new Float32Array(vertices.length * 3)
    vertices.forEach((vertex, i) => {
      for (let axis = 0; axis < 3; axis++)
        out[i * 3 + axis] = (from[vertex * 3 + axis] ?? 0) - (minus?.[vertex * 3 + axis] ?? 0)
    })
    return out
  }
  return {
    name,
    positions: pick(positions),
    normals: pick(normals),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
    morphs: Object.fromEntries(
      Object.entries(morphs).map(([morph, to]) => [
        morph,
        { positions: pick(to.positions, positions), normals: pick(to.normals, normals) },
      ]),
    ),
  }
}
