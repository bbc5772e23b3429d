import { linear } from '../texture/image'
import { noise3 } from './noise3'
import type { Part } from './part'
import { type HeadTruth, IRIS_DIAMETER, PUPIL_DIAMETER } from './truth'

/** How far round from straight ahead an eyeball is drawn, radians; the rest lies in its socket. */
const SPAN = 1.35
const RINGS = 28
const SECTORS = 48
/** Edge of the eye's texture, pixels: a disc, its radius the angle from straight ahead. */
export const EYE_EDGE = 512

/** Both eyeballs: spheres with the iris exactly round the straight-ahead axis. */
export function eyeballs({ eyeballs: { left, right, radius } }: HeadTruth): Part {
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  for (const centre of [left, right]) {
    const start = positions.length / 3
    for (let ring = 0; ring <= RINGS; ring++)
      for (let sector = 0; sector <= SECTORS; sector++) {
        const angle = (ring / RINGS) * SPAN
        const turn = (sector / SECTORS) * Math.PI * 2
        const normal = [Math.sin(angle) * Math.cos(turn), Math.sin(angle) * Math.sin(turn), Math.cos(angle)]
        normals.push(...normal)
        positions.push(...normal.map((n, axis) => (centre[axis] ?? 0) + n * radius))
        const r = (0.5 * ring) / RINGS
        uvs.push(0.5 + r * Math.cos(turn), 0.5 - r * Math.sin(turn))
      }
    const row = SECTORS + 1
    for (let ring = 0; ring < RINGS; ring++)
      for (let sector = 0; sector < SECTORS; sector++) {
        const a = start + ring * row + sector
        indices.push(a, a + row, a + row + 1, a, a + row + 1, a + 1)
      }
  }
  return {
    name: 'eyes',
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
    morphs: {},
  }
}

const encode = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)
const smooth = (from: number, to: number, value: number) => {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** Paints an eye: pupil, fibres, the dark rim, white with the shadow of the lids. @param colour the iris's, sRGB */
export function paintEye(colour: string, radius: number): Uint8Array {
  const out = new Uint8Array(EYE_EDGE * EYE_EDGE * 3)
  const iris = linear(colour)
  const white = linear('#d3c8c0')
  const blood = linear('#c98f84')
  const irisAngle = Math.asin(IRIS_DIAMETER / 2 / radius)
  const pupilAngle = Math.asin(PUPIL_DIAMETER / 2 / radius)
  const pixel = (2 * SPAN) / EYE_EDGE
  for (let y = 0; y < EYE_EDGE; y++)
    for (let x = 0; x < EYE_EDGE; x++) {
      const dx = (x + 0.5 - EYE_EDGE / 2) * pixel
      const dy = (EYE_EDGE / 2 - y - 0.5) * pixel
      const angle = Math.hypot(dx, dy)
      const turn = Math.atan2(dy, dx)
      const r = angle / irisAngle
      // White: warmer and darker towards the corners, in the upper lid's shadow.
      const corner = smooth(0.35, 0.95, Math.abs(dx))
      const lid = 1 - 0.5 * smooth(0.02, 0.34, dy) - 0.12 * smooth(0.2, 0.42, -dy)
      const vein = Math.max(0, noise3(turn * 9, angle * 5, 3, 51) - 0.35) * corner
      const shade = lid * (1 - 0.35 * corner)
      let out3 = [0, 1, 2].map(
        (k) => ((white[k] ?? 0) * (1 - vein * 0.6) + (blood[k] ?? 0) * (vein * 0.6 + corner * 0.12)) * shade,
      )
      // Iris: fibres, a lighter collar round the pupil, light gathered opposite to where it comes from, a dark rim.
      const fibres =
        1 +
        0.35 * noise3(Math.cos(turn) * 26, Math.sin(turn) * 26, r * 3.5, 52) +
        0.18 * noise3(Math.cos(turn) * 60, Math.sin(turn) * 60, r * 2, 53)
      const collar = 1 + 0.35 * Math.exp(-(((r - 0.48) / 0.14) ** 2))
      const caustic = 1 + 0.4 * smooth(-0.1, 1, -dy / irisAngle) - 0.45 * smooth(0.1, 0.9, dy / irisAngle)
      const rim = 1 - 0.78 * smooth(0.8, 1, r)
      const inside = 1 - smooth(1 - (pixel / irisAngle) * 0.9, 1 + (pixel / irisAngle) * 0.9, r)
      const lit = fibres * collar * caustic * rim
      out3 = out3.map((value, k) => value + ((iris[k] ?? 0) * lit - value) * inside)
      const pupil = 1 - smooth(pupilAngle - pixel, pupilAngle + pixel, angle)
      out3 = out3.map((value) => value + (0.004 - value) * pupil)
      for (let k = 0; k < 3; k++)
        out[(y * EYE_EDGE + x) * 3 + k] = Math.round(
          255 * Math.max(0, Math.min(1, encode(Math.max(0, out3[k] ?? 0)))),
        )
    }
  return out
}
