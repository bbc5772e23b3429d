/**
 * A softbox: a rectangle of light seen from the product. Directions are in the model's space: +Z front, +Y up.
 * Radiance is linear, relative to a white wall at 1.
 */
export interface Softbox {
  /** Towards the centre of the box; need not be of unit length. */
  readonly towards: readonly [number, number, number]
  /** Half width and half height as tangents (1 is 45 degrees). */
  readonly half: readonly [number, number]
  /** Width of the soft edge, same unit. */
  readonly edge: number
  /** Linear RGB at the centre. Negative takes light away: a black flag, which gives metal its dark line. */
  readonly radiance: readonly [number, number, number]
  /** How much the corner falls off against the centre, 0 to 1. */
  readonly falloff: number
}

/**
 * The lights of the studio: a large key from the upper left front, a cooler fill from the right, two rims behind,
 * an overhead box, a low front card for the shadow side, and three black flags: at the front, the right and the left.
 */
export const SOFTBOXES: readonly Softbox[] = [
  {
    towards: [-0.95, 0.95, 0.75],
    half: [0.42, 0.34],
    edge: 0.07,
    radiance: [4.4, 4.32, 4.15],
    falloff: 0.35,
  },
  { towards: [1, 0.4, 0.6], half: [0.2, 0.8], edge: 0.07, radiance: [2.7, 2.8, 2.95], falloff: 0.25 },
  { towards: [-0.85, 0.3, -1], half: [0.15, 0.85], edge: 0.05, radiance: [5.0, 5.1, 5.3], falloff: 0.2 },
  { towards: [0.95, 0.4, -0.9], half: [0.18, 0.85], edge: 0.05, radiance: [4.4, 4.4, 4.4], falloff: 0.2 },
  { towards: [0, 1, -0.12], half: [0.6, 0.4], edge: 0.2, radiance: [0.5, 0.5, 0.5], falloff: 0.25 },
  { towards: [0.35, -0.12, 1], half: [0.7, 0.22], edge: 0.2, radiance: [0.4, 0.39, 0.37], falloff: 0.3 },
  { towards: [-0.1, 0.15, 1], half: [0.16, 1.4], edge: 0.14, radiance: [-0.34, -0.34, -0.34], falloff: 0 },
  { towards: [1, 0.1, -0.15], half: [0.17, 1.6], edge: 0.12, radiance: [-0.3, -0.3, -0.29], falloff: 0 },
  { towards: [-1, 0.05, -0.05], half: [0.14, 1.5], edge: 0.12, radiance: [-0.26, -0.26, -0.26], falloff: 0 },
]

/**
 * The light on somebody who holds a phone or sits at a screen: a wide key such as a window, a weak fill, what is overhead, the bright screen in front. None
 * from behind: a picture of a face has no rim lights, and what is worn must not show any.
 */
export const EVERYDAY_LIGHTS: readonly Softbox[] = [
  { towards: [-0.95, 0.95, 0.75], half: [0.5, 0.42], edge: 0.16, radiance: [3.2, 3.2, 3.2], falloff: 0.2 },
  { towards: [1.1, 0.35, 0.6], half: [0.3, 0.7], edge: 0.2, radiance: [0.9, 0.9, 0.9], falloff: 0.25 },
  { towards: [0, 1, -0.12], half: [0.8, 0.5], edge: 0.3, radiance: [0.6, 0.6, 0.6], falloff: 0.25 },
  { towards: [0.1, -0.1, 1], half: [0.35, 0.3], edge: 0.2, radiance: [0.5, 0.5, 0.5], falloff: 0.3 },
]

/** Linear grey of the walls by height `y` (-1 floor, 1 ceiling): a bright sweep that darkens to the horizon. */
export function backdrop(y: number): number {
  const up = y < 0 ? 0.42 - 0.22 * smooth(-0.05, -0.9, y) : 0.42 + 0.12 * smooth(0, 0.9, y)
  return up - 0.08 * Math.exp(-((y + 0.05) ** 2) * 60)
}

/** Smoothstep from 0 at `a` to 1 at `b`; `a` may be larger than `b`. */
export function smooth(a: number, b: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)))
  return t * t * (3 - 2 * t)
}
