import { Quaternion, Vector3 } from 'three'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rigid } from '../../../../src/experiences/tryon/fit/rigid'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { stage } from '../../../engine/stage'
import { differenceAt, pictureOf, pixelsOf, Shelf } from '../view/picture'
import { FACE, handAt, intrinsicsOf, project } from './synthetic-body'

const W = 320
const H = 320
const LENS = intrinsicsOf(W, H)

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

async function worn(sku: string, hand: ReturnType<typeof handAt>) {
  const frame = await pictureOf(W, H, () => [190, 150, 130])
  await view.wear({ model: await shelf.take(sku) })
  view.draw(frame, undefined, [], [hand], LENS, 0)
  const picture = await pixelsOf(await view.snapshot())
  const bare = new ImageData(W, H)
  for (let i = 0; i < W * H; i++) bare.data.set([190, 150, 130, 255], i * 4)
  /** How much the picture changed where a point of a frame is seen. */
  return (frame_: Rigid, x: number, y: number, z: number) => {
    const point = new Vector3(x, y, z)
      .applyQuaternion(new Quaternion().fromArray(frame_.quaternion))
      .add(new Vector3().fromArray(frame_.position))
    const pixel = new Float32Array(2)
    project(point, LENS, pixel, 0)
    return differenceAt(picture, bare, pixel[0] ?? 0, pixel[1] ?? 0)
  }
}

describe('a watch', () => {
  it.each(['left', 'right'] as const)('shows its dial on the back of the %s wrist', async (side) => {
    const hand = handAt({ y: 0, z: -0.25 }, side)
    const at = await worn('dive-watch', hand)
    expect(at(hand.wrist, 0, 0, 0.028)).toBeGreaterThan(15)
    // Neither the hand nor the forearm beyond it is touched.
    expect(at(hand.wrist, 0.06, 0, 0.02)).toBe(0)
    expect(at(hand.wrist, -0.07, 0, 0.02)).toBe(0)
    expect(view.note).toBeUndefined()
  })

  it('shows its strap, not its dial, on the palm’s side', async () => {
    const hand = handAt({ y: 0, z: -0.25, yaw: 180 })
    const at = await worn('dive-watch', hand)
    expect(at(hand.wrist, 0, 0, -0.024)).toBeGreaterThan(10)
    // The case is wider along the arm than the strap: it would be seen beside it if the arm did not hide it.
    expect(at(hand.wrist, 0.016, 0, -0.02)).toBeLessThan(20)
    expect(at(hand.wrist, -0.017, 0, -0.02)).toBeLessThan(20)
  })
})

describe('a strap', () => {
  /** Pixels across the forearm that a watch on a wrist of this width covers, and its case along it. */
  async function extentOn(wristWidth: number) {
    const hand = { ...handAt({ y: 0, z: -0.25 }), wristWidth, wristThickness: wristWidth * 0.73 }
    const at = await worn('field-watch', hand)
    const extent = (place: (metres: number) => readonly [number, number]) => {
      const seen = Array.from({ length: 121 }, (_, i) => (i - 60) * 0.0008).filter((metres) => {
        const [x, y] = place(metres)
        // Shadows on the skin beside it are fainter.
        return at(hand.wrist, x, y, 0) > 40
      })
      return Math.max(...seen) - Math.min(...seen)
    }
    return { across: extent((metres) => [0, metres]), along: extent((metres) => [metres, 0]) }
  }

  it('closes round a narrower wrist, and its case stays as it is', async () => {
    const [wide, narrow] = [await extentOn(0.056), await extentOn(0.048)]
    expect(wide.across - narrow.across).toBeGreaterThan(0.004)
    expect(wide.across - narrow.across).toBeLessThan(0.012)
    expect(Math.abs(wide.along - narrow.along)).toBeLessThan(0.0017)
  })
})

describe('a ring', () => {
  it('goes round the finger: its near half is seen, its far half is not', async () => {
    const tilted = handAt({ y: -0.06, z: -0.16 })
    const seat = tilted.rings.ring
    // The fingertip leans to the camera by 40°, so that the far half of a ring would be seen beyond the near one.
    const lean = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), (40 * Math.PI) / 180)
    const leaning = lean.multiply(new Quaternion().fromArray(seat.frame.quaternion)).toArray()
    const frame: Rigid = { position: seat.frame.position, quaternion: Float64Array.from(leaning) }
    const hand = { ...tilted, rings: { ...tilted.rings, ring: { ...seat, frame } } }
    const at = await worn('twist-ring', hand)
    expect(at(frame, 0, 0.0094, 0)).toBeGreaterThan(15)
    expect(at(frame, 0, -0.0094, 0)).toBeLessThan(12)
  })

  it('says when it is not the finger’s size, and stays its own', async () => {
    const hand = handAt({ y: -0.06, z: -0.16 }, 'right', 0.0112)
    await worn('twist-ring', hand)
    expect(view.note).toBe('ring-small')
  })
})
