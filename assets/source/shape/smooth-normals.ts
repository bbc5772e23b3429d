import { at, type Mesh } from './mesh'

/**
 * Computes normals, weighted by area so that flat faces stay flat beside small bevels, smooth across
 * texture seams (vertices at one place count as one) unless the surfaces meet at more than `crease` degrees.
 */
export function smoothNormals(mesh: Mesh, crease = 60): Mesh {
  const { positions, indices, normals } = mesh
  const own = new Float64Array(positions.length)
  for (let i = 0; i < indices.length; i += 3) {
    const a = at(indices, i) * 3
    const b = at(indices, i + 1) * 3
    const c = at(indices, i + 2) * 3
    const abx = at(positions, b) - at(positions, a)
    const aby = at(positions, b + 1) - at(positions, a + 1)
    const abz = at(positions, b + 2) - at(positions, a + 2)
    const acx = at(positions, c) - at(positions, a)
    const acy = at(positions, c + 1) - at(positions, a + 1)
    const acz = at(positions, c + 2) - at(positions, a + 2)
    const x = aby * acz - abz * acy
    const y = abz * acx - abx * acz
    const z = abx * acy - aby * acx
    for (const k of [a, b, c]) {
      own[k] = at(own, k) + x
      own[k + 1] = at(own, k + 1) + y
      own[k + 2] = at(own, k + 2) + z
    }
  }

  const places = new Map<string, number[]>()
  for (let i = 0; i < mesh.vertexCount; i++) {
    const key = `${Math.round(at(positions, i * 3) * 1e5)},${Math.round(at(positions, i * 3 + 1) * 1e5)},${Math.round(at(positions, i * 3 + 2) * 1e5)}`
    const list = places.get(key)
    if (list) list.push(i)
    else places.set(key, [i])
  }

  const limit = Math.cos((crease * Math.PI) / 180)
  normals.length = positions.length
  for (const group of places.values()) {
    for (const i of group) {
      const [ix, iy, iz] = [at(own, i * 3), at(own, i * 3 + 1), at(own, i * 3 + 2)]
      const length = Math.hypot(ix, iy, iz) || 1
      let [x, y, z] = [0, 0, 0]
      for (const j of group) {
        const [jx, jy, jz] = [at(own, j * 3), at(own, j * 3 + 1), at(own, j * 3 + 2)]
        const other = Math.hypot(jx, jy, jz) || 1
        if (i === j || (ix * jx + iy * jy + iz * jz) / (length * other) >= limit) {
          x += jx
          y += jy
          z += jz
        }
      }
      const sum = Math.hypot(x, y, z)
      normals[i * 3] = sum > 0 ? x / sum : 0
      normals[i * 3 + 1] = sum > 0 ? y / sum : 1
      normals[i * 3 + 2] = sum > 0 ? z / sum : 0
    }
  }
  return mesh
}
