import { type Colour, hex, type Image, mix, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Size of the print seen in the mount's opening, metres. */
export const ART_SIZE: readonly [number, number] = [0.408, 0.576]

const WIDE = 704
const HIGH = 992

/** A shape of cut, painted paper: how deep a point lies inside it (metres of the print, positive inside). */
type Shape = (x: number, y: number) => number

interface Layer {
  readonly shape: Shape
  readonly colour: string
  /** Second colour the gouache drifts to. */
  readonly drift: string
}

const disc =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    r - Math.hypot(x - cx, y - cy)

/** Below a wandering line. */
const hill =
  (height: number, swell: number, phase: number, period: number): Shape =>
  (x, y) =>
    y - (height + Math.sin((x / period + phase) * Math.PI * 2) * swell)

/** Below a slope that swells a little: `height` at the left edge, `fall` more at the right (metres down the print). */
const ramp =
  (height: number, fall: number, swell: number, phase: number, period: number): Shape =>
  (x, y) =>
    y - (height + (fall * x) / ART_SIZE[0] + Math.sin((x / period + phase) * Math.PI * 2) * swell)

const band =
  (cx: number, cy: number, inner: number, outer: number): Shape =>
  (x, y) => {
    const d = Math.hypot(x - cx, y - cy)
    return Math.min(outer - d, d - inner)
  }

const both =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    Math.min(a(x, y), b(x, y))

/** Layers of gouache on cut paper: edges waver as scissors do, brush streaks drift in tone, each paper casts a hair of shade on the one below. */
function collage(name: string, ground: string, layers: readonly Layer[], seed: number): Image {
  const scissors = fractalNoise(seed, 9, 13, 3)
  const streaks = gradientNoise(seed + 1, 6, 110)
  const wash = fractalNoise(seed + 2, 4, 5, 3)
  const tooth = fractalNoise(seed + 3, 128, 180, 1)
  const base = hex(ground)
  const inks = layers.map((layer) => [hex(layer.colour), hex(layer.drift)] as const)
  return paint(name, WIDE, HIGH, 'colour', (u, v) => {
    const x = u * ART_SIZE[0] + scissors(u, v) * 0.0012
    const y = v * ART_SIZE[1] + scissors(v, u) * 0.0012
    let colour: Colour = base
    layers.forEach((layer, i) => {
      const depth = layer.shape(x, y)
      const shade = smoothstep(-0.0022, 0, layer.shape(x - 0.0006, y - 0.001)) * (depth < 0 ? 0.1 : 0)
      if (shade > 0) colour = mix(colour, [0.12, 0.09, 0.07], shade)
      const cover = smoothstep(-0.0003, 0.0003, depth)
      if (cover === 0) return
      const [ink, drift] = inks[i] as readonly [Colour, Colour]
      const tone = smoothstep(
        -0.9,
        0.9,
        wash(u + i * 0.37, v + i * 0.21) + streaks(v * 0.3 + i * 0.13, u + v * 0.15) * 0.35,
      )
      colour = mix(colour, mix(ink, drift, tone), cover)
    })
    const grain = 1 + tooth(u, v) * 0.02
    return [colour[0] * grain, colour[1] * grain, colour[2] * grain]
  })
}

/** A low sun over dunes and a calm sea, its path on the water, three stones on the shore. */
export function lowSun(): Image {
  const sea = hill(0.318, 0.003, 0.1, 0.5)
  const nearDune = ramp(0.474, 0.05, 0.012, 0.3, 0.66)
  return collage(
    'art-low-sun',
    '#d9cdb6',
    [
      { shape: disc(0.238, 0.222, 0.106), colour: '#944a30', drift: '#a55c3d' },
      { shape: sea, colour: '#848a7b', drift: '#969c8b' },
      { shape: both(sea, band(0.238, 0.318, 0.085, 0.103)), colour: '#c08d57', drift: '#cf9f69' },
      { shape: both(sea, band(0.238, 0.318, 0.045, 0.063)), colour: '#c08d57', drift: '#cf9f69' },
      { shape: ramp(0.405, -0.05, 0.016, 0.5, 0.7), colour: '#2f3a44', drift: '#3b4852' },
      { shape: nearDune, colour: '#b99e76', drift: '#c7ae88' },
      { shape: disc(0.104, 0.452, 0.031), colour: '#2b2623', drift: '#3a332d' },
      { shape: disc(0.15, 0.471, 0.0145), colour: '#944a30', drift: '#a55c3d' },
      { shape: disc(0.059, 0.474, 0.0115), colour: '#e2d8c4', drift: '#d6cab3' },
    ],
    1201,
  )
}

/** A pale moon, its rings on a dark tide, the shore in rust and sand. */
export function nightTide(): Image {
  const water = hill(0.262, 0.003, 0.4, 0.6)
  return collage(
    'art-night-tide',
    '#343f49',
    [
      { shape: disc(0.148, 0.15, 0.068), colour: '#ddd3be', drift: '#cfc4ac' },
      { shape: water, colour: '#20282f', drift: '#28323a' },
      { shape: both(water, band(0.148, 0.262, 0.046, 0.066)), colour: '#8a948c', drift: '#9aa39a' },
      { shape: both(water, band(0.148, 0.262, 0.094, 0.11)), colour: '#5c6e72', drift: '#6a7c7f' },
      { shape: both(water, band(0.148, 0.262, 0.138, 0.148)), colour: '#3f525c', drift: '#4a5e67' },
      { shape: ramp(0.448, 0.05, 0.018, 0.2, 0.62), colour: '#8f4a2f', drift: '#7d3e27' },
      { shape: ramp(0.546, -0.085, 0.013, 0.55, 0.66), colour: '#c3ae8a', drift: '#b39c76' },
      { shape: disc(0.31, 0.437, 0.036), colour: '#22201e', drift: '#302c28' },
      { shape: disc(0.257, 0.464, 0.014), colour: '#7f8b77', drift: '#8c9683' },
    ],
    1301,
  )
}
