import { Quaternion, Vector3 } from 'three'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HeadFit } from '../../../../src/experiences/tryon/fit/head-fit'
import type { PictureLight } from '../../../../src/experiences/tryon/tracker/tracker'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { stage } from '../../../engine/stage'
import { differenceAt, pictureOf, pixelsOf, Shelf } from '../view/picture'
import { FACE, headAt, intrinsicsOf, project } from './synthetic-body'

const W = 360
const H = 360
const LENS = intrinsicsOf(W, H)
const SKIN = [190, 150, 130] as const
/** {@link SKIN} in linear light, lit from the front and above. */
const LIGHT: PictureLight = {
  skin: [0.51, 0.3, 0.22],
  colour: [1, 1, 1],
  luminance: 0.46,
  direction: [0, 0.5, 0.8],
  contrast: 0.6,
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

type Rgb = readonly [number, number, number]

/** A head over a plain picture, without and with what is worn. */
async function draw(head: HeadFit, colour: Rgb) {
  const frame = await pictureOf(W, H, () => colour)
  view.draw(frame, LIGHT, [], [], LENS, 0)
  const bare = await pixelsOf(await view.snapshot())
  view.draw(frame, LIGHT, [head], [], LENS, 0)
  return { bare, worn: await pixelsOf(await view.snapshot()) }
}

/** Pixel of a place in the head's frame, metres. */
function pixelOf(head: HeadFit, x: number, y: number, z: number): readonly [number, number] {
  const pixel = new Float32Array(2)
  const turn = new Quaternion().fromArray(head.pose.quaternion)
  const place = new Vector3().fromArray(head.pose.position)
  project(new Vector3(x, y, z).applyQuaternion(turn).add(place), LENS, pixel, 0)
  return [pixel[0] ?? 0, pixel[1] ?? 0]
}

describe('the near temple of a turned head', () => {
  /** Turned so far that it is seen along its whole length. */
  const head = headAt(LENS, { z: -0.35, yaw: 60 })

  /** How much the picture changes at most across the temple, so far behind the front, metres. */
  async function along(colour: Rgb, behind: readonly number[]) {
    const { bare, worn } = await draw(head, colour)
    return behind.map((distance) => {
      const [x, y] = pixelOf(head, -0.07, 0.004, 0.02 - distance)
      let most = 0
      for (let dy = -28; dy <= 28; dy++) most = Math.max(most, differenceAt(bare, worn, x, y + dy))
      return most
    })
  }

  it('is seen on skin, and ends behind the ear', async () => {
    await view.wear({ model: await shelf.take('round-glasses'), variant: 'black' })
    const [middle = 0, end = 0] = await along(SKIN, [0.06, 0.122])
    expect(middle).toBeGreaterThan(60)
    expect(end).toBeLessThan(6)
  })

  it('lies under hair, which is told by its colour', async () => {
    await view.wear({ model: await shelf.take('round-glasses'), variant: 'black' })
    // Of no colour that skin has, and much lighter than the temple.
    const [hinge = 0, middle = 255] = await along([90, 130, 220], [0, 0.06])
    expect(hinge).toBeGreaterThan(60)
    expect(middle).toBeLessThan(12)
  })
})

describe('a frame on a face that smiles', () => {
  it('comes forward with the cheeks', async () => {
    await view.wear({ model: await shelf.take('square-sunglasses'), variant: 'black' })
    const calm = headAt(LENS, { z: -0.3 })
    const surface = calm.surface.slice()
    for (const cheek of [117, 118, 119, 346, 347, 348]) {
      surface[cheek * 3 + 2] = (surface[cheek * 3 + 2] ?? 0) + 0.02
    }
    const width = async (head: HeadFit) => {
      const { bare, worn } = await draw(head, SKIN)
      const columns = Array.from({ length: W }, (_, x) => x).filter((x) => {
        for (let y = H * 0.4; y < H * 0.6; y++) if (differenceAt(bare, worn, x, y) > 60) return true
        return false
      })
      return Math.max(...columns) - Math.min(...columns)
    }
    // Nearer to the camera, it is seen larger.
    expect(await width({ ...calm, surface })).toBeGreaterThan((await width(calm)) + 1)
  })
})

describe('a hat', () => {
  it('shades the brow, through which its far side is not seen', async () => {
    await view.wear({ model: await shelf.take('felt-hat') })
    const head = headAt(LENS, { z: -0.45, y: 0.02 })
    const { worn } = await draw(head, SKIN)
    /** Red, green and blue of a landmark as shares of what the skin has. */
    const shares = (landmark: number) => {
      const x = Math.round(head.points[landmark * 2] ?? 0)
      const y = Math.round(head.points[landmark * 2 + 1] ?? 0)
      return SKIN.map((bare, c) => (worn.data[(y * W + x) * 4 + c] ?? 0) / bare)
    }
    // From under the brim down to between the eyes: shadow, which keeps the hue of skin and fades.
    const [high, low] = [shares(151), shares(8)]
    for (const c of [0, 1, 2]) {
      expect(high[c]).toBeGreaterThan(0.5)
      expect(high[c]).toBeLessThan(0.85)
      expect(low[c]).toBeGreaterThan((high[c] ?? 1) + 0.05)
      expect(low[c]).toBeLessThan(0.97)
    }
    expect(Math.max(...high) - Math.min(...high)).toBeLessThan(0.1)
    expect(Math.min(...shares(4))).toBeGreaterThan(0.98)
  })
})
