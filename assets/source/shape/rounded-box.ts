import { Vector3 } from 'three'
import { Mesh } from './mesh'

/** Directions of a face: outwards, and its two axes so that across × up = out. */
const FACES = [
  [new Vector3(0, 0, 1), new Vector3(1, 0, 0), new Vector3(0, 1, 0)],
  [new Vector3(0, 0, -1), new Vector3(-1, 0, 0), new Vector3(0, 1, 0)],
  [new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0)],
  [new Vector3(-1, 0, 0), new Vector3(0, 0, 1), new Vector3(0, 1, 0)],
  [new Vector3(0, 1, 0), new Vector3(1, 0, 0), new Vector3(0, 0, -1)],
  [new Vector3(0, -1, 0), new Vector3(1, 0, 0), new Vector3(0, 0, 1)],
] as const

/** A box about the origin with every edge and corner rounded, its faces divided every `fine` metres for baked shade. Texture: flat on each face, metres. */
export function roundedBox(
  width: number,
  height: number,
  depth: number,
  radius: number,
  { steps = 3, fine = 0.03 } = {},
): Mesh {
  const half = new Vector3(width, height, depth).divideScalar(2)
  const core = half.clone().subScalar(radius)
  const mesh = new Mesh()
  const ticks = (extent: number): number[] => {
    const flat = extent - radius
    const count = Math.max(1, Math.ceil((flat * 2) / fine))
    const inner = Array.from({ length: count + 1 }, (_, k) => -flat + (k / count) * flat * 2)
    const edge = Array.from(
      { length: steps },
      (_, k) => flat + radius * Math.tan(((k + 1) / steps) * (Math.PI / 4)),
    )
    return [...edge.map((x) => -x).reverse(), ...inner, ...edge]
  }
  for (const [out, across, up] of FACES) {
    const a = ticks(Math.abs(half.dot(across)))
    const b = ticks(Math.abs(half.dot(up)))
    const far = Math.abs(half.dot(out))
    mesh.grid(a.length - 1, b.length - 1, (i, j) => {
      const [s, t] = [a[i] ?? 0, b[j] ?? 0]
      const cube = out.clone().multiplyScalar(far).addScaledVector(across, s).addScaledVector(up, t)
      const inner = cube.clone().clamp(core.clone().negate(), core)
      const normal = cube.sub(inner).normalize()
      mesh.normals.push(normal.x, normal.y, normal.z)
      const { x, y, z } = inner.addScaledVector(normal, radius)
      return { x, y, z, u: s, v: -t }
    })
  }
  return mesh
}
