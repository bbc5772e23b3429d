import type { Vector2 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

/**
 * Turns a profile (x = radius, y = height, metres; from the underside outwards and up) about the Y axis.
 * Texture: u along the circumference at `girth` metres of radius, v along the profile.
 *
 * @param segments around; a multiple of four, so that the bounding box is the diameter exactly
 */
export function lathe(profile: readonly Vector2[], segments: number, girth = 0, crease = 60): Mesh {
  const lengths = [0]
  for (let j = 1; j < profile.length; j++) {
    const here = profile[j] as Vector2
    lengths.push((lengths[j - 1] as number) + here.distanceTo(profile[j - 1] as Vector2))
  }
  const widest = girth || Math.max(...profile.map((p) => p.x))
  const mesh = new Mesh().grid(segments, profile.length - 1, (i, j) => {
    const { x, y } = profile[j] as Vector2
    const angle = ((i % segments) / segments) * Math.PI * 2
    return {
      x: x * Math.sin(angle),
      y,
      z: x * Math.cos(angle),
      u: (i / segments) * Math.PI * 2 * widest,
      v: lengths[j] as number,
    }
  })
  return smoothNormals(mesh, crease)
}

/**
 * Texture of a turned disc cut from a board: seen from above the grain runs straight along Z, and it
 * follows over the rim without stretching.
 */
export function boardTexture(mesh: Mesh, profile: readonly Vector2[]): Mesh {
  // Arc length from the axis, looked up by the vertex's own run along the profile (its v).
  const total = profile.reduce(
    (sum, point, j) => (j === 0 ? 0 : sum + point.distanceTo(profile[j - 1] as Vector2)),
    0,
  )
  return mesh.mapTexture((point, _u, v) => {
    const radius = Math.hypot(point.x, point.z) || 1
    const reach = Math.min(v, total - v)
    return [(point.x / radius) * reach, (point.z / radius) * reach]
  })
}
