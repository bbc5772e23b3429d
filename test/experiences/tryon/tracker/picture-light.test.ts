import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lightColour, pictureLight } from '../../../../src/experiences/tryon/tracker/picture-light'
import type { PixelReader } from '../../../../src/experiences/tryon/tracker/pixel-reader'
import type { ObservationDraft } from '../../../../src/experiences/tryon/tracker/refinement'
import { ROOT } from '../../../architecture/source-files'

type Triple = readonly [number, number, number]
const SIDE = 400
const MIDDLE = 200
/** Radius of the head, pixels. */
const RADIUS = 100

const canonical: { positions: number[] } = JSON.parse(
  readFileSync(join(ROOT, 'assets', 'try-on', 'canonical-face.json'), 'utf8'),
)

/** The canonical face, 1.3 pixels a millimetre, its ears in the middle. */
const points = (() => {
  const all = new Float32Array(478 * 3)
  const { positions } = canonical
  const [ex, ey, ez] = [0, 1, 2].map(
    (axis) => ((positions[234 * 3 + axis] ?? 0) + (positions[454 * 3 + axis] ?? 0)) / 2,
  )
  for (let i = 0; i < 468; i++) {
    all[i * 3] = MIDDLE + ((positions[i * 3] ?? 0) - (ex ?? 0)) * 1300
    all[i * 3 + 1] = MIDDLE - ((positions[i * 3 + 1] ?? 0) - (ey ?? 0)) * 1300
    all[i * 3 + 2] = -((positions[i * 3 + 2] ?? 0) - (ez ?? 0)) * 1300
  }
  return all
})()

const encode = (linear: number) => {
  const v = Math.min(1, Math.max(0, linear))
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
}

/** A ball with this skin in this light, before grey. */
function ball(skin: Triple, light: Triple, towards: Triple, ambient: number): PixelReader {
  const length = Math.hypot(...towards)
  return {
    read(x, y, w, h, outW, outH) {
      const data = new Uint8ClampedArray(outW * outH * 4)
      for (let j = 0; j < outH; j++)
        for (let i = 0; i < outW; i++) {
          const px = x + ((i + 0.5) * w) / outW
          const py = y + ((j + 0.5) * h) / outH
          const inside = px >= 0 && py >= 0 && px < SIDE && py < SIDE
          const nx = (px - MIDDLE) / RADIUS / 1.2
          const ny = -(py - MIDDLE) / RADIUS / 1.5
          const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny))
          const dot = (nx * towards[0] + ny * towards[1] + nz * towards[2]) / length
          const shade = nz > 0 ? ambient + (1 - ambient) * Math.max(0, dot) : 0.4
          for (const c of [0, 1, 2] as const) {
            const albedo = nz > 0 ? skin[c] : 0.5
            data[(j * outW + i) * 4 + c] = encode(albedo * light[c] * shade)
          }
          data[(j * outW + i) * 4 + 3] = inside ? 255 : 0
        }
      return { width: outW, height: outH, data }
    },
  }
}

const LIGHT_SKIN: Triple = [0.447, 0.242, 0.178]
const DARK_SKIN: Triple = [0.1, 0.05, 0.034]

function look(reader: PixelReader) {
  const draft: ObservationDraft = {
    time: 0,
    width: SIDE,
    height: SIDE,
    faces: [{ points, raw: points }],
    hands: [],
  }
  pictureLight(draft, reader)
  if (!draft.light) throw new Error('no light was found')
  return draft.light
}
const degrees = (a: Triple, b: Triple) =>
  (Math.acos((a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / Math.hypot(...a) / Math.hypot(...b)) * 180) / Math.PI

describe('the light that a picture shows', () => {
  it.each([
    ['from the left, light skin', LIGHT_SKIN, [-1, 0.3, 1]],
    ['from the right, dark skin', DARK_SKIN, [1, 0.3, 1]],
    ['from above', LIGHT_SKIN, [0, 1, 1]],
    ['from below, dark skin', DARK_SKIN, [0, -0.7, 1]],
  ] as const)('%s', (_, skin, towards) => {
    const { direction, contrast } = look(ball(skin, [1, 1, 1], towards, 0.2))
    expect(degrees(direction, towards)).toBeLessThan(20)
    expect(contrast).toBeGreaterThan(0.4)
  })

  it('has little direction when it comes from all around', () => {
    expect(look(ball(LIGHT_SKIN, [1, 1, 1], [0, 0, 1], 1)).contrast).toBeLessThan(0.1)
  })

  it.each([
    ['light', LIGHT_SKIN],
    ['dark', DARK_SKIN],
  ])('is white on %s skin in white light', (_, skin) => {
    const { colour } = look(ball(skin, [1, 1, 1], [0, 0, 1], 0.6))
    for (const channel of colour) expect(Math.abs(channel - 1)).toBeLessThan(0.1)
  })

  it.each([
    ['light', LIGHT_SKIN],
    ['dark', DARK_SKIN],
  ])('is warm on %s skin under a lamp, cold in shade', (_, skin) => {
    const warm = look(ball(skin, [1.25, 1, 0.6], [0, 0, 1], 0.6)).colour
    const cold = look(ball(skin, [0.85, 1, 1.3], [0, 0, 1], 0.6)).colour
    expect(warm[0] / warm[2]).toBeGreaterThan(1.5)
    expect(cold[0] / cold[2]).toBeLessThan(0.85)
    const luminance = 0.2126 * warm[0] + 0.7152 * warm[1] + 0.0722 * warm[2]
    expect(luminance).toBeCloseTo(1, 5)
  })

  it('tells the skin and how bright the picture is', () => {
    const bright = look(ball(LIGHT_SKIN, [1, 1, 1], [0, 0, 1], 1))
    const dim = look(ball(LIGHT_SKIN, [0.1, 0.1, 0.1], [0, 0, 1], 1))
    for (const channel of [0, 1, 2] as const) expect(bright.skin[channel]).toBeCloseTo(LIGHT_SKIN[channel], 1)
    expect(bright.luminance).toBeGreaterThan(0.4)
    expect(dim.luminance).toBeLessThan(0.25)
  })

  it('is not spoken of without a face, or with one beyond the picture', () => {
    const reader = ball(LIGHT_SKIN, [1, 1, 1], [0, 0, 1], 1)
    const draft: ObservationDraft = { time: 0, width: SIDE, height: SIDE, faces: [], hands: [] }
    pictureLight(draft, reader)
    expect(draft.light).toBeUndefined()
    const away = points.map((value, i) => (i % 3 === 0 ? value + 1000 : value))
    const gone: ObservationDraft = { ...draft, faces: [{ points: away, raw: away }] }
    pictureLight(gone, reader)
    expect(gone.light).toBeUndefined()
  })

  it('stays that of the room where a camera shows dark skin redder than it is', () => {
    // Linear 0.098, 0.026, 0.008 before a wall and eyes of grey.
    const [red, , blue] = lightColour([Math.log(0.098 / 0.026), Math.log(0.008 / 0.026)], [0, 0], [0, 0])
    expect(red / blue).toBeLessThan(1.25)
    // Where all say the same it is believed.
    const lamp: [number, number] = [Math.log(1.25), Math.log(0.6)]
    const [r, , b] = lightColour([Math.log(1.93) + lamp[0], Math.log(0.7) + lamp[1]], lamp, lamp)
    expect(r / b).toBeGreaterThan(1.6)
  })

  it('is white while nothing else is known', () => {
    expect(lightColour([Math.log(1.93), Math.log(0.7)], [0, 0], undefined)).toEqual([1, 1, 1])
  })
})
