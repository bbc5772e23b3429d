import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright'
import { BROWSER_ARGS, BROWSER_ENV, findBrowser } from '../../scripts/browser.mjs'
import type { Room } from '../../src/core/room'
import type { PlacedReport } from '../../src/experiences/placement/expose-placed'
import type { PlacementState } from '../../src/experiences/placement/placement-state'

type Triple = readonly [number, number, number]

/** The page's own view of itself, as far as these tests ask. */
interface Vitrine {
  emulator: {
    controlMode: string
    primaryInputMode: string
    position: { set(x: number, y: number, z: number): void }
    quaternion: { set(x: number, y: number, z: number, w: number): void }
    activeSession?: XRSession
    controllers: Record<
      string,
      Tracked & {
        updateButtonValue(id: string, value: number): void
        updateAxes(id: string, x: number, y: number): void
      }
    >
    hands: Record<string, Tracked & { updatePinchValue(value: number): void; inputSource: XRInputSource }>
  }
  placed(): PlacedReport[]
  room(): Room
  placement(): PlacementState
  aim(): { seen: boolean; misfit?: string; position: number[]; yaw: number }
  panelButton(action: string, sku?: string): number[] | undefined
  stats(): { geometries: number; textures: number; programs: number }
}

interface Tracked {
  position: { set(x: number, y: number, z: number): void }
  quaternion: { set(x: number, y: number, z: number, w: number): void }
}

declare const vitrine: Vitrine

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: BROWSER_ARGS,
    env: BROWSER_ENV as Record<string, string>,
  })
}

/** A shopper's visit to their room with an emulated device, from the page to leaving. */
export class RoomVisit {
  readonly errors: string[] = []
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message))
  }

  static async open(
    browser: Browser,
    address: string,
    size = { width: 400, height: 800 },
    touch = false,
  ): Promise<RoomVisit> {
    const context = await browser.newContext({ viewport: size, hasTouch: touch, locale: 'en-GB' })
    const visit = new RoomVisit(await context.newPage(), context)
    await visit.page.goto(address)
    return visit
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** Presses the page's AR button and waits until the first product can be placed or chosen. */
  async enter(): Promise<void> {
    await (await this.button()).click()
    await this.live()
  }

  /** The page's AR button, once the emulated device is on. */
  async button(): Promise<Locator> {
    await this.page.waitForFunction(() => 'emulator' in ((globalThis as { vitrine?: object }).vitrine ?? {}))
    const button = this.page.locator('.ar .button-main, .go').first()
    await button.waitFor()
    return button
  }

  async live(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const { vitrine: v } = globalThis as { vitrine?: Vitrine }
        const state = v?.placement?.()
        return state?.phase === 'live' && (state.pending?.kind === 'carried' || state.pending?.loaded === 1)
      },
      null,
      { timeout: 30_000 },
    )
    await this.frames()
  }

  /** Lets some XR frames pass. */
  async frames(count = 4): Promise<void> {
    await this.page.evaluate(
      (left) =>
        new Promise<void>((resolve) => {
          const next = (n: number) => {
            if (n === 0) resolve()
            else requestAnimationFrame(() => next(n - 1))
          }
          next(left)
        }),
      count,
    )
  }

  /** Puts the eyes somewhere and looks at a point, metres. */
  async look(eye: Triple, at: Triple): Promise<void> {
    const [x, y, z, w] = towards(eye, at)
    await this.page.evaluate(
      ([e, q]) => {
        vitrine.emulator.controlMode = 'programmatic'
        vitrine.emulator.position.set(e[0], e[1], e[2])
        vitrine.emulator.quaternion.set(q[0], q[1], q[2], q[3])
      },
      [eye, [x, y, z, w]] as const,
    )
    await this.frames()
  }

  /** Holds the right controller somewhere and points it at a point. */
  async point(from: Triple, at: Triple, roll = 0): Promise<void> {
    const q = towards(from, at, roll)
    await this.page.evaluate(
      ([p, r]) => {
        vitrine.emulator.controlMode = 'programmatic'
        const { right } = vitrine.emulator.controllers
        right?.position.set(p[0], p[1], p[2])
        right?.quaternion.set(r[0], r[1], r[2], r[3])
      },
      [from, q] as const,
    )
    await this.frames()
  }

  async trigger(value: 0 | 1): Promise<void> {
    await this.page.evaluate(
      (to) => vitrine.emulator.controllers.right?.updateButtonValue('trigger', to),
      value,
    )
    await this.frames()
  }

  async pull(): Promise<void> {
    await this.trigger(1)
    await this.trigger(0)
  }

  /** Points at a button of the panel and pulls the trigger. */
  async press(action: string, sku?: string): Promise<void> {
    const at = await this.page.evaluate(([a, s]) => vitrine.panelButton(a ?? '', s), [action, sku])
    if (!at) throw new Error(`the panel has no button ${action} ${sku ?? ''}`)
    await this.point([at[0] ?? 0, (at[1] ?? 0) + 0.05, (at[2] ?? 0) + 0.35], at as unknown as Triple)
    await this.pull()
    await this.frames()
  }

  /** Chooses a product in the panel's picker, turning its pages until the product is there. */
  async choose(sku: string): Promise<void> {
    const shown = () => this.page.evaluate((s) => vitrine.panelButton('choose', s) !== undefined, sku)
    for (let page = 1; !(await shown()); page++) await this.press('page', String(page))
    await this.press('choose', sku)
  }

  /** Holds the right hand somewhere and points it at a point. */
  async hand(from: Triple, at: Triple): Promise<void> {
    await this.page.evaluate(
      ([p, r]) => {
        vitrine.emulator.controlMode = 'programmatic'
        const { right } = vitrine.emulator.hands
        right?.position.set(p[0], p[1], p[2])
        right?.quaternion.set(r[0], r[1], r[2], r[3])
      },
      [from, towards(from, at)] as const,
    )
    await this.frames()
  }

  async pinch(): Promise<void> {
    for (const value of [1, 0]) {
      await this.page.evaluate((to) => vitrine.emulator.hands.right?.updatePinchValue(to), value)
      await this.frames()
    }
  }

  /** Pushes the tip of the right index finger through a button of the panel and takes it back. */
  async poke(action: string): Promise<void> {
    const at = await this.page.evaluate((a) => vitrine.panelButton(a), action)
    if (!at) throw new Error(`the panel has no button ${action}`)
    const [x = 0, y = 0, z = 0] = at
    const start: Triple = [x, y, z + 0.3]
    await this.hand(start, [x, y, z])
    // Where the fingertip is with the hand there, to bring the tip and not the wrist to the button.
    const tip = await this.page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const { activeSession, hands } = vitrine.emulator
          if (!activeSession) throw new Error('no session')
          activeSession.requestReferenceSpace('local-floor').then((space) =>
            activeSession.requestAnimationFrame((_, frame) => {
              const joint = hands.right?.inputSource.hand?.get('index-finger-tip')
              const position = joint && frame.getJointPose?.(joint, space)?.transform.position
              resolve(position ? [position.x, position.y, position.z] : [])
            }),
          )
        }),
    )
    const offset = tip.map((value, index) => value - (start[index] ?? 0))
    const [ox = 0, oy = 0, oz = 0] = offset
    for (const away of [0.08, 0.05, 0, 0.05, 0.12]) {
      const from: Triple = [x - ox, y - oy, z - oz + away]
      await this.hand(from, [from[0], from[1], from[2] - 0.3])
    }
  }

  placed(): Promise<PlacedReport[]> {
    return this.page.evaluate(() => vitrine.placed())
  }

  room(): Promise<Room> {
    return this.page.evaluate(() => vitrine.room())
  }

  state(): Promise<PlacementState> {
    return this.page.evaluate(() => {
      const { phase, device, tracking, aim, pending, placed, selected, dimensions, undo, sheet, said } =
        vitrine.placement()
      return { phase, device, tracking, aim, pending, placed, selected, dimensions, undo, sheet, said }
    })
  }

  /** Waits until that many products are placed and anchored. */
  async standing(count: number): Promise<PlacedReport[]> {
    await this.page.waitForFunction(
      (n) => vitrine.placed().length === n && vitrine.placed().every(({ anchored }) => anchored),
      count,
      { timeout: 10_000 },
    )
    return this.placed()
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave the room' }).click()
    await this.page.waitForFunction(() => !('placed' in vitrine))
  }
}

/** A quaternion (x, y, z, w) that looks from one point at another, rolled about the line of sight. */
function towards(from: Triple, at: Triple, roll = 0): [number, number, number, number] {
  const dx = at[0] - from[0]
  const dy = at[1] - from[1]
  const dz = at[2] - from[2]
  const yaw = Math.atan2(-dx, -dz)
  const pitch = Math.atan2(dy, Math.hypot(dx, dz))
  const [cy, sy] = [Math.cos(yaw / 2), Math.sin(yaw / 2)]
  const [cp, sp] = [Math.cos(pitch / 2), Math.sin(pitch / 2)]
  const [cr, sr] = [Math.cos(roll / 2), Math.sin(roll / 2)]
  // Yaw about Y, then pitch about X, then roll about Z.
  const [x, y, z, w] = [cy * sp, sy * cp, -sy * sp, cy * cp]
  return [x * cr + y * sr, y * cr - x * sr, z * cr + w * sr, w * cr - z * sr]
}
