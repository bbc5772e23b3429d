import { Bvh } from './bvh'
import { at, type Mesh } from './mesh'

export interface OcclusionOptions {
  /** How far a surface darkens another, metres. */
  readonly reach: number
  /** Rays a vertex. */
  readonly rays: number
  /** 0 = none, 1 = full. */
  readonly strength: number
  /** Metres above the surface the rays start; 0.6 mm unless told. Less for what is finer than that: jewellery. */
  readonly lift?: number
}

/**
 * Bakes ambient occlusion into each vertex: the share of a cosine-weighted hemisphere that is open within
 * `reach`, with far hits counting less. Deterministic: one fixed ray set.
 *
 * @param casters what throws the shade; the meshes themselves unless told
 */
export function bakeOcclusion(
  meshes: readonly Mesh[],
  options: OcclusionOptions,
  casters: readonly Mesh[] = meshes,
): void {
  const { reach, rays, strength, lift = 6e-4 } = options
  const bvh = new Bvh(casters)
  const golden = Math.PI * (3 - Math.sqrt(5))
  for (const mesh of meshes) {
    mesh.occlusion.length = 0
    for (let i = 0; i < mesh.vertexCount; i++) {
      const nx = at(mesh.normals, i * 3)
      const ny = at(mesh.normals, i * 3 + 1)
      const nz = at(mesh.normals, i * 3 + 2)
      // An orthonormal basis about the normal (Duff et al., 2017).
      const sign = nz >= 0 ? 1 : -1
      const a = -1 / (sign + nz)
      const b = nx * ny * a
      const px = at(mesh.positions, i * 3) + nx * lift
      const py = at(mesh.positions, i * 3 + 1) + ny * lift
      const pz = at(mesh.positions, i * 3 + 2) + nz * lift
      let blocked = 0
      for (let k = 0; k < rays; k++) {
        const radius = Math.sqrt((k + 0.5) / rays)
        const x = radius * Math.cos(k * golden)
        const y = radius * Math.sin(k * golden)
        const z = Math.sqrt(1 - radius * radius)
        const dx = (1 + sign * nx * nx * a) * x + b * y + nx * z
        const dy = sign * b * x + (sign + ny * ny * a) * y + ny * z
        const dz = -sign * nx * x - ny * y + nz * z
        const hit = bvh.distance(px, py, pz, dx, dy, dz, reach)
        if (hit < reach) blocked += 1 - (hit / reach) ** 2
      }
      mesh.occlusion.push(1 - (strength * blocked) / rays)
    }
  }
}
