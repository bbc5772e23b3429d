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

/** A low sun over dunes and a calm sea. */
export function lowSun(): Image {
  const sea = hill(0.33, 0.004, 0.1, 0.5)
  return collage(
    'art-low-sun',
    '#eadfca',
    [
      { shape: disc(0.248, 0.232, 0.104), colour: '#b9552d', drift: '#c8683a' },
      { shape: sea, colour: '#8e9a86', drift: '#a3ac96' },
      { shape: both(sea, band(0.248, 0.43, 0.062, 0.1)), colour: '#d9a065', drift: '#c98b52' },
      { shape: hill(0.43, 0.026, 0.62, 0.62), colour: '#2f4152', drift: '#3b5062' },
      { shape: hill(0.492, 0.03, 0.18, 0.7), colour: '#d3bb94', drift: '#c2a67c' },
      { shape: disc(0.086, 0.462, 0.019), colour: '#2b2623', drift: '#39322d' },
    ],
    1201,
  )
}

/** A pale moon, its path on a dark tide, stones on the shore. */
export function nightTide(): Image {
  const water = hill(0.262, 0.003, 0.4, 0.6)
  return collage(
    'art-night-tide',
    '#26374a',
    [
      { shape: disc(0.142, 0.156, 0.066), colour: '#ece3cf', drift: '#ddd2ba' },
      { shape: water, colour: '#1b2836', drift: '#223244' },
      { shape: both(water, band(0.142, 0.262, 0.07, 0.094)), colour: '#7f8f8c', drift: '#94a09a' },
      { shape: both(water, band(0.142, 0.262, 0.122, 0.14)), colour: '#566a70', drift: '#657a7e' },
      { shape: hill(0.452, 0.024, 0.34, 0.56), colour: '#a85a36', drift: '#96492a' },
      { shape: hill(0.508, 0.02, 0.86, 0.66), colour: '#d8c5a2', drift: '#c7b189' },
      { shape: disc(0.306, 0.452, 0.033), colour: '#2b2623', drift: '#3a332e' },
      { shape: disc(0.352, 0.474, 0.017), colour: '#8e9a86', drift: '#7f8c77' },
    ],
    1301,
  )
}
