import { Vector3 } from 'three'
import { fractalNoise, smoothstep } from '../texture/noise'
import type { Sheet } from './sheet'

/** Height of a packed bag's body without its flap, metres. */
export const BODY_HEIGHT = 0.395
/** Half the front pocket's width, and the heights of its lower and upper edge. */
export const POCKET = { half: 0.1, low: 0.042, high: 0.228, deep: 0.0235 } as const

const fold = fractalNoise(4101, 6, 5, 3)
const crumple = fractalNoise(4102, 9, 14, 2)

/** The body: s round it from the middle of the front towards the wearer's left, t from the base to the closed top. */
export const body: Sheet = {
  at: (s, t) => {
    const angle = s * Math.PI * 2
    const share = Math.min(1, Math.max(0, t))
    const under = Math.max(0, 1 - share / 0.07)
    const over = Math.max(0, (share - 0.86) / 0.14)
    const close = Math.sqrt(Math.max(0, 1 - under * under)) * 0.16 + 0.84 - 0.42 * over ** 2.2
    const half =
      (0.1295 + 0.008 * Math.sin(Math.PI * share) - 0.014 * smoothstep(0.5, 1, share)) * (close * 0.6 + 0.4)
    const deep = (0.05 + 0.005 * Math.sin(Math.PI * share * 0.8) - 0.006 * share) * close
    const power = 2 / 3.6
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
    const front = smoothstep(-0.3, 0.6, cos)
    const loose =
      Math.sin(Math.PI * Math.min(1, share * 1.05)) * (0.35 + 0.65 * front + 0.5 * Math.abs(sin) ** 4)
    // Weight draws the cloth into slack folds low down and at the sides; the back is held flat.
    const slack = Math.exp(-(((share - 0.3) / 0.2) ** 2)) * crumple(s, share * 0.8 + s * 0.4)
    const give = loose * (fold(s, share * 0.7) * 0.005 + slack * 0.005)
    const lean = 0.004 * share * share
    return new Vector3(
      Math.sign(sin) * Math.abs(sin) ** power * half + sin * give + lean,
      share * BODY_HEIGHT,
      Math.sign(cos) * Math.abs(cos) ** power * deep + cos * give * 1.2,
    )
  },
  uv: (s, t) => [s * 0.74, -t * BODY_HEIGHT],
}

/** Where the body's front lies at a place, metres: found along the front of the outline. */
function frontOf(x: number, y: number): number {
  let [low, high] = [0, 0.25]
  const t = y / BODY_HEIGHT
  for (let k = 0; k < 18; k++) {
    const middle = (low + high) / 2
    if (body.at(middle, t).x < Math.abs(x)) low = middle
    else high = middle
  }
  return body.at(Math.sign(x) * low, t).z
}

/** The front pocket: a box of cloth on the front, fullest low down. s across, t up. */
export const pocket: Sheet = {
  at: (s, t) => {
    const a = Math.min(1, Math.max(-1, 2 * s - 1))
    const b = Math.min(1, Math.max(-1, 2 * t - 1))
    const x = a * POCKET.half * (1 - 0.03 * b)
    const y = POCKET.low + ((b + 1) / 2) * (POCKET.high - POCKET.low)
    const wall = (1 - Math.abs(a) ** 9) ** 0.42 * (1 - Math.abs(b) ** 10) ** 0.42
    const full = 1 + 0.16 * Math.cos((a * Math.PI) / 2) - 0.13 * b + crumple(s * 0.4 + 0.2, t * 0.5) * 0.13
    const sag = fold(s * 0.5, t * 0.5 + 0.3) * 0.0035
    return new Vector3(
      x,
      y + sag * (1 - Math.abs(b)),
      frontOf(x, y) - 0.003 + wall * (POCKET.deep * full + sag),
    )
  },
  uv: (s, t) => [s * POCKET.half * 2, -t * (POCKET.high - POCKET.low)],
}

const FLAP: readonly (readonly [number, number])[] = [
  [-0.0505, 0.345],
  [-0.052, 0.372],
  [-0.0475, 0.4],
  [-0.03, 0.4165],
  [0, 0.422],
  [0.028, 0.415],
  [0.047, 0.394],
  [0.0565, 0.36],
  [0.0615, 0.32],
  [0.0655, 0.285],
  [0.068, 0.252],
]

/** The flap: s across from the wearer's left, t from the back seam over the top to its free edge. */
export const flap: Sheet = {
  at: (s, t) => {
    const share = Math.min(1, Math.max(0, t)) * (FLAP.length - 1)
    const k = Math.min(FLAP.length - 2, Math.floor(share))
    const f = share - k
    const [p0, p1, p2, p3] = [-1, 0, 1, 2].map(
      (d) => FLAP[Math.min(FLAP.length - 1, Math.max(0, k + d))] ?? [0, 0],
    ) as [
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
    ]
    const blend = (axis: 0 | 1) =>
      0.5 *
      (2 * p1[axis] +
        (p2[axis] - p0[axis]) * f +
        (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * f * f +
        (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * f ** 3)
    const a = Math.min(1, Math.max(-1, 1 - 2 * s))
    const end = Math.max(0, (t - 0.86) / 0.14)
    const narrow = (1 - 0.9 * Math.min(1, end) ** 3) ** 0.32
    const half = (0.129 + 0.008 * smoothstep(0.3, 0.8, t)) * narrow
    const top = Math.sin(Math.PI * Math.min(1, Math.max(0, t * 1.25 - 0.05)))
    const round = Math.abs(a) ** 3.4
    const wave = fold(s * 0.6 + 0.1, t * 0.6) * 0.0045 + 0.0022 * Math.sin(a * 5 + 1) * smoothstep(0.6, 1, t)
    return new Vector3(
      a * half + 0.003 * t,
      blend(1) - 0.03 * round * top - 0.004 * Math.abs(a) * top,
      blend(0) - 0.024 * round * smoothstep(0.35, 0.75, t) + wave * smoothstep(0.1, 0.4, t),
    )
  },
  uv: (s, t) => [s * 0.27, -t * 0.34],
}
