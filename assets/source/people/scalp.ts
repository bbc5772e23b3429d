import { noise3 } from './noise3'

/** The hairline: elevation seen from the skull's middle by the angle from straight ahead, degrees. */
const LINE: readonly (readonly [number, number])[] = [
  [0, 27],
  [28, 30],
  [45, 24],
  [58, 13],
  [72, 0],
  [84, -6],
  [95, -4],
  [106, -22],
  [122, -42],
  [150, -48],
  [180, -50],
]

/** How much a point is under hair, 0..1: metres in the head's frame; `size` is the head's circumference over 0.56 m. */
export function scalp(x: number, y: number, z: number, size: number): number {
  const [dx, dy, dz] = [x / size, y / size - 0.025, z / size + 0.07]
  const azimuth = (Math.atan2(Math.abs(dx), dz) * 180) / Math.PI
  const elevation = (Math.atan2(dy, Math.hypot(dx, dz)) * 180) / Math.PI
  let line = -50
  for (let i = 1; i < LINE.length; i++) {
    const [from = [0, 0], to = [0, 0]] = [LINE[i - 1], LINE[i]]
    if (azimuth < from[0] || azimuth > to[0]) continue
    line = from[1] + ((to[1] - from[1]) * (azimuth - from[0])) / (to[0] - from[0])
  }
  const frayed =
    line + 2.2 * noise3(x * 300, y * 300, z * 300, 7) + 1.6 * noise3(x * 900, y * 900, z * 900, 8)
  const t = Math.max(0, Math.min(1, (elevation - frayed + 2.5) / 7))
  return t * t * (3 - 2 * t)
}
