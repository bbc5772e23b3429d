import { CatmullRomCurve3, Vector3 } from 'three'
import { fractalNoise } from '../texture/noise'
import type { Sheet } from './sheet'

/**
 * Stations of a left shoe, from the middle of the heel along the inner side to the toe and back along the outer side. `feather`: where
 * the upper meets the sole (x, z); `top`: the edge of the upper (x, y, z), the collar first, then the throat; `swell`: how far the
 * side bulges over the sole. Metres.
 */
const STATIONS: readonly {
  readonly feather: readonly [number, number]
  readonly top: readonly [number, number, number]
  readonly swell: number
}[] = [
  { feather: [0.002, -0.137], top: [0.001, 0.0875, -0.131], swell: 0.002 },
  { feather: [-0.021, -0.127], top: [-0.0215, 0.0825, -0.1165], swell: 0.002 },
  { feather: [-0.0295, -0.097], top: [-0.029, 0.0715, -0.085], swell: 0.004 },
  { feather: [-0.0295, -0.057], top: [-0.0325, 0.066, -0.05], swell: 0.001 },
  { feather: [-0.0275, -0.016], top: [-0.0325, 0.0725, -0.014], swell: -0.001 },
  { feather: [-0.031, 0.022], top: [-0.0205, 0.0845, 0.014], swell: 0.0015 },
  { feather: [-0.0375, 0.054], top: [-0.0165, 0.0735, 0.037], swell: 0.004 },
  { feather: [-0.0405, 0.083], top: [-0.0145, 0.0625, 0.059], swell: 0.0035 },
  { feather: [-0.0365, 0.11], top: [-0.0115, 0.0545, 0.0765], swell: 0.0035 },
  { feather: [-0.022, 0.131], top: [-0.0062, 0.0505, 0.0845], swell: 0.0045 },
  { feather: [0.0, 0.138], top: [0.0002, 0.0495, 0.0865], swell: 0.0045 },
  { feather: [0.0235, 0.13], top: [0.0066, 0.0503, 0.084], swell: 0.0045 },
  { feather: [0.0395, 0.109], top: [0.012, 0.0542, 0.0755], swell: 0.0035 },
  { feather: [0.0465, 0.083], top: [0.015, 0.062, 0.0575], swell: 0.0035 },
  { feather: [0.0465, 0.054], top: [0.0172, 0.073, 0.0355], swell: 0.0035 },
  { feather: [0.0425, 0.022], top: [0.021, 0.0838, 0.0125], swell: 0.0045 },
  { feather: [0.0375, -0.016], top: [0.0335, 0.0705, -0.015], swell: 0.003 },
  { feather: [0.0355, -0.057], top: [0.034, 0.064, -0.05], swell: 0.003 },
  { feather: [0.0335, -0.097], top: [0.0305, 0.0695, -0.085], swell: 0.0045 },
  { feather: [0.0245, -0.127], top: [0.0228, 0.0815, -0.1165], swell: 0.002 },
]
export const STATION_COUNT = STATIONS.length
/** Height of the feather line, behind the sole's lip. */
const FEATHER = 0.0165
/** Draws the stations out to a size 41. */
const LONG = 1.045

const loop = (points: Vector3[]) => new CatmullRomCurve3(points, true, 'catmullrom', 0.5)
const feather = loop(STATIONS.map(({ feather: [x, z] }) => new Vector3(x, FEATHER, z * LONG)))
const top = loop(STATIONS.map(({ top: [x, y, z] }) => new Vector3(x, y, z * LONG)))
const swell = loop(STATIONS.map(({ swell }) => new Vector3(swell, 0, 0)))
const wrap = (s: number) => s - Math.floor(s)

/** How far the sole lifts off the ground under a place: the toe's spring, a little at the heel. */
export const toeSpring = (z: number) =>
  0.0075 * Math.max(0, (z - 0.045) / 0.1) ** 2 + 0.002 * Math.max(0, (-z - 0.11) / 0.04) ** 2

/** A point of the sole's plan, `out` metres outside the feather line. */
export function soleEdge(s: number, out: number): Vector3 {
  const point = feather.getPoint(wrap(s))
  const run = feather.getTangent(wrap(s))
  return point.add(new Vector3(-run.z, 0, run.x).normalize().multiplyScalar(out)).setY(0)
}

/** The upper as it was drawn over the last: s round it from the heel along the inner side, t from the feather line to the edge. */
export function upper(): Sheet {
  const give = fractalNoise(3301, 7, 4, 2)
  const flex = fractalNoise(3302, 26, 3, 2)
  return {
    at: (s, t) => {
      const share = Math.min(1, Math.max(0, t))
      const from = feather.getPoint(wrap(s))
      const to = top.getPoint(wrap(s))
      from.y += toeSpring(from.z)
      to.y += toeSpring(to.z)
      const run = feather.getTangent(wrap(s))
      const out = new Vector3(-run.z, 0, run.x).normalize()
      const bulge = swell.getPoint(wrap(s)).x
      const rise = to.y - from.y
      const away = Math.hypot(to.x - from.x, to.z - from.z)
      const steep = rise / (rise + away * 1.5)
      const first = from
        .clone()
        .addScaledVector(out, bulge)
        .setY(from.y + rise * 0.62)
      const second = to
        .clone()
        .lerp(from, 0.46)
        .addScaledVector(out, bulge * 0.9)
        .setY(to.y - rise * (0.42 * steep - 0.03 * (1 - steep)))
      const k = 1 - share
      const point = from
        .multiplyScalar(k ** 3)
        .addScaledVector(first, 3 * k * k * share)
        .addScaledVector(second, 3 * k * share * share)
        .addScaledVector(to, share ** 3)
      // Where the foot bends the leather has begun to crease; elsewhere it only gives.
      const bend = Math.exp(-(((point.z - 0.07) / 0.02) ** 2)) * Math.sin(Math.PI * share)
      point.addScaledVector(out, give(s, share) * 0.0007 * Math.sin(Math.PI * share))
      point.y += flex(point.z * 5, 0.3) * 0.0006 * bend
      return point
    },
    uv: (s, t) => [s * 0.62, -t * 0.062],
  }
}
