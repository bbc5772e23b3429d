import { linear } from '../texture/image'
import { handUv } from './hand-atlas'
import type { HandShape } from './hand-shape'
import type { HandTruth } from './hand-truth'
import type { Point } from './head-frame'
import { noise3 } from './noise3'
import { quadTriangles } from './part'
import type { Tone } from './tones'
import { across, cross, dot, minus, unit } from './vector'

export const HAND_EDGE = 1024

/** What no tone changes of a hand's skin; three numbers a pixel for places and normals, else one. */
export interface HandLayers {
  readonly positions: Float32Array
  readonly nails: Float32Array
  readonly nailTips: Float32Array
  readonly knuckles: Float32Array
  readonly palm: Float32Array
  readonly grain: Float32Array
}

const clamp = (value: number) => Math.max(0, Math.min(1, value))
const smooth = (from: number, to: number, value: number) => {
  const t = clamp((value - from) / (to - from))
  return t * t * (3 - 2 * t)
}

/** Draws a hand's triangles into its texture and works out what lies where. */
export function handLayers(shape: HandShape, truth: HandTruth): HandLayers {
  const count = HAND_EDGE * HAND_EDGE
  const layers: HandLayers = {
    positions: new Float32Array(count * 3).fill(Number.NaN),
    nails: new Float32Array(count),
    nailTips: new Float32Array(count),
    knuckles: new Float32Array(count),
    palm: new Float32Array(count),
    grain: new Float32Array(count).fill(1),
  }
  const uv = handUv(shape)
  const normals = new Float32Array(count * 3)
  const owners = new Int8Array(count).fill(-1)
  for (const { quad, part } of shape.quads) {
    const corners = quadTriangles(quad.corners)
    const uvs = quadTriangles(quad.uvs)
    for (const at of [0, 3]) {
      const [a = [0, 0], b = [0, 0], c = [0, 0]] = [0, 1, 2].map((k) => {
        const [x, y] = uv(uvs[at + k] ?? 0, part)
        return [x * HAND_EDGE, y * HAND_EDGE] as const
      })
      const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      if (Math.abs(area) < 1e-9) continue
      for (let y = Math.floor(Math.min(a[1], b[1], c[1]) - 1); y <= Math.max(a[1], b[1], c[1]) + 1; y++)
        for (let x = Math.floor(Math.min(a[0], b[0], c[0]) - 1); x <= Math.max(a[0], b[0], c[0]) + 1; x++) {
          if (x < 0 || y < 0 || x >= HAND_EDGE || y >= HAND_EDGE) continue
          const p = ((b[0] - x - 0.5) * (c[1] - y - 0.5) - (b[1] - y - 0.5) * (c[0] - x - 0.5)) / area
          const q = ((c[0] - x - 0.5) * (a[1] - y - 0.5) - (c[1] - y - 0.5) * (a[0] - x - 0.5)) / area
          const weights = [p, q, 1 - p - q]
          if (Math.min(...weights) < -0.25) continue
          const i = y * HAND_EDGE + x
          owners[i] = shape.fingerOf(corners[at] ?? 0)
          for (let axis = 0; axis < 3; axis++) {
            const blend = (from: Float32Array) =>
              weights.reduce(
                (sum, weight, k) => sum + weight * (from[(corners[at + k] ?? 0) * 3 + axis] ?? 0),
                0,
              )
            layers.positions[i * 3 + axis] = blend(shape.positions)
            normals[i * 3 + axis] = blend(shape.normals)
          }
        }
    }
  }
  const nails = truth.joints.flatMap((tip, index): Nail[] => {
    if (index === 0 || index % 4 !== 0) return []
    const finger = index / 4 - 1
    const joint = truth.joints[index - 1] ?? tip
    const along = unit(minus(tip, joint))
    const { dorsal, radius } = Object.values(truth.rings)[finger] ?? {
      dorsal: [0, 0, 1] as Point,
      radius: 0.009,
    }
    const back = across(dorsal, along)
    return [
      {
        finger,
        joint,
        along,
        back,
        side: cross(along, back),
        reach: Math.hypot(...minus(tip, joint)),
        width: radius * 0.66,
      },
    ]
  })
  for (let i = 0; i < count; i++) {
    const [x = Number.NaN, y = 0, z = 0] = layers.positions.subarray(i * 3, i * 3 + 3)
    if (Number.isNaN(x)) continue
    const point: Point = [x, y, z]
    const normal: Point = [normals[i * 3] ?? 0, normals[i * 3 + 1] ?? 0, normals[i * 3 + 2] ?? 0]
    layers.palm[i] = smooth(0.1, -0.6, normal[2]) * smooth(-0.012, 0.012, y)
    const lines = noise3(x / 0.006, y / 0.0011, z / 0.003, 61)
    layers.grain[i] =
      1 +
      0.035 * noise3(x / 0.0011, y / 0.0011, z / 0.0011, 62) +
      0.05 * noise3(x / 0.011, y / 0.011, z / 0.011, 63) +
      0.04 * lines * (layers.palm[i] ?? 0)
    let knuckle = 0
    truth.joints.forEach((joint, index) => {
      if (index % 4 === 0 || index === 1) return
      const near = Math.hypot(...minus(point, joint))
      knuckle = Math.max(knuckle, Math.exp(-((near / (index % 4 === 1 ? 0.014 : 0.0095)) ** 2)))
    })
    layers.knuckles[i] = knuckle * smooth(-0.1, 0.5, normal[2]) * (0.75 + 0.25 * lines)
    for (const nail of nails) {
      if (owners[i] !== nail.finger) continue
      const [inside, along] = nailAt(nail, point, normal)
      layers.nails[i] = Math.max(layers.nails[i] ?? 0, inside)
      layers.nailTips[i] = Math.max(layers.nailTips[i] ?? 0, inside * smooth(0.86, 0.9, along))
    }
  }
  return layers
}

interface Nail {
  readonly finger: number
  readonly joint: Point
  readonly along: Point
  readonly back: Point
  readonly side: Point
  readonly reach: number
  readonly width: number
}

/** How much of a nail a point is (an ellipse squared off at its free edge, on the finger's back), and how far along the last bone. */
function nailAt(
  { joint, along, back, side, reach, width }: Nail,
  point: Point,
  normal: Point,
): [number, number] {
  const from = minus(point, joint)
  const t = dot(from, along) / reach
  const s = dot(from, side) / width
  const root = (t - 0.92) / 0.4
  const inside =
    1 - Math.max(Math.abs(s) ** 3, Math.hypot(s * 0.75, Math.min(0, root)), t > 0.92 ? (t - 0.92) / 0.1 : 0)
  return [smooth(0, 0.22, inside) * smooth(0, 0.3, dot(normal, back)), t]
}

const encode = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)

/** Paints a hand in a tone: 8-bit sRGB. */
export function paintHand(layers: HandLayers, tone: Tone): Uint8Array {
  const out = new Uint8Array(HAND_EDGE * HAND_EDGE * 3)
  const [skin, flush, shade, white] = [
    linear(tone.skin),
    linear(tone.flush),
    linear(tone.shade),
    linear('#f0c9b8'),
  ]
  for (let i = 0; i < HAND_EDGE * HAND_EDGE; i++) {
    const palm = layers.palm[i] ?? 0
    const nail = layers.nails[i] ?? 0
    const knuckle = layers.knuckles[i] ?? 0
    for (let k = 0; k < 3; k++) {
      const base = skin[k] ?? 0
      let value = base + ((flush[k] ?? 0) - base) * 0.14
      // Palms are lighter than the back, the more so the darker the skin.
      value += (base * 0.55 + (white[k] ?? 0) * 0.45 - value) * palm * 0.55
      value += ((flush[k] ?? 0) * 0.6 + (shade[k] ?? 0) * 0.4 - value) * knuckle * 0.42
      value *= layers.grain[i] ?? 1
      // Nails: pinker and lighter than the skin, a shadow round them, a pale free edge.
      const plate = (base * 0.78 + (white[k] ?? 0) * 0.22) * (k === 0 ? 1.06 : 0.94)
      value += (plate - value) * nail
      value += ((white[k] ?? 0) * 0.9 + 0.08 - value) * (layers.nailTips[i] ?? 0) * 0.35
      value *= 1 - 0.42 * 4 * nail * (1 - nail)
      out[i * 3 + k] = Math.round(255 * clamp(encode(Math.max(0, value))))
    }
  }
  return out
}
