import {
  Color,
  type CubeTexture,
  NeutralToneMapping,
  PerspectiveCamera,
  SRGBColorSpace,
  WebGLRenderer,
} from 'three'
import { EngineError } from '../../../engine/engine-error'
import { FrameTimes } from '../../../engine/stats'
import { createStudio } from '../../../engine/studio'
import { EVERYDAY_LIGHTS } from '../../../engine/studio-lights'
import { TIERS, type Tier } from '../../../engine/tier'
import type { Finger, HandFit } from '../fit/hand-fit'
import type { HeadFit } from '../fit/head-fit'
import type { Intrinsics } from '../fit/intrinsics'
import type { FaceTopology } from '../looks/face-topology'
import type { FitNote } from '../looks/fit-note'
import { exposePicture } from '../looks/picture-exposure'
import type { Frame, PersonMask, PictureLight } from '../tracker/tracker'
import { coverCrop, cropCamera } from './cover-crop'
import { Dressing, type Place, type Wearable, type WearResult } from './dressing'
import { Focus } from './focus'
import { layPanels, type Panel, type PanelLayout } from './panels'
import { PictureLayer } from './picture-layer'
import { RoomVeil } from './room-veil'
import { mirroredPicture } from './snapshot'
import { type TryOnStats, tryOnStats } from './try-on-stats'

export interface TryOnViewOptions {
  /** The face mesh of assets/try-on/canonical-face.json. */
  readonly face: FaceTopology
  /** Limits of the device; `medium` by default. */
  readonly tier?: Tier
  /** What the picture shows, for screen readers. */
  readonly label?: string
  /** Which finger a ring goes on; the ring finger by default. */
  readonly finger?: Finger
  /** The GPU's memory was lost: nothing is drawn until it is restored and {@link TryOnView.draw} is called again. */
  readonly onLost?: () => void
  readonly onRestored?: () => void
}

export type { Wearable, WearResult } from './dressing'

/**
 * The camera's picture with what is worn on everybody in it, on one canvas. The picture itself is never changed: what has nothing worn over it leaves with the values it came with.
 *
 * Mirroring is the page's matter alone (CSS): everything here is unmirrored, as the camera sees it.
 */
export class TryOnView {
  readonly canvas = document.createElement('canvas')
  /** How many times their own size somebody is shown with at most: who is smaller in the picture is shown larger. */
  around = Number.POSITIVE_INFINITY
  readonly #host: HTMLElement
  readonly #renderer: WebGLRenderer
  readonly #picture = new PictureLayer()
  readonly #studio: CubeTexture
  readonly #camera = new PerspectiveCamera()
  readonly #options: TryOnViewOptions
  readonly #dress
  readonly #exposure = { tint: new Color(1, 1, 1), level: 1, turn: 0 }
  readonly #moment
  readonly #crop = { x: 0, y: 0, width: 1, height: 1 }
  readonly #panels: readonly [Panel, Panel] = [panel(), panel()]
  readonly #focus = new Focus()
  readonly #dressing: Dressing
  #veil: RoomVeil | undefined
  readonly #times = new FrameTimes()
  readonly #resize: ResizeObserver
  #layout: PanelLayout = { kind: 'single' }
  #mirrored = false
  #rtl = false
  #intrinsics: Intrinsics | undefined
  #lastTime = Number.NaN
  #frames = 0
  #lost = false
  #disposed = false

  /** Throws EngineError `no-webgl` on a device without WebGL 2. */
  constructor(host: HTMLElement, options: TryOnViewOptions) {
    this.#host = host
    this.#options = options
    const { canvas } = this
    Object.assign(canvas.style, { display: 'block', width: '100%', height: '100%' })
    if (options.label) {
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', options.label)
    } else {
      // The element around it says what is seen, and says it anew when that changes.
      canvas.setAttribute('aria-hidden', 'true')
    }
    try {
      this.#renderer = new WebGLRenderer({ canvas, alpha: false, antialias: true })
    } catch (error) {
      throw new EngineError('no-webgl', 'WebGL 2 is not available', { cause: error })
    }
    const renderer = this.#renderer
    renderer.autoClear = false
    renderer.info.autoReset = false
    renderer.toneMapping = NeutralToneMapping
    renderer.outputColorSpace = SRGBColorSpace
    renderer.setClearColor(0x000000, 1)
    this.#studio = createStudio(EVERYDAY_LIGHTS)
    const { uniforms } = this.#picture
    this.#dress = {
      picture: uniforms.picture,
      pictureFromScreen: uniforms.pictureFromScreen,
      lookTint: { value: this.#exposure.tint },
      lookSkin: { value: new Color(0, 0, 0) },
    }
    this.#dressing = new Dressing(
      { dress: this.#dress, picture: uniforms, face: options.face, finger: options.finger ?? 'ring' },
      this.#studio,
      (scene) => renderer.compileAsync(scene, this.#camera),
    )
    this.#moment = moment(this.#exposure)
    canvas.addEventListener('webglcontextlost', this.#onLost)
    canvas.addEventListener('webglcontextrestored', this.#onRestored)
    host.append(canvas)
    this.#resize = new ResizeObserver(this.#fit)
    this.#resize.observe(host)
    this.#fit()
  }

  /** Whether the page shows the canvas mirrored, as a mirror would. Frames stay unmirrored. */
  get mirrored(): boolean {
    return this.#mirrored
  }

  set mirrored(mirrored: boolean) {
    this.#mirrored = mirrored
    this.canvas.style.transform = mirrored ? 'scaleX(-1)' : ''
    this.redraw()
  }

  /** Nothing swings. */
  set reducedMotion(reduced: boolean) {
    this.#moment.reducedMotion = reduced
  }

  get layout(): PanelLayout {
    return this.#layout
  }

  /** How the picture is divided. Redraws the moment shown. */
  set layout(layout: PanelLayout) {
    this.#layout = layout
    this.#rtl = getComputedStyle(this.#host).direction === 'rtl'
    this.redraw()
  }

  /** What a shopper should know of how the thing worn sits. */
  get note(): FitNote | undefined {
    return this.#dressing.at('first')?.note
  }

  /** Faces or hands that wear something in the frame shown. */
  get seen(): number {
    return this.#dressing.at('first')?.seen ?? 0
  }

  /**
   * Puts a thing on in place of the one before, in the next frame drawn. A later call overtakes an earlier one; whatever is not shown is released.
   *
   * @param place `second` is what the right half shows in the layout `beside`
   */
  wear(wearable: Wearable, place: Place = 'first'): Promise<WearResult> {
    return this.#dressing.wear(wearable, place)
  }

  /** Takes off what is worn. */
  takeOff(place: Place = 'first'): void {
    this.#dressing.takeOff(place)
  }

  /**
   * Draws a frame with what is worn. The frame may be closed afterwards; heads and hands may be reused. Nothing is allocated once a face or hand has been seen.
   *
   * @param light of the frame's observation
   * @param time seconds of the frame's own clock; earrings swing by it
   * @param person where people are, when the room behind them is to be hidden
   */
  draw(
    frame: Frame,
    light: PictureLight | undefined,
    heads: readonly HeadFit[],
    hands: readonly HandFit[],
    intrinsics: Intrinsics,
    time: number,
    person?: PersonMask,
  ): void {
    if (this.#lost || this.#disposed) return
    const start = performance.now()
    this.#picture.load(frame)
    if (person) this.#hideRoom(person)
    this.#intrinsics = intrinsics
    const seconds = time - this.#lastTime
    this.#lastTime = time
    this.#moment.seconds = Number.isFinite(seconds) ? seconds : 0
    this.#moment.light = light
    exposePicture(light, this.#exposure)
    if (light) this.#dress.lookSkin.value.setRGB(light.skin[0], light.skin[1], light.skin[2])
    else this.#dress.lookSkin.value.setRGB(0, 0, 0)
    const first = this.#dressing.at('first')
    const { finger = 'ring' } = this.#options
    this.#focus.follow(heads, hands, first?.kind, finger, intrinsics, this.#moment.seconds)
    first?.update(heads, hands, this.#moment)
    if (this.#layout.kind === 'beside') this.#dressing.at('second')?.update(heads, hands, this.#moment)
    this.#render()
    this.#times.add(performance.now() - start)
  }

  /** Draws the same moment again, for a layout that moved. Does nothing before the first frame. */
  redraw(): void {
    if (this.#lost || this.#disposed || this.#picture.width === 0) return
    this.#render()
  }

  /** Shows the room behind people again, in the moment shown too. */
  showRoom(): void {
    this.#picture.show(undefined)
    this.#veil?.dispose()
    this.#veil = undefined
    this.redraw()
  }

  /** Shows nothing until the next frame. */
  clear(): void {
    this.#picture.clear()
    this.#focus.clear()
    this.#veil?.clear()
    this.#intrinsics = undefined
    if (this.#lost || this.#disposed) return
    this.#renderer.setScissorTest(false)
    this.#renderer.clear()
  }

  /** The picture as displayed: size, division and mirror. PNG is exact. */
  async snapshot(type: 'image/png' | 'image/jpeg' = 'image/png'): Promise<Blob> {
    this.redraw()
    return mirroredPicture(this.canvas, this.#mirrored, type)
  }

  /** What it costs at the moment. */
  stats(): TryOnStats {
    return tryOnStats(this.#renderer, this.#times, this.#frames)
  }

  /** Frees everything and removes the canvas. */
  dispose(): void {
    if (this.#disposed) return
    this.#dressing.dispose()
    this.#veil?.dispose()
    this.#disposed = true
    this.#resize.disconnect()
    this.canvas.removeEventListener('webglcontextlost', this.#onLost)
    this.canvas.removeEventListener('webglcontextrestored', this.#onRestored)
    this.#picture.dispose()
    this.#studio.dispose()
    this.#renderer.dispose()
    this.#renderer.forceContextLoss()
    this.canvas.remove()
  }

  /** Puts the picture with its room hidden in the picture's place. */
  #hideRoom(person: PersonMask): void {
    const { texture, width, height } = this.#picture
    this.#veil ??= new RoomVeil()
    this.#renderer.setScissorTest(false)
    this.#picture.show(this.#veil.draw(this.#renderer, texture, width, height, person))
  }

  #render(): void {
    const renderer = this.#renderer
    const { width } = this.canvas
    renderer.info.reset()
    layPanels(this.#layout, width, this.#mirrored, this.#rtl, this.#panels)
    renderer.setScissorTest(true)
    // What has nothing worn over it comes last: a driver that is careless at the edge of a scissor cannot leave a trace on it.
    this.#draw(this.#panels[0], false)
    this.#draw(this.#panels[1], false)
    this.#draw(this.#panels[0], true)
    this.#draw(this.#panels[1], true)
    renderer.setScissorTest(false)
    this.#frames += 1
  }

  #draw({ x, width: wide, from, to, worn }: Panel, bare: boolean): void {
    const intrinsics = this.#intrinsics
    if (to <= from || (worn === 'none') !== bare || !intrinsics) return
    const renderer = this.#renderer
    const { height } = this.canvas
    coverCrop(
      this.#picture.width,
      this.#picture.height,
      wide,
      height,
      this.#crop,
      this.#focus.point,
      this.around,
    )
    cropCamera(intrinsics, this.#crop, this.#camera)
    this.#picture.lay(this.#crop, x, 0, wide, height)
    this.#area(x, wide, from, to, height)
    renderer.clear()
    renderer.render(this.#picture.scene, this.#camera)
    const scene = worn === 'none' ? undefined : this.#dressing.at(worn)?.scene
    if (!scene) return
    scene.environmentRotation.y = this.#exposure.turn
    renderer.render(scene, this.#camera)
  }

  /** Viewport and scissor in device pixels: three multiplies by the pixel ratio. */
  #area(x: number, width: number, from: number, to: number, height: number): void {
    const ratio = this.#renderer.getPixelRatio()
    this.#renderer.setViewport(x / ratio, 0, width / ratio, height / ratio)
    this.#renderer.setScissor(from / ratio, 0, (to - from) / ratio, height / ratio)
  }

  readonly #fit = (): void => {
    const { clientWidth, clientHeight } = this.#host
    if (clientWidth === 0 || clientHeight === 0 || this.#disposed) return
    const { maxPixelRatio } = TIERS[this.#options.tier ?? 'medium']
    this.#renderer.setPixelRatio(Math.min(devicePixelRatio, maxPixelRatio))
    this.#renderer.setSize(clientWidth, clientHeight, false)
    this.redraw()
  }

  readonly #onLost = (event: Event): void => {
    event.preventDefault()
    this.#lost = true
    this.#options.onLost?.()
  }

  readonly #onRestored = (): void => {
    this.#lost = false
    // The frame that was shown is closed: the next one fills the picture again.
    this.#picture.clear()
    this.#veil?.dispose()
    this.#veil = undefined
    this.#options.onRestored?.()
  }
}

function panel(): Panel {
  return { x: 0, width: 0, from: 0, to: 0, worn: 'none' }
}

function moment(exposure: { readonly tint: Color; level: number; turn: number }): {
  exposure: typeof exposure
  light: PictureLight | undefined
  seconds: number
  reducedMotion: boolean
} {
  return { exposure, light: undefined, seconds: 0, reducedMotion: false }
}
