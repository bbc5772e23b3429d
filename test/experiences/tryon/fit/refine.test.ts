import { describe, expect, it } from 'vitest'
import { findForearm } from '../../../../src/experiences/tryon/fit/refine/forearm'
import { refineIris } from '../../../../src/experiences/tryon/fit/refine/irises'
import { LIP_RINGS } from '../../../../src/experiences/tryon/fit/refine/lip-contours'
import { refineLipPoints } from '../../../../src/experiences/tryon/fit/refine/lips'
import { seeded } from '../../../core/seeded'
import { drawn, type Rgb } from './drawn-patch'
import { normal } from './synthetic-face'

const SIZE = { width: 640, height: 480 }
const SKINS: readonly (readonly [skin: Rgb, lip: Rgb])[] = [
  [
    [236, 205, 190],
    [196, 128, 124],
  ],
  [
    [190, 140, 110],
    [150, 90, 84],
  ],
  [
    [84, 54, 42],
    [88, 46, 50],
  ],
]

/** Lips as two nested ellipses; `open` is half the height of the mouth's opening. */
function mouth(open: number, grow = 1) {
  const ring = (a: number, b: number) =>
    Array.from({ length: 20 }, (_, i) => {
      const angle = Math.PI + (i * Math.PI) / 10
      return [320 + a * Math.cos(angle), 300 + b * Math.sin(angle)] as const
    })
  return { outer: ring(34 * grow, (12 + open) * grow), inner: ring(27, Math.max(open, 0.4)) }
}

function landmarks(outer: readonly (readonly number[])[], inner: readonly (readonly number[])[]) {
  const points = new Float32Array(3 * 478)
  for (let ring = 0; ring < 4; ring++) {
    LIP_RINGS[ring]?.forEach((id, i) => {
      for (let k = 0; k < 2; k++) {
        points[3 * id + k] = (1 - ring / 3) * (outer[i]?.[k] ?? 0) + (ring / 3) * (inner[i]?.[k] ?? 0)
      }
    })
  }
  return points
}

const lipPicture =
  ([skin, lip]: readonly [Rgb, Rgb], open: number) =>
  (x: number, y: number): Rgb => {
    const inside = (a: number, b: number) => ((x - 320) / a) ** 2 + ((y - 300) / b) ** 2 < 1
    // Shade from above: twice as bright over the lip as under it.
    const shade = 1.1 - (y - 270) / 250
    if (open > 1 && inside(27, open)) return y < 300 ? [225, 220, 205] : [40, 20, 20]
    return (inside(34, 12 + open) ? lip : skin).map((value) => value * shade) as unknown as Rgb
  }

const error = (points: Float32Array, ring: 0 | 3, truth: readonly (readonly number[])[]) =>
  truth.reduce((sum, [x = 0, y = 0], i) => {
    const id = LIP_RINGS[ring][i] ?? 0
    // Off the border, not along it.
    const [px, py] = [points[3 * id] ?? 0, points[3 * id + 1] ?? 0]
    const nearest = Math.min(...denser(truth).map(([a, b]) => Math.hypot(a - px, b - py)))
    return sum + Math.min(nearest, Math.hypot(px - x, py - y)) / truth.length
  }, 0)

function denser(ring: readonly (readonly number[])[]): [number, number][] {
  return ring.flatMap(([x = 0, y = 0], i) => {
    const [a = 0, b = 0] = ring[(i + 1) % ring.length] ?? []
    return [0, 0.25, 0.5, 0.75].map((k): [number, number] => [x + k * (a - x), y + k * (b - y)])
  })
}

describe('lips in the picture', () => {
  it('are found on every skin, closed and open', () => {
    for (const colours of SKINS) {
      for (const open of [0, 10]) {
        const { random, seed } = seeded(21)
        const truth = mouth(open)
        const wrong = mouth(open, 0.88)
        const points = landmarks(wrong.outer, truth.inner)
        const before = error(points, 0, truth.outer)
        const found = refineLipPoints(points, drawn(lipPicture(colours, open), SIZE, random, 3))
        expect(found, `${colours[0]} ${open} seed ${seed}`).toBeGreaterThan(0.2)
        expect(error(points, 0, truth.outer)).toBeLessThan(0.4 * before)
      }
    }
  })

  it('are found round an opening that the tracker has half as high, teeth and dark and a glossy lip in it', () => {
    for (const [skin, lip] of SKINS) {
      const { random, seed } = seeded(24)
      const truth = mouth(10)
      const points = landmarks(mouth(10, 0.95).outer, mouth(5).inner)
      const before = error(points, 3, truth.inner)
      const bare = lipPicture([skin, lip], 10)
      const shiny = (x: number, y: number): Rgb =>
        Math.hypot((x - 310) / 2, y - 316) < 2.5
          ? (bare(x, y).map((v) => v + 40) as unknown as Rgb)
          : bare(x, y)
      refineLipPoints(points, drawn(shiny, SIZE, random, 3))
      expect(error(points, 3, truth.inner), `${skin} seed ${seed}`).toBeLessThan(0.4 * before)
    }
  })

  it('stay where the tracker has them when no colour tells them from skin', () => {
    const { random } = seeded(22)
    const { outer, inner } = mouth(0)
    const points = landmarks(outer, inner)
    const kept = Float32Array.from(points)
    const skin: Rgb = [150, 110, 90]
    refineLipPoints(points, drawn(lipPicture([skin, skin], 0), SIZE, random, 3))
    points.forEach((value, i) => {
      expect(Math.abs(value - (kept[i] ?? 0))).toBeLessThan(1.2)
    })
  })
})

describe('an iris in the picture', () => {
  it('is measured to a few hundredths though lids cover its top and bottom', () => {
    const { random, seed } = seeded(23)
    const sizes: number[] = []
    for (const radius of [5.5, 6, 6.5]) {
      const picture = (x: number, y: number): Rgb => {
        if (Math.abs(y - 200.4) > 0.72 * radius) return [200, 160, 140]
        const d = Math.hypot(x - 300.7, y - 200.4)
        return d < 0.35 * radius ? [15, 12, 10] : d < radius ? [80, 55, 35] : [225, 220, 215]
      }
      const points = new Float32Array(3 * 478)
      const put = (id: number, x: number, y: number) => points.set([x + 0.3 * normal(random), y, 0], 3 * id)
      put(468, 300, 200)
      put(469, 306, 200)
      put(470, 300, 194)
      put(471, 294, 200)
      put(472, 300, 206)
      expect(refineIris(points, 468, drawn(picture, SIZE, random, 3)), `seed ${seed}`).toBeGreaterThan(0.5)
      expect(points[3 * 468]).toBeCloseTo(300.7, 0)
      sizes.push(((points[3 * 469] ?? 0) - (points[3 * 471] ?? 0)) / 2 / radius)
    }
    // One factor for all sizes: what an edge's middle lacks of an iris is the same share.
    for (const size of sizes) expect(size / (sizes[0] ?? 1)).toBeCloseTo(1, 1)
    expect(sizes[0]).toBeGreaterThan(0.98)
    expect(sizes[0]).toBeLessThan(1.08)
  })

  it('is as large under a heavy lid as without, on every skin and for every colour of eyes', () => {
    const { random, seed } = seeded(26)
    const eyes: readonly Rgb[] = [
      [52, 30, 16],
      [110, 132, 146],
    ]
    for (const [skin] of SKINS) {
      for (const eye of eyes) {
        const picture = (x: number, y: number): Rgb => {
          // The upper lid hangs almost to the pupil, so what is seen of the iris has its middle too low.
          if (y < 196 || y > 212) return skin
          return Math.hypot(x - 300.4, y - 200.2) < 10.5 ? eye : [205, 200, 196]
        }
        const points = new Float32Array(3 * 478)
        points.set([300, 203, 0, 309, 203, 0, 300, 195, 0, 291, 203, 0, 300, 211, 0], 3 * 468)
        const told = `${skin}, ${eye}, seed ${seed}`
        expect(refineIris(points, 468, drawn(picture, SIZE, random, 2)), told).toBeGreaterThan(0.5)
        const radius = ((points[3 * 469] ?? 0) - (points[3 * 471] ?? 0)) / 2
        expect(Math.abs(radius / 10.5 - 1), told).toBeLessThan(0.02)
        expect(Math.abs((points[3 * 468 + 1] ?? 0) - 200.2), told).toBeLessThan(0.6)
      }
    }
  })

  it('is as large with few pixels as with many, though each on its edge holds a mixture of light', () => {
    const { random, seed } = seeded(27)
    const shares = [3.4, 12].map((radius) => {
      const picture = (x: number, y: number): Rgb => {
        if (Math.abs(y - 200) > 0.8 * radius) return [200, 160, 140]
        return Math.hypot(x - 300, y - 200) < radius ? [40, 24, 14] : [225, 220, 215]
      }
      const points = new Float32Array(3 * 478)
      points.set([300, 200, 0, 300 + radius, 200, 0, 300, 200 - radius, 0], 3 * 468)
      points.set([300 - radius, 200, 0, 300, 200 + radius, 0], 3 * 471)
      // A camera's own pixels, of which the patch that is looked at has several to each.
      const camera = drawn(picture, SIZE, random, 1, 2.2)
      const side = Math.ceil(6 * radius)
      const left = Math.floor(300 - side / 2)
      const top = Math.floor(200 - side / 2)
      const pixels = camera.read(left, top, side, side, side, side)
      if (!pixels) throw new Error('no patch')
      const at = (x: number, y: number) => {
        const i = Math.min(side - 1, Math.max(0, x))
        const j = Math.min(side - 1, Math.max(0, y))
        return 4 * (j * side + i)
      }
      const enlarged = (x: number, y: number): Rgb => {
        const [u, v] = [x - left - 0.5, y - top - 0.5]
        const [i, j] = [Math.floor(u), Math.floor(v)]
        const [a, b] = [u - i, v - j]
        const mix = (k: number) =>
          (1 - b) * ((1 - a) * (pixels.data[at(i, j) + k] ?? 0) + a * (pixels.data[at(i + 1, j) + k] ?? 0)) +
          b * ((1 - a) * (pixels.data[at(i, j + 1) + k] ?? 0) + a * (pixels.data[at(i + 1, j + 1) + k] ?? 0))
        return [mix(0), mix(1), mix(2)]
      }
      expect(refineIris(points, 468, drawn(enlarged, SIZE, random, 0)), `seed ${seed}`).toBeGreaterThan(0.5)
      return ((points[3 * 469] ?? 0) - (points[3 * 471] ?? 0)) / 2 / radius
    })
    const [few = 0, many = 0] = shares
    expect(few / many, `seed ${seed}`).toBeGreaterThan(0.98)
    expect(few / many, `seed ${seed}`).toBeLessThan(1.03)
  })

  it('is left alone where there is no edge', () => {
    const { random } = seeded(24)
    const points = new Float32Array(3 * 478)
    points.set([300, 200, 0, 306, 200, 0, 300, 194, 0, 294, 200, 0, 300, 206, 0], 3 * 468)
    expect(
      refineIris(
        points,
        468,
        drawn(() => [190, 150, 130], SIZE, random, 3),
      ),
    ).toBe(0)
    expect(points[3 * 469]).toBe(306)
  })
})

describe('a forearm in the picture', () => {
  const arm = (bend: number, skin: Rgb, wall: Rgb) => {
    const hand = new Float32Array(63)
    // A right hand with fingers up; its wrist at (320, 240), the palm 90 pixels long.
    for (let i = 0; i < 21; i++) hand.set([320, 240, 0], 3 * i)
    for (const [id, x] of [
      [5, 288],
      [9, 310],
      [13, 330],
      [17, 350],
    ] as const) {
      hand.set([x, 150, 0], 3 * id)
    }
    const picture = (x: number, y: number): Rgb => {
      const along = (y - 240) * Math.cos(bend) + (x - 320) * Math.sin(bend)
      const aside = (x - 320) * Math.cos(bend) - (y - 240) * Math.sin(bend)
      const palm = y < 262 && y > 140 && Math.abs(x - 320) < 38
      const lit = 1 - 0.25 * (aside / 30) ** 2
      if (along > -5 && Math.abs(aside) < 27 + along * 0.03) return skin.map((v) => v * lit) as unknown as Rgb
      return palm ? skin : wall
    }
    return { hand, picture }
  }

  it('is told with its direction and width on any skin', () => {
    for (const [skin, wall] of [
      [
        [225, 185, 165],
        [140, 150, 160],
      ],
      [
        [95, 62, 48],
        [190, 185, 175],
      ],
    ] as const) {
      for (const bend of [-0.3, 0, 0.25]) {
        const { random, seed } = seeded(25)
        const { hand, picture } = arm(bend, skin, wall)
        const edges = findForearm(hand, drawn(picture, SIZE, random, 3))
        expect(edges?.confidence, `${bend} seed ${seed}`).toBeGreaterThan(0.5)
        // From the elbow to the hand: up the picture, leaning as it was drawn.
        const [x = 0, y = 0] = edges?.direction ?? []
        expect(Math.abs(Math.atan2(-x, -y) - bend) * (180 / Math.PI)).toBeLessThan(2)
        expect(edges?.width).toBeGreaterThan(48)
        expect(edges?.width).toBeLessThan(62)
      }
    }
  })

  it('is not made up where a wall looks like skin', () => {
    const { random } = seeded(26)
    const { hand, picture } = arm(0, [200, 160, 140], [200, 160, 140])
    expect(findForearm(hand, drawn(picture, SIZE, random, 3))).toBeUndefined()
  })
})
