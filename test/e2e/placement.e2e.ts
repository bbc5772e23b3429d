import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Catalogue } from '../../src/core/catalogue'
import type { Pose, Room } from '../../src/core/room'
import type { PlacedReport } from '../../src/experiences/placement/expose-placed'
import { launch, RoomVisit } from './room-visit'

/** The first slice, from the product page to a reopened room, with an emulated Quest 3 in the furnished room. */
const baseUrl = inject('baseUrl')
const MILLIMETRE = 0.001
const TENTH_OF_A_DEGREE = Math.PI / 1800

let browser: Browser
let visit: RoomVisit | undefined
let catalogue: Catalogue

beforeAll(async () => {
  browser = await launch()
  catalogue = (await (await fetch(`${baseUrl}/catalogue.json`)).json()) as Catalogue
})
afterEach(async () => {
  const errors = visit?.errors ?? []
  await visit?.close()
  visit = undefined
  expect(errors).toEqual([])
})
afterAll(() => browser?.close())

/** Small: every pixel is drawn in software on a test machine. */
const wide = { width: 720, height: 520 }
const enter = async (path: string) => {
  visit = await RoomVisit.open(browser, `${baseUrl}${path}`, wide)
  await visit.enter()
  await visit.look([0, 1.6, 0.6], [0, 1, -1.6])
  return visit
}

/** Size along the product's own axes, whatever its heading, against the catalogue. */
function expectTrueSize(product: PlacedReport, stand: 'up' | 'wall'): void {
  const declared = catalogue.products.find(({ sku }) => sku === product.sku)?.dimensions
  if (!declared) throw new Error(product.sku)
  const [width = 0, height = 0, depth = 0] = product.box.size
  expect(product.scale).toEqual([1, 1, 1])
  expect(Math.abs(height / declared.height - 1)).toBeLessThan(0.005)
  if (Math.abs(Math.sin(product.pose.yaw)) < 1e-3) {
    expect(Math.abs(width / declared.width - 1)).toBeLessThan(0.005)
    expect(Math.abs(depth / declared.depth - 1)).toBeLessThan(0.005)
  }
  if (stand === 'up') {
    expect(Math.abs(product.underside - (product.plane.point[1] ?? 0))).toBeLessThan(MILLIMETRE)
  } else {
    const [nx = 0, , nz = 0] = product.plane.normal
    const [px = 0, , pz = 0] = product.plane.point
    const { min, max } = product.box
    // The back of the box, along the wall's normal.
    const backX = nx > 0 ? (min[0] ?? 0) : (max[0] ?? 0)
    const backZ = nz > 0 ? (min[2] ?? 0) : (max[2] ?? 0)
    const gap = (Math.abs(nx) > 0.5 ? backX - px : 0) * nx + (Math.abs(nz) > 0.5 ? backZ - pz : 0) * nz
    expect(Math.abs(gap)).toBeLessThan(MILLIMETRE)
  }
}

const near = (a: Pose, b: Pose) => {
  expect(Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)).toBeLessThan(MILLIMETRE)
  expect(Math.abs(Math.sin((a.yaw - b.yaw) / 2)) * 2).toBeLessThan(TENTH_OF_A_DEGREE)
}

const withoutIds = (room: Room) => room.items.map(({ sku, variant }) => ({ sku, variant }))

describe('a headset in the room', () => {
  it('places at true size, moves, turns, adds, measures, shares and lays out again', {
    timeout: 240_000,
  }, async () => {
    const room = await enter('/p/lounge-chair?xr=emulate&lang=en')
    expect((await room.state()).device).toBe('headset')

    // Aim at the floor and place.
    await room.point([0, 1.3, 0], [0, 0, -1.6])
    expect((await room.state()).aim).toBe('fits')
    await room.pull()
    const [chair] = await room.standing(1)
    if (!chair) throw new Error('no chair')
    expectTrueSize(chair, 'up')
    expect(Math.hypot(chair.pose.x, chair.pose.z + 1.6)).toBeLessThan(MILLIMETRE)
    expect((await room.state()).said.text).toBe('Haven lounge chair placed, 2.20 m in front of you')

    // Move: hold, point elsewhere, let go. It goes where the ray went, from where it was held.
    await room.point([0, 1.3, 0], [0, 0.3, -1.6])
    await room.trigger(1)
    const held = (await room.placed())[0]
    expect(held?.pose.x).toBeCloseTo(chair.pose.x, 3)
    await room.point([0, 1.3, 0], [0.6, 0.3, -1.6])
    await room.trigger(0)
    const [moved] = await room.standing(1)
    if (!moved) throw new Error('no chair')
    // Where the held ray meets the floor moved by 0.6 m × 1.3 / 1.
    expect(moved.pose.x - chair.pose.x).toBeCloseTo(0.78, 2)
    expectTrueSize(moved, 'up')

    // Turn: by the thumbstick, then by a quarter turn of the wrist while holding.
    await room.page.evaluate(() => {
      const { vitrine } = globalThis as unknown as {
        vitrine: {
          emulator: { controllers: { right: { updateAxes(id: string, x: number, y: number): void } } }
        }
      }
      vitrine.emulator.controllers.right.updateAxes('thumbstick', -1, 0)
      setTimeout(() => vitrine.emulator.controllers.right.updateAxes('thumbstick', 0, 0), 300)
    })
    await room.page.waitForTimeout(600)
    const turned = (await room.placed())[0]
    if (!turned) throw new Error('no chair')
    expect(turned.pose.yaw - moved.pose.yaw).toBeGreaterThan(0.1)
    const grip = [moved.pose.x, 0.4, moved.pose.z] as const
    await room.point([0, 1.3, 0], grip)
    await room.trigger(1)
    await room.point([0, 1.3, 0], grip, Math.PI / 4)
    await room.trigger(0)
    const [twisted] = await room.standing(1)
    expect((twisted?.pose.yaw ?? 0) - turned.pose.yaw).toBeCloseTo(Math.PI / 4 - 0.1, 1)

    // A second on the wall, a third on the sideboard, by the panel.
    await room.press('add')
    await room.choose('framed-picture')
    await room.live()
    await room.point([0, 1.3, 0], [0, 0, -1.2])
    expect((await room.state()).aim).toBe('needsWall')
    await room.point([0, 1.3, 0], [-0.6, 1.55, -3.5])
    await room.pull()
    const picture = (await room.standing(2))[1]
    if (!picture) throw new Error('no picture')
    expectTrueSize(picture, 'wall')
    expect(picture.pose.yaw).toBeCloseTo(0, 3)

    await room.press('add')
    await room.choose('vase')
    await room.live()
    await room.point([0, 1.5, 0], [1.7, 0.74, -3.25])
    await room.pull()
    const vase = (await room.standing(3))[2]
    if (!vase) throw new Error('no vase')
    expectTrueSize(vase, 'up')
    expect(vase.underside).toBeCloseTo(0.74, 3)

    // Sizes.
    await room.press('sizes')
    expect((await room.state()).dimensions).toBe(true)

    // Share, and open what was shared.
    const before = await room.room()
    await room.press('share')
    const { sheet } = await room.state()
    if (sheet?.kind !== 'share') throw new Error('nothing shared')
    const link = new URL(sheet.url)
    expect(link.pathname).toBe('/room')
    await room.close()

    const again = await enter(`/room?xr=emulate&lang=en${link.hash}`)
    expect((await again.state()).pending).toMatchObject({ kind: 'room', count: 3 })
    await again.point([0, 1.3, 0], [0.2, 0, -1.3])
    await again.pull()
    const laidOut = await again.standing(3)
    expectTrueSize(laidOut[0] as PlacedReport, 'up')
    const after = await again.room()
    expect(withoutIds(after)).toEqual(withoutIds(before))
    after.items.forEach((item, index) => {
      const original = before.items[index]
      if (!original) throw new Error('missing')
      near(item.pose, original.pose)
    })
    for (const { scale } of laidOut) expect(scale).toEqual([1, 1, 1])
  })

  it('sets what is worn down on a table, at true size', { timeout: 120_000 }, async () => {
    const room = await enter('/p/round-glasses?xr=emulate&lang=en')
    await room.point([0, 1.5, 0], [1.7, 0.74, -3.25])
    expect((await room.state()).aim).toBe('fits')
    await room.pull()
    const [glasses] = await room.standing(1)
    if (!glasses) throw new Error('no glasses')
    expectTrueSize(glasses, 'up')
    expect(glasses.underside).toBeCloseTo(0.74, 3)
  })

  it('is reached by hand: pinch places, a fingertip pokes the panel', async () => {
    const room = await enter('/p/side-table?xr=emulate&lang=en')
    await room.page.evaluate(() => {
      const { vitrine } = globalThis as unknown as { vitrine: { emulator: { primaryInputMode: string } } }
      vitrine.emulator.primaryInputMode = 'hand'
    })
    await room.page.waitForTimeout(600)
    await room.hand([0.1, 1.3, 0], [0.1, 0, -1.4])
    await room.pinch()
    await room.standing(1)
    expectTrueSize((await room.placed())[0] as PlacedReport, 'up')
    await room.poke('add')
    await room.page.waitForFunction(() => {
      const { vitrine } = globalThis as unknown as { vitrine: { placement(): { sheet?: { kind: string } } } }
      return vitrine.placement().sheet?.kind === 'picker'
    })
  })

  it('leaves and comes back ten times without leaving anything behind', { timeout: 240_000 }, async () => {
    const room = await enter('/p/lounge-chair?xr=emulate&stats&lang=en')
    const counts: { geometries: number; textures: number }[] = []
    for (let round = 0; round < 10; round++) {
      if (round > 0) await room.enter()
      await room.point([0, 1.3, 0], [0, 0, -1.6])
      await room.pull()
      await room.standing(1)
      await room.leave()
      await room.page.waitForTimeout(300)
      counts.push(
        await room.page.evaluate(() => {
          const { vitrine } = globalThis as unknown as {
            vitrine: { stats(): { geometries: number; textures: number } }
          }
          const { geometries, textures } = vitrine.stats()
          return { geometries, textures }
        }),
      )
    }
    expect(new Set(counts.slice(1).map((count) => JSON.stringify(count))).size).toBe(1)
  })
})
