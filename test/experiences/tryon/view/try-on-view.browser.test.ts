import { Quaternion, Vector3 } from 'three'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { stage, wait } from '../../../engine/stage'
import { FACE, headAt, intrinsicsOf, project } from '../looks/synthetic-body'
import { differenceAt, grain, pictureOf, pixelsOf, Shelf } from './picture'

const W = 240
const H = 200
const LENS = intrinsicsOf(W, H)

let view: TryOnView
let shelf: Shelf
let frame: ImageBitmap

beforeEach(async () => {
  view = new TryOnView(stage(W, H), { face: FACE })
  shelf = new Shelf()
  frame = await pictureOf(W, H, grain)
})
afterEach(() => {
  view.dispose()
  shelf.cache.dispose()
})

const draw = (time = 0) => view.draw(frame, undefined, [headAt(LENS, { z: -0.35 })], [], LENS, time)
const seen = async () => pixelsOf(await view.snapshot())
const original = async () => {
  const context = new OffscreenCanvas(W, H).getContext('2d')
  context?.drawImage(frame, 0, 0)
  const data = context?.getImageData(0, 0, W, H)
  if (!data) throw new Error('no 2d context')
  return data
}
const differing = (a: ImageData, b: ImageData, from = 0, to = W) => {
  let count = 0
  for (let y = 0; y < H; y++) for (let x = from; x < to; x++) if (differenceAt(a, b, x, y) > 0) count += 1
  return count
}

describe('the picture', () => {
  it('leaves as it came, value by value', async () => {
    draw()
    expect(differing(await seen(), await original())).toBe(0)
  })

  it('is mirrored in what is shown and shared, not in what is drawn', async () => {
    view.mirrored = true
    draw()
    const [shown, given] = [await seen(), await original()]
    let wrong = 0
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) {
        const a = (y * W + x) * 4
        const b = (y * W + W - 1 - x) * 4
        if (shown.data[a] !== given.data[b] || shown.data[a + 1] !== given.data[b + 1]) wrong += 1
      }
    }
    expect(wrong).toBe(0)
    expect(view.canvas.style.transform).toContain('-1')
  })

  it('comes from a video frame as well', async () => {
    const video = new VideoFrame(frame, { timestamp: 0 })
    view.draw(video, undefined, [], [], LENS, 0)
    video.close()
    expect(differing(await seen(), await original())).toBe(0)
  })

  it('follows frames of another size', async () => {
    draw()
    frame = await pictureOf(120, 100, () => [10, 200, 90])
    view.draw(frame, undefined, [], [], intrinsicsOf(120, 100), 1)
    expect([...(await seen()).data.slice(0, 3)]).toEqual([10, 200, 90])
  })
})

describe('a room that is hidden', () => {
  /** A person who fills the left half of the picture. */
  const person = {
    width: 64,
    height: 64,
    data: Uint8Array.from({ length: 64 * 64 }, (_, i) => (i % 64 < 32 ? 255 : 0)),
  }
  const hide = (time = 0) => view.draw(frame, undefined, [headAt(LENS, { z: -0.35 })], [], LENS, time, person)

  it('leaves whoever stands before it as they came, and nothing of what stood in it', async () => {
    // Stripes at the right, as a bookshelf has.
    frame = await pictureOf(W, H, (x, y) =>
      x < W / 2 ? grain(x, y) : x % 6 < 3 ? [200, 40, 40] : [40, 40, 200],
    )
    hide()
    const [shown, given] = [await seen(), await original()]
    expect(differing(shown, given, 0, W / 2 - 10)).toBe(0)
    let steps = 0
    for (let y = 20; y < H - 20; y++) {
      for (let x = W / 2 + 12; x < W - 1; x++) {
        const a = (y * W + x) * 4
        steps = Math.max(steps, Math.abs((shown.data[a] ?? 0) - (shown.data[a + 4] ?? 0)))
        // The light of the room is what its colours are on the whole.
        expect(shown.data[a]).toBeGreaterThan(70)
        expect(shown.data[a]).toBeLessThan(170)
      }
    }
    expect(steps).toBeLessThan(4)
  })

  it('is seen again at once', async () => {
    hide()
    view.showRoom()
    expect(differing(await seen(), await original())).toBe(0)
  })

  it('lets what is worn lie on top, and costs the same memory frame after frame', async () => {
    await view.wear({ model: await shelf.take('square-sunglasses'), variant: 'black' })
    hide()
    const dressed = await seen()
    view.takeOff()
    hide(1)
    const bare = await seen()
    const { textures, geometries } = view.stats()
    // At the right nobody is, yet half of the glasses hangs there.
    expect(differing(dressed, bare, W / 2 + 12)).toBeGreaterThan(W * H * 0.02)
    for (let i = 2; i < 12; i++) hide(i)
    expect(view.stats()).toMatchObject({ textures, geometries })
  })
})

describe('glasses', () => {
  it('cover what they cover and nothing else', async () => {
    expect(await view.wear({ model: await shelf.take('square-sunglasses'), variant: 'black' })).toEqual({
      ok: true,
    })
    draw()
    const [worn, given] = [await seen(), await original()]
    const changed = differing(worn, given)
    expect(changed).toBeGreaterThan(W * H * 0.05)
    expect(changed).toBeLessThan(W * H * 0.3)
    // Before both eyes; not on the chin, not above the head.
    const { points } = headAt(LENS, { z: -0.35 })
    for (const eye of [159, 386]) {
      expect(differenceAt(worn, given, points[eye * 2] ?? 0, points[eye * 2 + 1] ?? 0)).toBeGreaterThan(0)
    }
    expect(differenceAt(worn, given, points[152 * 2] ?? 0, (points[152 * 2 + 1] ?? 0) - 4)).toBe(0)
    expect(differenceAt(worn, given, W / 2, 4)).toBe(0)
    expect(view.seen).toBe(1)
  })

  it.each(['plain', 'refracting'] as const)(
    'let a dark lens’s share of the picture through (%s)',
    async (glass) => {
      shelf.cache.dispose()
      shelf = new Shelf(glass)
      frame = await pictureOf(W, H, () => [220, 220, 220])
      await view.wear({ model: await shelf.take('square-sunglasses'), variant: 'black' })
      draw()
      const worn = await seen()
      const { points } = headAt(LENS, { z: -0.35 })
      const at = (Math.round((points[145 * 2 + 1] ?? 0) + 3) * W + Math.round(points[145 * 2] ?? 0)) * 4
      // 15 % of linear 0.72 is 0.11, sRGB 93; reflections add to it, the frame's own shadow takes from it.
      expect(worn.data[at]).toBeGreaterThan(60)
      expect(worn.data[at]).toBeLessThan(140)
    },
  )

  it('are hidden by the head: the far temple of a turned head is not seen through it', async () => {
    // The face turns to its left, so its left temple lies behind it, seen through the clear left lens if nothing hid it.
    const head = headAt(LENS, { z: -0.35, yaw: 35 })
    const turn = new Quaternion().fromArray(head.pose.quaternion)
    const centre = new Vector3().fromArray(head.pose.position)
    frame = await pictureOf(W, H, () => [200, 160, 140])
    const shown = async (face: typeof FACE) => {
      view.dispose()
      view = new TryOnView(stage(W, H), { face })
      await view.wear({ model: await shelf.take('round-glasses'), variant: 'black' })
      view.draw(frame, undefined, [head], [], LENS, 0)
      return seen()
    }
    const [bare, hidden] = [await shown({ ...FACE, triangles: [] }), await shown(FACE)]
    // Along the temple, from behind the lens to before the ear: dark where nothing hides it.
    const pixel = new Float32Array(2)
    let hiddenNow = 0
    for (let z = -0.03; z > -0.07; z -= 0.001) {
      project(new Vector3(0.067, 0.004, z).applyQuaternion(turn).add(centre), LENS, pixel, 0)
      for (let y = -6; y <= 6; y++) {
        const at = (Math.round((pixel[1] ?? 0) + y) * W + Math.round(pixel[0] ?? 0)) * 4
        if ((bare.data[at] ?? 255) < 100 && (hidden.data[at] ?? 0) > 140) hiddenNow += 1
      }
    }
    expect(hiddenNow).toBeGreaterThan(20)
  })

  it('are on every face', async () => {
    await view.wear({ model: await shelf.take('round-glasses') })
    const two = [headAt(LENS, { x: -0.1, z: -0.6 }, { id: 4 }), headAt(LENS, { x: 0.1, z: -0.6 }, { id: 9 })]
    view.draw(frame, undefined, two, [], LENS, 0)
    const [worn, given] = [await seen(), await original()]
    expect(view.seen).toBe(2)
    expect(differing(worn, given, 0, W / 2)).toBeGreaterThan(200)
    expect(differing(worn, given, W / 2, W)).toBeGreaterThan(200)
  })
})

describe('layouts', () => {
  it('show the same moment without and with, by a line', async () => {
    await view.wear({ model: await shelf.take('square-sunglasses') })
    view.layout = { kind: 'slider', share: 0.5 }
    draw()
    const [worn, given] = [await seen(), await original()]
    expect(differing(worn, given, 0, W / 2)).toBe(0)
    expect(differing(worn, given, W / 2, W)).toBeGreaterThan(500)
    view.layout = { kind: 'slider', share: 1 }
    expect(differing(await seen(), given)).toBe(0)
  })

  it('show two things side by side', async () => {
    await view.wear({ model: await shelf.take('square-sunglasses') })
    await view.wear({ shade: { region: 'lips', colour: '#9b2a2c', finish: 'matte', opacity: 0.9 } }, 'second')
    frame = await pictureOf(W, H, () => [200, 160, 140])
    view.layout = { kind: 'beside' }
    draw()
    const pixels = await seen()
    const head = headAt(LENS, { z: -0.35 })
    // Each half shows the frame's middle; heights stay, since a half is as tall as the frame.
    const eyes = head.points[159 * 2 + 1] ?? 0
    const lips = ((head.points[0 * 2 + 1] ?? 0) + (head.points[13 * 2 + 1] ?? 0)) / 2
    const at = (x: number, y: number) => [
      ...pixels.data.slice((Math.round(y) * W + x) * 4, (Math.round(y) * W + x) * 4 + 3),
    ]
    const [leftEye = 255] = at(W / 4 - Math.round(W / 2 - (head.points[159 * 2] ?? 0)), eyes + 6)
    expect(leftEye).toBeLessThan(130)
    expect(at(W / 4, lips)).toEqual([200, 160, 140])
    const [red = 0, green = 255] = at((W * 3) / 4, lips)
    expect(red).toBeGreaterThan(green + 60)
  })
})

describe('what it costs', () => {
  it('counts return to where they began after twenty products', async () => {
    // What all products share, the studio and three's table of reflectances, comes with the first.
    await view.wear({ model: await shelf.take('square-sunglasses') })
    draw()
    view.takeOff()
    draw()
    // Models are freed when their promise has said that they are there.
    await wait(0)
    const before = view.stats()
    const skus = ['round-glasses', 'aviator-sunglasses', 'drop-earrings', 'baseball-cap', 'solitaire-ring']
    for (let i = 0; i < 20; i++) {
      const result = await view.wear({ model: await shelf.take(skus[i % skus.length] ?? '') })
      expect(result).toEqual({ ok: true })
      draw(i / 30)
    }
    view.takeOff()
    draw(1)
    await wait(0)
    const after = view.stats()
    expect(after.textures).toBe(before.textures)
    expect(after.geometries).toBe(before.geometries)
    expect(after.programs).toBe(before.programs)
    expect(shelf.cache.size).toBe(0)
  })

  it('draws glasses in ten draws', async () => {
    await view.wear({ model: await shelf.take('round-glasses') })
    draw()
    expect(view.stats().draws).toBeLessThanOrEqual(10)
  })

  it('only what is asked last is worn, and what is overtaken is released', async () => {
    const round = await shelf.take('round-glasses')
    const aviator = await shelf.take('aviator-sunglasses')
    const first = view.wear({ model: round })
    const second = view.wear({ model: aviator })
    expect(await first).toEqual({ ok: false, fault: { code: 'aborted' } })
    expect(await second).toEqual({ ok: true })
    expect(shelf.cache.size).toBe(1)
  })

  it('refuses what does not say how it is worn', async () => {
    expect(await view.wear({ model: await shelf.take('stool') })).toEqual({
      ok: false,
      fault: { code: 'not-wearable' },
    })
    expect(shelf.cache.size).toBe(0)
  })
})

it('comes back after the GPU lost everything', async () => {
  await view.wear({ model: await shelf.take('square-sunglasses') })
  draw()
  const before = await seen()
  const loss = view.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
  loss?.loseContext()
  await wait(50)
  draw()
  loss?.restoreContext()
  await wait(200)
  draw(1)
  const after = await seen()
  let most = 0
  for (let i = 0; i < after.data.length; i++)
    most = Math.max(most, Math.abs((after.data[i] ?? 0) - (before.data[i] ?? 0)))
  expect(most).toBeLessThan(3)
})
