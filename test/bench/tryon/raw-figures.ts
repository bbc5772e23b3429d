import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../architecture/source-files'

const face: { positions: number[] } = JSON.parse(
  readFileSync(join(ROOT, 'assets', 'try-on', 'canonical-face.json'), 'utf8'),
)
const COUNT = 468

/**
 * How far a face is turned to the picture's right by the tracker's own points, degrees: the canonical face laid over them as they are, by least squares, without a
 * camera. That is what the runtime's pose amounts to, and why it takes a face at the picture's edge for turned.
 */
export function rawYaw(points: readonly number[]): number {
  // Horn's closed form, by power iteration on the 4 x 4 matrix of the covariance.
  const a = centred((i, axis) => face.positions[3 * i + axis] ?? 0)
  const b = centred((i, axis) => (points[3 * i + axis] ?? 0) * (axis === 0 ? 1 : -1))
  const s = Array.from({ length: 9 }, (_, k) => {
    let sum = 0
    for (let i = 0; i < COUNT; i++) sum += (a[3 * i + Math.floor(k / 3)] ?? 0) * (b[3 * i + (k % 3)] ?? 0)
    return sum
  })
  const [xx = 0, xy = 0, xz = 0, yx = 0, yy = 0, yz = 0, zx = 0, zy = 0, zz = 0] = s
  const n = [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ]
  const shift = n.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 4
  let q = [1, 0.01, 0.01, 0.01]
  for (let i = 0; i < 400; i++) {
    const next = n.map((row, r) =>
      row.reduce((sum, value, c) => sum + value * (q[c] ?? 0), shift * (q[r] ?? 0)),
    )
    const length = Math.hypot(...next)
    q = next.map((value) => value / length)
  }
  const [w = 1, x = 0, y = 0, z = 0] = q
  return (Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y)) * 180) / Math.PI
}

/** Metres between the pupils by one frame's points: the distance of the irises' centres in irises of 11.7 mm. */
export function rawPupils(points: readonly number[]): number {
  const at = (i: number) => [points[3 * i] ?? 0, points[3 * i + 1] ?? 0] as const
  const between = (i: number, j: number) => Math.hypot(at(i)[0] - at(j)[0], at(i)[1] - at(j)[1])
  const iris = (between(469, 471) + between(470, 472) + between(474, 476) + between(475, 477)) / 4
  return (between(468, 473) / iris) * 0.0117
}

function centred(of: (point: number, axis: number) => number): Float64Array {
  const out = new Float64Array(3 * COUNT)
  for (let axis = 0; axis < 3; axis++) {
    let mean = 0
    for (let i = 0; i < COUNT; i++) mean += of(i, axis) / COUNT
    for (let i = 0; i < COUNT; i++) out[3 * i + axis] = of(i, axis) - mean
  }
  return out
}
