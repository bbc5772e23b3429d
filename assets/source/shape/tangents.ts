import { at, type Mesh } from './mesh'

/**
 * Tangents (x, y, z, handedness) along growing u, as glTF wants them: normal × tangent × w points up the image, that is
 * against v. Where the texture is mirrored across an edge the shared vertices are doubled first, one for each hand.
 */
export function tangents(mesh: Mesh): Float32Array {
  splitMirrored(mesh)
  const { positions, normals, uvs, indices } = mesh
  const sums = new Float64Array(mesh.vertexCount * 3)
  const hands = new Float32Array(mesh.vertexCount).fill(-1)
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [at(indices, i), at(indices, i + 1), at(indices, i + 2)]
    const area = textureArea(mesh, i)
    const v1 = at(uvs, b * 2 + 1) - at(uvs, a * 2 + 1)
    const v2 = at(uvs, c * 2 + 1) - at(uvs, a * 2 + 1)
    for (let k = 0; k < 3; k++) {
      const e1 = at(positions, b * 3 + k) - at(positions, a * 3 + k)
      const e2 = at(positions, c * 3 + k) - at(positions, a * 3 + k)
      const along = (e1 * v2 - e2 * v1) * Math.sign(area)
      for (const vertex of [a, b, c]) sums[vertex * 3 + k] = at(sums, vertex * 3 + k) + along
    }
    for (const vertex of [a, b, c]) hands[vertex] = area < 0 ? 1 : -1
  }
  const out = new Float32Array(mesh.vertexCount * 4)
  for (let i = 0; i < mesh.vertexCount; i++) {
    const [nx, ny, nz] = [at(normals, i * 3), at(normals, i * 3 + 1), at(normals, i * 3 + 2)]
    let [x, y, z] = [at(sums, i * 3), at(sums, i * 3 + 1), at(sums, i * 3 + 2)]
    const dot = x * nx + y * ny + z * nz
    x -= nx * dot
    y -= ny * dot
    z -= nz * dot
    let length = Math.hypot(x, y, z)
    if (length < 1e-12) {
      // No texture direction here (a pole): any direction in the surface.
      ;[x, y, z] = Math.abs(nx) < 0.9 ? [1 - nx * nx, -nx * ny, -nx * nz] : [-ny * nx, 1 - ny * ny, -ny * nz]
      length = Math.hypot(x, y, z)
    }
    out.set([x / length, y / length, z / length, at(hands, i)], i * 4)
  }
  return out
}

/** Twice the signed area of a triangle in texture space. */
function textureArea({ uvs, indices }: Mesh, i: number): number {
  const [a, b, c] = [at(indices, i) * 2, at(indices, i + 1) * 2, at(indices, i + 2) * 2]
  return (
    (at(uvs, b) - at(uvs, a)) * (at(uvs, c + 1) - at(uvs, a + 1)) -
    (at(uvs, c) - at(uvs, a)) * (at(uvs, b + 1) - at(uvs, a + 1))
  )
}

function splitMirrored(mesh: Mesh): void {
  const { positions, normals, uvs, occlusion, indices } = mesh
  const seen = new Int8Array(mesh.vertexCount)
  const twins = new Map<number, number>()
  for (let i = 0; i < indices.length; i += 3) {
    const hand = textureArea(mesh, i) < 0 ? 1 : -1
    for (let k = i; k < i + 3; k++) {
      const vertex = at(indices, k)
      const first = at(seen, vertex)
      if (first === 0) seen[vertex] = hand
      if (first === 0 || first === hand) continue
      let twin = twins.get(vertex)
      if (twin === undefined) {
        twin = mesh.vertexCount
        positions.push(...positions.slice(vertex * 3, vertex * 3 + 3))
        normals.push(...normals.slice(vertex * 3, vertex * 3 + 3))
        uvs.push(...uvs.slice(vertex * 2, vertex * 2 + 2))
        if (occlusion.length > 0) occlusion.push(at(occlusion, vertex))
        twins.set(vertex, twin)
      }
      indices[k] = twin
    }
  }
}
