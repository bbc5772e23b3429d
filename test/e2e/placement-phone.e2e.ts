import axe from 'axe-core'
import type { Browser, CDPSession } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, RoomVisit } from './room-visit'

/** A phone in the room: fingers on the glass, the keyboard alone, pixels that prove the size, sessions refused. */
const baseUrl = inject('baseUrl')

let browser: Browser
let visit: RoomVisit | undefined

beforeAll(async () => {
  browser = await launch()
})
afterEach(async () => {
  const errors = visit?.errors ?? []
  await visit?.close()
  visit = undefined
  expect(errors).toEqual([])
})
afterAll(() => browser?.close())

const tall = { width: 390, height: 700 }
const open = async (path: string, touch = true) => {
  visit = await RoomVisit.open(browser, `${baseUrl}${path}`, tall, touch)
  return visit
}

interface Finger {
  readonly x: number
  readonly y: number
  readonly id: number
}

/** Fingers on the glass, through the browser's own input. */
class Glass {
  private constructor(private readonly cdp: CDPSession) {}

  static async of(room: RoomVisit): Promise<Glass> {
    return new Glass(await room.page.context().newCDPSession(room.page))
  }

  async send(type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]): Promise<void> {
    await this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...fingers] })
  }

  async tap(x: number, y: number): Promise<void> {
    // Both at once: a busy machine must not make a long press of it.
    await Promise.all([this.send('touchStart', [{ x, y, id: 1 }]), this.send('touchEnd', [])])
  }
}

describe('a phone in the room', () => {
  it('places by a tap, moves by one finger, turns by two and never changes a size', {
    timeout: 150_000,
  }, async () => {
    const room = await open('/p/lounge-chair?xr=emulate-phone&lang=en')
    await room.enter()
    expect((await room.state()).device).toBe('screen')
    const glass = await Glass.of(room)
    await room.look([0, 1.6, 0], [0, 0, -2.2])
    await glass.tap(195, 250)
    const [placed] = await room.standing(1)
    if (!placed) throw new Error('nothing placed')
    expect(placed.underside).toBeCloseTo(0, 3)
    expect(placed.pose.z).toBeCloseTo(-2.2, 2)

    // One finger: from the seat, 80 pixels to the right.
    await glass.send('touchStart', [{ x: 195, y: 330, id: 1 }])
    for (let x = 205; x <= 275; x += 10) {
      await glass.send('touchMove', [{ x, y: 330, id: 1 }])
      await room.frames(1)
    }
    await room.frames(3)
    await glass.send('touchEnd', [])
    const [moved] = await room.standing(1)
    if (!moved) throw new Error('gone')
    expect(moved.pose.x - placed.pose.x).toBeGreaterThan(0.25)
    expect(moved.pose.yaw).toBeCloseTo(placed.pose.yaw, 4)
    expect(moved.underside).toBeCloseTo(0, 3)
    expect(moved.box.size).toEqual(placed.box.size.map((side) => expect.closeTo(side, 4)))

    // Two fingers: a sixth of a turn, and spread to twice the distance, which must do nothing.
    const middle = { x: 200, y: 400 }
    const pair = (angle: number, radius: number): Finger[] => [
      { id: 1, x: middle.x + Math.cos(angle) * radius, y: middle.y + Math.sin(angle) * radius },
      { id: 2, x: middle.x - Math.cos(angle) * radius, y: middle.y - Math.sin(angle) * radius },
    ]
    await glass.send('touchStart', pair(0, 40))
    for (let step = 1; step <= 8; step++) {
      await glass.send('touchMove', pair((step / 8) * (Math.PI / 3), 40 + step * 5))
      await room.frames(1)
    }
    await glass.send('touchEnd', [])
    const [turned] = await room.standing(1)
    if (!turned) throw new Error('gone')
    // Clockwise on the glass is clockwise from above: a negative heading.
    expect(turned.pose.yaw - moved.pose.yaw).toBeCloseTo(-Math.PI / 3, 1)
    expect(turned.scale).toEqual([1, 1, 1])
    expect(turned.box.size[1]).toBeCloseTo(placed.box.size[1] ?? 0, 5)
    expect(turned.pose.x).toBeCloseTo(moved.pose.x, 3)

    // A picture of it says what is in it.
    await room.page.getByRole('button', { name: 'Take a picture' }).click()
    await room.page.getByRole('img', { name: 'The placed products in the room' }).waitFor()
    await room.page.getByRole('button', { name: 'Close' }).click()
    await room.leave()
    await room.page.locator('.ar .button-main').first().waitFor()
  })

  it('shows it 1:1, pixel by pixel', { timeout: 120_000 }, async () => {
    const room = await open('/p/framed-picture?xr=emulate-phone&lang=en', false)
    await room.enter()
    await room.look([0, 1.5, -1], [0, 1.5, -3.5])
    await room.page.getByRole('button', { name: 'Place here' }).click()
    await room.standing(1)
    // Nothing but the product: no selection.
    await room.page.keyboard.press('Escape')
    await room.frames(6)
    const seen = await room.page.evaluate(
      () =>
        new Promise<{ width: number; height: number; wide: number; high: number }>((resolve) => {
          const { vitrine } = globalThis as unknown as {
            vitrine: { emulator: { appCanvas: HTMLCanvasElement; activeSession: XRSession } }
          }
          const { appCanvas: canvas, activeSession: session } = vitrine.emulator
          let frames = 0
          const read = () => {
            // Ours runs in the same frame, after the app's own callback has drawn.
            frames += 1
            if (frames < 3) {
              session.requestAnimationFrame(read)
              return
            }
            const gl = canvas.getContext('webgl2')
            if (!gl) return
            const { drawingBufferWidth: width, drawingBufferHeight: height } = gl
            const pixels = new Uint8Array(width * height * 4)
            gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
            let [left, right, low, top] = [width, -1, height, -1]
            for (let y = 0; y < height; y++) {
              for (let x = 0; x < width; x++) {
                // The soft shadow on the wall is not opaque; the product is.
                if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 250) continue
                left = Math.min(left, x)
                right = Math.max(right, x)
                low = Math.min(low, y)
                top = Math.max(top, y)
              }
            }
            resolve({ width, height, wide: right - left + 1, high: top - low + 1 })
          }
          session.requestAnimationFrame(read)
        }),
    )
    const [product] = await room.placed()
    const [width = 0, height = 0, depth = 0] = product?.box.size ?? []
    expect((await room.state()).selected).toBeUndefined()
    // A camera of 60 degrees, 2.5 m from the wall; the frame's front is its outline.
    const focal = seen.height / 2 / Math.tan(Math.PI / 6)
    const distance = 2.5 - depth
    expect(Math.abs(seen.wide - (width * focal) / distance)).toBeLessThan(2.5)
    expect(Math.abs(seen.high - (height * focal) / distance)).toBeLessThan(2.5)
  })

  it('can be used by the keyboard alone, and says what happens', { timeout: 150_000 }, async () => {
    const room = await open('/p/lounge-chair?xr=emulate-phone&lang=en', false)
    const { page } = room
    const button = await room.button()
    await page.evaluate(() => {
      const told: unknown[] = []
      document.addEventListener('vitrine', (event) => told.push((event as CustomEvent).detail))
      Object.assign(window, { told })
    })
    await button.focus()
    await page.keyboard.press('Enter')
    await room.live()
    const press = async (key: string) => {
      await page.keyboard.press(key)
      await room.frames(2)
    }
    /** Tabs until a control of this name has the focus. */
    const tabTo = async (name: string) => {
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate((n) => {
          const { activeElement: e } = document
          return (e?.getAttribute('aria-label') ?? e?.textContent) === n
        }, name)
        if (found) return
      }
      throw new Error(`Tab does not reach ${name}`)
    }
    // The view opens looking down at the free floor.
    await tabTo('Place here')
    await press('Enter')
    const [placed] = await room.standing(1)
    if (!placed) throw new Error('nothing placed')
    expect((await room.state()).said.text).toMatch(/^Haven lounge chair placed, .* m in front of you$/)

    await press('ArrowRight')
    await press('ArrowDown')
    const [moved] = await room.standing(1)
    expect((moved?.pose.x ?? 0) - placed.pose.x).toBeCloseTo(0.05, 3)
    expect((moved?.pose.z ?? 0) - placed.pose.z).toBeCloseTo(0.05, 3)
    await press('[')
    expect(((await room.placed())[0]?.pose.yaw ?? 0) - placed.pose.yaw).toBeCloseTo(Math.PI / 12, 3)
    await tabTo('Turn right')
    await press('Enter')
    expect((await room.placed())[0]?.pose.yaw ?? 1).toBeCloseTo(placed.pose.yaw, 3)
    await press('Delete')
    expect(await room.placed()).toHaveLength(0)
    await tabTo('Undo')
    await press('Enter')
    await room.standing(1)

    await tabTo('Take a picture')
    await press('Enter')
    await page.getByRole('heading', { name: 'Your picture' }).waitFor()
    await press('Escape')
    await tabTo('Share this room')
    await press('Enter')
    await page.getByRole('textbox', { name: 'Link to this room' }).waitFor()
    await press('Escape')
    await tabTo('Leave the room')
    await press('Enter')
    await page.waitForFunction(() => {
      const { vitrine } = globalThis as unknown as { vitrine: object }
      return !('placed' in vitrine)
    })
    // The page's owner has heard it all. When a movement is told depends on when it rests.
    const told = await page.evaluate(() => (window as unknown as { told: { name: string }[] }).told)
    expect(told.filter(({ name }) => name !== 'ar_move')).toMatchObject([
      { name: 'ar_start', mode: 'webxr', item_id: 'lounge-chair', item_variant: 'oat' },
      { name: 'ar_place', mode: 'webxr', item_id: 'lounge-chair', item_variant: 'oat' },
      { name: 'ar_remove', item_id: 'lounge-chair' },
      { name: 'ar_picture', items: 1 },
      { name: 'ar_end', mode: 'webxr', items: 1 },
    ])
    // The focus is back where it came from.
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('button-main')
  })

  it('says why a session does not begin, and the page goes on', { timeout: 60_000 }, async () => {
    const room = await open('/p/vase?xr=emulate-phone&lang=en', false)
    const { page } = room
    const button = await room.button()
    for (const [name, sentence] of [
      ['NotAllowedError', 'AR was not allowed'],
      ['NotSupportedError', 'This browser has no AR'],
      ['InvalidStateError', 'Another AR session is open'],
    ] as const) {
      await page.evaluate((error) => {
        const { xr } = navigator
        if (xr) xr.requestSession = () => Promise.reject(new DOMException('refused', error))
      }, name)
      await button.click()
      await page.locator('.ar-fault', { hasText: sentence }).waitFor()
    }
    // The viewer has its renderer back and draws.
    expect(await page.locator('canvas').first().isVisible()).toBe(true)
  })

  it('ends when the shopper goes back in the history', { timeout: 60_000 }, async () => {
    const room = await open('/?xr=emulate-phone&lang=en')
    await room.page.locator('a[href*="/p/lounge-chair"]').first().tap()
    await room.enter()
    await room.page.goBack()
    await room.page.waitForFunction(
      () => !('placed' in (globalThis as unknown as { vitrine: object }).vitrine),
    )
    expect(await room.page.locator('.vp').count()).toBe(0)
    expect(new URL(room.page.url()).pathname).toBe('/')
  })

  it('tells when the device loses its place, and ends when the system ends it', {
    timeout: 90_000,
  }, async () => {
    const room = await open('/p/vase?xr=emulate-phone&lang=en', false)
    await room.enter()
    await room.page.evaluate(() => {
      const { vitrine } = globalThis as unknown as {
        vitrine: { emulator: { updateVisibilityState(state: string): void } }
      }
      vitrine.emulator.updateVisibilityState('visible-blurred')
    })
    await room.page.getByText('Paused. Close the menu in front to go on').first().waitFor()
    await room.page.evaluate(() => {
      const { vitrine } = globalThis as unknown as { vitrine: { emulator: { activeSession: XRSession } } }
      return vitrine.emulator.activeSession.end()
    })
    await room.page.waitForFunction(() => {
      const { vitrine } = globalThis as unknown as { vitrine: object }
      return !('placed' in vitrine)
    })
    expect(await room.page.locator('.vp').count()).toBe(0)
  })

  it('puts everything away when the graphics stop', { timeout: 90_000 }, async () => {
    const room = await open('/p/vase?xr=emulate-phone&lang=en', false)
    await room.enter()
    await room.page.evaluate(() => {
      const { vitrine } = globalThis as unknown as { vitrine: { emulator: { appCanvas: HTMLCanvasElement } } }
      const { appCanvas } = vitrine.emulator
      appCanvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await room.page.waitForFunction(() => {
      const { vitrine } = globalThis as unknown as { vitrine: object }
      return !('placed' in vitrine)
    })
    expect(await room.page.locator('.vp').count()).toBe(0)
    await room.page.getByText('The graphics stopped, so AR ended').first().waitFor({ state: 'attached' })
    // The emulator itself reads the lost context once before it is told.
    room.errors.length = 0
  })

  it('places a product on the demo page as well', { timeout: 90_000 }, async () => {
    const room = await open('/demos/place-in-room/?xr=emulate-phone&lang=en', false)
    await room.enter()
    await room.page.getByRole('button', { name: 'Place here' }).click()
    const [placed] = await room.standing(1)
    expect(placed?.scale).toEqual([1, 1, 1])
    await room.leave()
    await room.page.getByText('Left standing in your room: 1').waitFor()
  })

  it('is accessible while a product is aimed, selected, shared and chosen', {
    timeout: 120_000,
  }, async () => {
    const room = await open('/p/lounge-chair?xr=emulate-phone&lang=ar', false)
    await room.enter()
    const { page } = room
    // Evaluated from outside: the page's own policy refuses a script tag.
    await page.evaluate(axe.source)
    const findings = () =>
      page.evaluate(async () => {
        const page = globalThis as unknown as {
          axe: { run(where: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        const { violations } = await page.axe.run('.vp')
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
    expect(await findings()).toEqual([])
    await page.locator('.vp-primary').click()
    await room.standing(1)
    expect(await findings()).toEqual([])
    await page.locator('.vp-top .vp-round').last().click()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.vp-chip-add').click()
    expect(await findings()).toEqual([])
  })
})
