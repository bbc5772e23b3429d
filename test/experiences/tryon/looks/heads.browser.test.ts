import { Quaternion, Vector3 } from 'three'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureLight } from '../../../../src/experiences/tryon/tracker/tracker'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { stage } from '../../../engine/stage'
import { differenceAt, pictureOf, pixelsOf, Shelf } from '../view/picture'
import { FACE, headAt, intrinsicsOf, MARKS, project } from './synthetic-body'

const W = 320
const H = 320
const LENS = intrinsicsOf(W, H)
const SKIN = [190, 150, 130] as const
const LIGHT: PictureLight = {
  skin: [0.51, 0.3, 0.22],
  colour: [1, 1, 1],
  luminance: 0.46,
  direction: [0, 0.4, 0.9],
  contrast: 0.3,
}

let view: TryOnView
let shelf: Shelf
beforeEach(() => {
  view = new TryOnView(stage(W, H), { face: FACE })
  shelf = new Shelf()
})
afterEach(() => {
  view.dispose()
  shelf.cache.dispose()
})

/** Mean linear-ish brightness, by channel, of what changed in a part of the picture. */
async function changed(
  light: PictureLight,
  from: number,
  to: number,
): Promise<readonly [number, number, number]> {
  const frame = await pictureOf(W, H, () => SKIN)
  view.draw(frame, light, [headAt(LENS, { y: -0.04, z: -0.5 })], [], LENS, 0)
  const picture = await pixelsOf(await view.snapshot())
  const sum: [number, number, number] = [0, 0, 0]
  let count = 0
  // Above the brows: its shadow lies on the face below.
  for (let y = 0; y < H * 0.35; y++) {
    for (let x = from; x < to; x++) {
      const at = (y * W + x) * 4
      const pixel = [picture.data[at] ?? 0, picture.data[at + 1] ?? 0, picture.data[at + 2] ?? 0] as const
      if (pixel[0] === SKIN[0] && pixel[1] === SKIN[1]) continue
      count += 1
      for (const c of [0, 1, 2] as const) sum[c] += (pixel[c] / 255) ** 2.2
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}

describe('temples', () => {
  it('fade under what is no skin on the near side, and are whole before it on the far one', async () => {
    const room = [150, 170, 200] as const
    const head = headAt(LENS, { z: -0.35, yaw: 30 })
    const turn = new Quaternion().fromArray(head.pose.quaternion)
    const centre = new Vector3().fromArray(head.pose.position)
    view.dispose()
    // Nothing hides them, so that both are in sight.
    view = new TryOnView(stage(W, H), { face: { ...FACE, triangles: [] } })
    await view.wear({ model: await shelf.take('round-glasses'), variant: 'black' })
    view.draw(await pictureOf(W, H, () => room), LIGHT, [head], [], LENS, 0)
    const picture = await pixelsOf(await view.snapshot())
    const pixel = new Float32Array(2)
    /** Columns in which the temple on this side of the head is dark, behind where hair is looked for. */
    const seen = (x: number) => {
      let count = 0
      for (let z = -0.05; z > -0.075; z -= 0.001) {
        project(new Vector3(x, 0.004, z).applyQuaternion(turn).add(centre), LENS, pixel, 0)
        let darkest = 255
        for (let y = -8; y <= 8; y++) {
          const at = (Math.round((pixel[1] ?? 0) + y) * W + Math.round(pixel[0] ?? 0)) * 4
          darkest = Math.min(darkest, picture.data[at] ?? 255)
        }
        if (darkest < 100) count += 1
      }
      return count
    }
    // The face turns to its left: its left temple is the far one.
    expect(seen(0.069)).toBeGreaterThan(20)
    expect(seen(-0.069)).toBeLessThan(5)
  })
})

describe('what is worn', () => {
  it('is lit from where the picture is lit', async () => {
    await view.wear({ model: await shelf.take('baseball-cap'), variant: 'sand' })
    const from = async (x: number) => {
      const light = { ...LIGHT, direction: [x, 0.35, 0.5], contrast: 1 } as const
      return [(await changed(light, 0, W / 2))[1], (await changed(light, W / 2, W))[1]] as const
    }
    const [leftOfLeft, rightOfLeft] = await from(-0.8)
    const [leftOfRight, rightOfRight] = await from(0.8)
    expect(leftOfLeft / rightOfLeft).toBeGreaterThan(1.05)
    expect(rightOfRight / leftOfRight).toBeGreaterThan(1.05)
  })

  it('is warm and dim in a warm and dim room', async () => {
    await view.wear({ model: await shelf.take('baseball-cap'), variant: 'sand' })
    const day = await changed(LIGHT, 0, W)
    const evening = await changed(
      { ...LIGHT, luminance: 0.2, skin: [0.1, 0.055, 0.025], colour: [1.3, 0.95, 0.55] },
      0,
      W,
    )
    expect(evening[1]).toBeLessThan(day[1] * 0.5)
    expect(evening[0] / evening[2]).toBeGreaterThan((day[0] / day[2]) * 1.6)
  })
})

describe('earrings', () => {
  const bare = new ImageData(W, H)
  for (let i = 0; i < W * H; i++) bare.data.set([...SKIN, 255], i * 4)
  /** Places of the picture that an earring changes. */
  const placesOf = async (head: ReturnType<typeof headAt>, time = 0) => {
    view.draw(await pictureOf(W, H, () => SKIN), LIGHT, [head], [], LENS, time)
    const picture = await pixelsOf(await view.snapshot())
    const places: { x: number; y: number }[] = []
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) if (differenceAt(picture, bare, x, y) > 8) places.push({ x, y })
    }
    return places
  }
  const at = async (yaw: number) => {
    const places = await placesOf(headAt(LENS, { z: -0.4, yaw }))
    const left = places.filter(({ x }) => x < W / 2).length
    return { left, right: places.length - left }
  }

  it('hang from both ears, and from the near one alone when the head is turned', async () => {
    await view.wear({ model: await shelf.take('hoop-earrings') })
    const front = await at(0)
    expect(front.left).toBeGreaterThan(30)
    expect(front.right).toBeGreaterThan(30)
    const turned = await at(40)
    expect(turned.left + turned.right).toBeGreaterThan(30)
    expect(Math.min(turned.left, turned.right)).toBe(0)
  })

  it.each([
    ['swing behind a head that moves', false],
    ['hang still where motion is not wanted', true],
  ])('%s', async (_, still) => {
    view.reducedMotion = still
    await view.wear({ model: await shelf.take('drop-earrings') })
    /** How far to the side the lower end of the right ear's hangs from its hook, pixels, with the head so far along, metres. */
    const leans = async (x: number, time: number) => {
      const head = headAt(LENS, { x, z: -0.4 })
      const places = await placesOf(head, time)
      const lobe = (x + MARKS.lobe.right[0]) / (0.4 - MARKS.lobe.right[2])
      const hook = W / 2 + LENS.focal * lobe
      const near = places.filter((place) => Math.abs(place.x - hook) < 25)
      const lowest = Math.max(...near.map(({ y }) => y))
      const end = near.filter(({ y }) => y > lowest - 6)
      return end.reduce((sum, place) => sum + place.x, 0) / end.length - hook
    }
    const rest = await leans(0, 0)
    let most = 0
    // To the wearer's left, which is the picture's right, by 4 cm in a fifth of a second.
    for (let k = 1; k <= 6; k++) most = Math.min(most, (await leans((0.04 * k) / 6, k / 30)) - rest)
    if (still) expect(most).toBeGreaterThan(-0.7)
    else expect(most).toBeLessThan(-2)
  })
})
