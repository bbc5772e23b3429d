// A page without a shop around it: the tracker, the fit and the view of try-on, fed frame by frame, measured in the pixels that it draws.
import face from '../../../../assets/try-on/canonical-face.json'
import { ModelCache } from '../../../../src/engine/model-cache'
import { HandFitter } from '../../../../src/experiences/tryon/fit/hand-fitter'
import { HeadFitter } from '../../../../src/experiences/tryon/fit/head-fitter'
import type { Intrinsics } from '../../../../src/experiences/tryon/fit/intrinsics'
import { TasksTracker } from '../../../../src/experiences/tryon/tracker/tasks-tracker'
import type { Observation } from '../../../../src/experiences/tryon/tracker/tracker'
import { TryOnView } from '../../../../src/experiences/tryon/view/try-on-view'
import { type Found, findMarker, MARKERS, type MarkerName, type Picture } from '../markers'
import { changeMask, greatestOutside, halfMask, hardIoU } from '../masks'
import { polygonMask } from './polygon-mask'
import { SensorNoise } from './sensor-noise'

/** What was found in one frame. Pixels of the unmirrored frame, camera space in metres. */
export interface Look {
  readonly detectMs: number
  readonly fitMs: number
  readonly drawMs: number
  /** Of the first face or hand as the tracker saw it, unbettered. */
  readonly raw?: readonly number[]
  readonly points?: readonly number[]
  readonly head?: {
    readonly position: readonly number[]
    readonly quaternion: readonly number[]
    readonly yaw: number
    readonly pd?: number
    readonly pdUncertainty?: number
  }
  readonly hand?: {
    readonly side: string
    readonly wrist: { readonly position: readonly number[]; readonly quaternion: readonly number[] }
    readonly ring: { readonly position: readonly number[]; readonly quaternion: readonly number[] }
  }
  /** By product and colour: `eyewear red`. */
  readonly beads?: Readonly<Record<string, Found>>
  readonly lips?: { readonly iou: number; readonly rawIou: number; readonly outside: number }
}

export interface LookOptions {
  /** Picture's address, and seconds. */
  readonly address: string
  readonly time: number
  readonly noise: { readonly sigma: number; readonly seed: number }
  /** Products to put on in turn and look for, by the name they were offered under. */
  readonly beadsOf?: readonly string[]
  readonly lips?: { readonly product: string; readonly mask: string }
}

export interface TryOnBenchPage {
  open(how: { subject: 'face' | 'hand'; intrinsics: Intrinsics }): Promise<void>
  offer(name: string, address: string): Promise<void>
  /** Forgets who was seen: another clip begins. */
  reset(): void
  look(options: LookOptions): Promise<Look>
}

declare global {
  var tryOnBench: TryOnBenchPage | undefined
}

const NOTHING_WORN = { kind: 'slider', share: 1 } as const
/** Pixels around the lips in which soft edges may reach. */
const SOFT_EDGE = 3
const OUTER = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]
const INNER = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191]

class MeasuringPage implements TryOnBenchPage {
  readonly #models = new ModelCache({ glass: 'plain' })
  readonly #heads = new HeadFitter()
  readonly #hands = new HandFitter()
  readonly #tracker = new TasksTracker()
  readonly #products = new Map<string, ArrayBuffer>()
  readonly #noise = new SensorNoise()
  readonly #sheet = document.createElement('canvas')
  #view: TryOnView | undefined
  #intrinsics: Intrinsics | undefined

  async open({ subject, intrinsics }: Parameters<TryOnBenchPage['open']>[0]): Promise<void> {
    this.#intrinsics = intrinsics
    const host = document.querySelector<HTMLElement>('#host')
    if (!host) throw new Error('no host')
    host.style.width = `${intrinsics.width}px`
    host.style.height = `${intrinsics.height}px`
    this.#view ??= new TryOnView(host, { face, tier: 'low' })
    const started = await this.#tracker.start({ subjects: [subject] })
    if (!started.ok) throw new Error(started.fault.code)
  }

  async offer(name: string, address: string): Promise<void> {
    this.#products.set(name, await (await fetch(address)).arrayBuffer())
  }

  reset(): void {
    this.#heads.reset()
    this.#hands.reset()
    this.#tracker.reset()
  }

  async look({ address, time, noise, beadsOf = [], lips }: LookOptions): Promise<Look> {
    const view = this.#view
    const intrinsics = this.#intrinsics
    if (!view || !intrinsics) throw new Error('not open')
    const observed = await this.#tracker.observe(await this.#noise.frame(address, noise), time)
    if (!observed.ok) throw new Error(JSON.stringify(observed.fault))
    const { observation, frame } = observed
    const fitStart = performance.now()
    const heads = this.#heads.fit(observation, intrinsics)
    const hands = this.#hands.fit(observation, intrinsics)
    const drawStart = performance.now()
    const draw = () => {
      view.layout = { kind: 'single' }
      view.draw(frame, observation.light, heads, hands, intrinsics, time)
      return this.#pixels(view)
    }
    const bare = () => {
      view.layout = NOTHING_WORN
      return this.#pixels(view)
    }
    draw()
    const drawMs = performance.now() - drawStart
    const beads: Record<string, Found> = {}
    for (const product of beadsOf) {
      await this.#wear(product)
      const [dressed, plain] = [draw(), bare()]
      for (const marker of Object.keys(MARKERS) as MarkerName[]) {
        const found = findMarker(dressed, plain, marker)
        if (found) beads[`${product} ${marker}`] = found
      }
    }
    const painted = lips ? await this.#lips(lips, observation, draw, bare) : undefined
    view.layout = { kind: 'single' }
    frame.close()
    const [head] = heads
    const [hand] = hands
    const [seen] = observation.faces.length > 0 ? observation.faces : observation.hands
    return {
      detectMs: observation.detectMs,
      fitMs: drawStart - fitStart,
      drawMs,
      ...(seen
        ? {
            raw: Array.from('raw' in seen && seen.raw ? seen.raw : seen.points),
            points: Array.from(head?.points ?? []),
          }
        : {}),
      ...(head
        ? {
            head: {
              position: Array.from(head.pose.position),
              quaternion: Array.from(head.pose.quaternion),
              yaw: head.yaw,
              ...(head.pd ? { pd: head.pd.value, pdUncertainty: head.pd.uncertainty } : {}),
            },
          }
        : {}),
      ...(hand
        ? {
            hand: {
              side: hand.side,
              wrist: rigid(hand.wrist),
              ring: rigid(hand.rings.ring.frame),
            },
          }
        : {}),
      beads,
      ...(painted ? { lips: painted } : {}),
    }
  }

  async #lips(
    { product, mask }: NonNullable<LookOptions['lips']>,
    observation: Observation,
    draw: () => Picture,
    bare: () => Picture,
  ): Promise<NonNullable<Look['lips']> | undefined> {
    const [seen] = observation.faces
    if (!seen) return undefined
    await this.#wear(product)
    const [painted, plain] = [draw(), bare()]
    const truth = await this.#noise.mask(mask)
    const change = changeMask(painted, plain, 255)
    const ours = halfMask(change, truth)
    const { width, height } = painted
    const raw = polygonMask(seen.raw ?? seen.points, OUTER, INNER, width, height)
    const reach = new Float32Array(ours.length)
    for (let i = 0; i < reach.length; i++) reach[i] = Math.max(ours[i] ?? 0, truth[i] ?? 0)
    return {
      iou: hardIoU(ours, truth),
      rawIou: hardIoU(raw, truth),
      outside: greatestOutside(change, reach, width, SOFT_EDGE),
    }
  }

  async #wear(product: string): Promise<void> {
    const bytes = this.#products.get(product)
    if (!bytes) throw new Error(`${product} was not offered`)
    const acquired = await this.#models.acquire(bytes)
    if (!acquired.ok) throw new Error(acquired.fault.code)
    const worn = await this.#view?.wear({ model: acquired.model, variant: 'plain' })
    if (!worn?.ok) throw new Error(`${product}: ${JSON.stringify(worn)}`)
  }

  /** What the view shows, in the task that drew it: afterwards the buffer is gone. */
  #pixels(view: TryOnView): Picture {
    const { width, height } = view.canvas
    this.#sheet.width = width
    this.#sheet.height = height
    const context = this.#sheet.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no 2d context')
    context.drawImage(view.canvas, 0, 0)
    return { width, height, data: context.getImageData(0, 0, width, height).data }
  }
}

function rigid({ position, quaternion }: { position: Float64Array; quaternion: Float64Array }) {
  return { position: Array.from(position), quaternion: Array.from(quaternion) }
}

globalThis.tryOnBench = new MeasuringPage()
