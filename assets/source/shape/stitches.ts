import { Vector3 } from 'three'
import { Mesh } from './mesh'
import type { Spot } from './sheet'
import { smoothNormals } from './smooth-normals'

export interface StitchOptions {
  /** From one needle hole to the next, metres. */
  readonly pitch: number
  /** Of the thread, metres. */
  readonly thread: number
  /** Share of the pitch that thread lies on top. */
  readonly cover?: number
  /** How far each stitch leans out of the line, radians: saddle stitch leans, lock stitch does not. */
  readonly lean?: number
}

/** Thread along a line on a surface: each stitch comes out of its hole, lies on the surface and goes in again. */
export function stitches(
  line: readonly Spot[],
  { pitch, thread, cover = 0.72, lean = 0 }: StitchOptions,
): Mesh {
  const lengths = [0]
  for (let i = 1; i < line.length; i++) {
    const here = line[i] as Spot
    lengths.push((lengths[i - 1] as number) + here.point.distanceTo((line[i - 1] as Spot).point))
  }
  const total = lengths[lengths.length - 1] as number
  const count = Math.max(1, Math.round(total / pitch))
  const step = total / count
  let segment = 1
  const mesh = new Mesh()
  for (let n = 0; n < count; n++) {
    const middle = (n + 0.5) * step
    while (segment < line.length - 1 && (lengths[segment] as number) < middle) segment++
    const a = line[segment - 1] as Spot
    const b = line[segment] as Spot
    const span = (lengths[segment] as number) - (lengths[segment - 1] as number) || 1
    const share = (middle - (lengths[segment - 1] as number)) / span
    const centre = a.point.clone().lerp(b.point, share)
    const normal = a.normal.clone().lerp(b.normal, share).normalize()
    const run = b.point.clone().sub(a.point).normalize().applyAxisAngle(normal, lean)
    const side = new Vector3().crossVectors(run, normal).normalize()
    const half = (step * cover) / 2
    const rings = [
      { along: -half, radius: 0, up: -0.3 },
      { along: -half * 0.6, radius: 0.5, up: 0 },
      { along: half * 0.6, radius: 0.5, up: 0 },
      { along: half, radius: 0, up: -0.3 },
    ]
    // Only what lies above the surface: a ridge from side to side.
    mesh.grid(2, 3, (i, j) => {
      const { along, radius, up } = rings[j] ?? { along: 0, radius: 0, up: 0 }
      const height = (up + (i === 1 ? radius * 1.7 : -0.1)) * thread
      const point = centre
        .clone()
        .addScaledVector(run, along)
        .addScaledVector(side, (i - 1) * radius * thread * 1.1)
        .addScaledVector(normal, height)
      return { x: point.x, y: point.y, z: point.z, u: (i / 2) * thread * 2, v: middle + along }
    })
  }
  return smoothNormals(mesh, 180)
}
