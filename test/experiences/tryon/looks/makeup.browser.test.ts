import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HeadFit } from '../../../../src/experiences/tryon/fit/head-fit'
import type { Shade } from '../../../../src/experiences/tryon/looks/shade'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { stage } from '../../../engine/stage'
import { differenceAt, pictureOf, pixelsOf } from '../view/picture'
import { FACE, headAt, intrinsicsOf } from './synthetic-body'

const W = 320
const H = 320
const LENS = intrinsicsOf(W, H)
const OUTER = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]
const INNER = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191]

let view: TryOnView
beforeEach(() => {
  view = new TryOnView(stage(W, H), { face: FACE })
})
afterEach(() => view.dispose())

const lipstick: Shade = { region: 'lips', colour: '#9b2a2c', finish: 'matte', opacity: 0.92 }

/** Skin of a tone with grain, and what it looks like with a shade. */
async function paint(shade: Shade, head: HeadFit, tone: readonly [number, number, number] = [205, 160, 140]) {
  const frame = await pictureOf(W, H, (x, y) => {
    const light = 0.9 + 0.1 * Math.sin(x * 0.9) * Math.sin(y * 0.7)
    return [tone[0] * light, tone[1] * light, tone[2] * light].map(Math.round) as [number, number, number]
  })
  view.draw(frame, undefined, [], [], LENS, 0)
  const bare = await pixelsOf(await view.snapshot())
  await view.wear({ shade })
  view.draw(frame, undefined, [head], [], LENS, 0)
  return { bare, made: await pixelsOf(await view.snapshot()) }
}

function polygon(head: HeadFit, ids: readonly number[]): Path2D {
  const path = new Path2D()
  for (const id of ids) path.lineTo(head.points[id * 2] ?? 0, head.points[id * 2 + 1] ?? 0)
  path.closePath()
  return path
}

/** 1 where a pixel's middle lies between the lips' contours, straight from point to point. */
function lipsOf(head: HeadFit, grow = 0): Uint8Array {
  const context = new OffscreenCanvas(W, H).getContext('2d')
  if (!context) throw new Error('no 2d context')
  const outer = polygon(head, OUTER)
  context.fill(outer)
  if (grow > 0) {
    context.lineWidth = grow * 2
    context.stroke(outer)
  } else {
    context.globalCompositeOperation = 'destination-out'
    context.fill(polygon(head, INNER))
  }
  const { data } = context.getImageData(0, 0, W, H)
  return Uint8Array.from({ length: W * H }, (_, i) => ((data[i * 4 + 3] ?? 0) > 127 ? 1 : 0))
}

describe.each([
  ['from the front, mouth closed', 0, 0],
  ['from the front, mouth open', 0, 0.014],
  ['turned by 30°, mouth open', 30, 0.014],
])('lipstick %s', (_, yaw, open) => {
  it('covers the lips, and changes nothing else by a single bit', async () => {
    const head = headAt(LENS, { z: -0.25, y: 0.03, yaw }, { open })
    const { bare, made } = await paint(lipstick, head)
    const lips = lipsOf(head)
    const room = lipsOf(head, 2)
    // An edge is soft: it lies where the change is half of what it is inside.
    const changes: number[] = []
    for (let i = 0; i < lips.length; i++) {
      if (lips[i] === 1) changes.push(differenceAt(bare, made, i % W, Math.floor(i / W)))
    }
    const half = (changes.sort((a, b) => a - b)[changes.length >> 1] ?? 0) / 2
    let both = 0
    let either = 0
    let stray = 0
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) {
        const changed = differenceAt(bare, made, x, y)
        const inside = lips[y * W + x] === 1
        if (changed > half && inside) both += 1
        if (changed > half || inside) either += 1
        if (changed > 0 && room[y * W + x] === 0) stray += 1
      }
    }
    expect(stray).toBe(0)
    expect(both / either).toBeGreaterThan(0.95)
    if (open === 0) return
    const x = ((head.points[13 * 2] ?? 0) + (head.points[14 * 2] ?? 0)) / 2
    const y = ((head.points[13 * 2 + 1] ?? 0) + (head.points[14 * 2 + 1] ?? 0)) / 2
    expect(differenceAt(bare, made, x, y)).toBe(0)
  })
})

/** Mean colour, sRGB 0..255, in the middle of the lower lip. */
function lowerLip(head: HeadFit, picture: ImageData): [number, number, number] {
  const x = Math.round(((head.points[14 * 2] ?? 0) + (head.points[17 * 2] ?? 0)) / 2)
  const y = Math.round(((head.points[14 * 2 + 1] ?? 0) + (head.points[17 * 2 + 1] ?? 0)) / 2)
  const sum: [number, number, number] = [0, 0, 0]
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -8; dx <= 8; dx++) {
      const at = ((y + dy) * W + x + dx) * 4
      for (const c of [0, 1, 2] as const) sum[c] += (picture.data[at + c] ?? 0) / 119
    }
  }
  return sum
}

describe('a shade', () => {
  const TONES = [
    [242, 216, 203],
    [224, 180, 155],
    [198, 146, 112],
    [155, 102, 70],
    [104, 64, 44],
    [58, 36, 27],
  ] as const

  it('looks like itself on every skin, the light shade on dark skin too', async () => {
    const head = headAt(LENS, { z: -0.25, y: 0.03 })
    for (const tone of TONES) {
      for (const [colour, want] of [
        ['#bf7a69', [191, 122, 105]],
        ['#6d2234', [109, 34, 52]],
      ] as const) {
        const { made } = await paint({ ...lipstick, colour, opacity: 1 }, head, tone)
        const got = lowerLip(head, made)
        for (const c of [0, 1, 2] as const) expect(Math.abs(got[c] - want[c])).toBeLessThan(14)
      }
    }
  })

  it('keeps the grain of the lips, matte least of their light, then satin, then gloss', async () => {
    const head = headAt(LENS, { z: -0.25, y: 0.03 })
    const contrast = async (finish: Shade['finish']) => {
      const { made } = await paint({ ...lipstick, finish, opacity: 1 }, head)
      const x = Math.round(head.points[17 * 2] ?? 0)
      const y = Math.round(((head.points[14 * 2 + 1] ?? 0) + (head.points[17 * 2 + 1] ?? 0)) / 2)
      const values = Array.from({ length: 25 }, (_, i) => made.data[(y * W + x - 12 + i) * 4] ?? 0)
      return Math.max(...values) - Math.min(...values)
    }
    const matte = await contrast('matte')
    const satin = await contrast('satin')
    expect(matte).toBeGreaterThan(3)
    expect(satin).toBeGreaterThan(matte)
    expect(await contrast('gloss')).toBeGreaterThan(satin)
  })
})

describe('powder', () => {
  it.each(['cheeks', 'eyelids'] as const)(
    'on the %s fades out softly and stays on the face',
    async (region) => {
      const head = headAt(LENS, { z: -0.25 })
      const { bare, made } = await paint({ region, colour: '#b8685a', finish: 'matte', opacity: 0.5 }, head)
      let changed = 0
      let steepest = 0
      for (let y = 1; y < H; y++) {
        for (let x = 1; x < W; x++) {
          const d = differenceAt(bare, made, x, y)
          if (d > 0) changed += 1
          if (region === 'cheeks')
            steepest = Math.max(steepest, Math.abs(d - differenceAt(bare, made, x - 1, y)))
        }
      }
      expect(changed).toBeGreaterThan(800)
      expect(steepest).toBeLessThan(8)
      const at = (id: number) =>
        differenceAt(bare, made, head.points[id * 2] ?? 0, head.points[id * 2 + 1] ?? 0)
      // Nose, chin and forehead stay bare; eyes stay free.
      for (const bareId of [4, 152, 151, 468, 473]) {
        if (bareId < 468) expect(at(bareId)).toBe(0)
      }
      for (const painted of region === 'cheeks' ? [50, 280] : [27, 257])
        expect(at(painted)).toBeGreaterThan(4)
    },
  )
})
