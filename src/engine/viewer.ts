import { NeutralToneMapping, PerspectiveCamera, Scene, SRGBColorSpace, WebGLRenderer } from 'three'
import { failed } from '../core/model-fault'
import type { Stand } from '../core/product'
import { ContactShadow } from './contact-shadow'
import { addToDebugNamespace } from './debug-namespace'
import { withLines } from './dimension-edges'
import { type DimensionLabels, DimensionOverlay } from './dimension-overlay'
import { EngineError } from './engine-error'
import { FrameLoop } from './frame-loop'
import { FOV_DEGREES, firstAngle, frame } from './framing'
import { type Acquired, type AcquireOptions, ModelCache, type ModelHandle } from './model-cache'
import type { ModelSource } from './model-source'
import { ORBIT_LIMITS, Orbit } from './orbit'
import { QualityGovernor } from './quality-governor'
import { readStats } from './read-stats'
import { FrameTimes, type Stats } from './stats'
import { createStudio } from './studio'
import { TIERS, type Tier, tierOfPage } from './tier'
import type { ViewName } from './view-name'

export interface ViewerOptions {
  /** What the picture shows, for screen readers. */
  readonly label?: string
  /** Pins the quality; else `?tier=` or the device decides. */
  readonly tier?: Tier
  /** Folder of the self-hosted decoders. */
  readonly decoders?: string
}

export interface ShowOptions extends AcquireOptions {
  /** Material variant shown first. */
  readonly variant?: string | undefined
  /** Where the product belongs: a wall product is framed from the front. Floor by default. */
  readonly on?: Stand | undefined
}

export interface ViewerEvents {
  contextlost: undefined
  contextrestored: undefined
  /** Another model or variant is shown. */
  change: undefined
  /** The camera came to rest in a view with another name: to be announced. */
  view: ViewName
}

/**
 * Shows one product in a studio: one renderer and one canvas inside `host`. Draws only when something changed.
 *
 * Where WebGL 2 is missing {@link Viewer.show} gives the fault `no-webgl`.
 *
 * @throws EngineError `no-webgl` from {@link Viewer.renderer} and {@link Viewer.present}
 */
export class Viewer {
  readonly canvas: HTMLCanvasElement
  readonly scene = new Scene()
  readonly camera = new PerspectiveCamera(FOV_DEGREES, 1, 0.01, 100)
  readonly models: ModelCache
  readonly orbit: Orbit
  readonly loop: FrameLoop
  readonly tier: Tier

  readonly #host: HTMLElement
  readonly #listeners: { [E in keyof ViewerEvents]: Set<(event: ViewerEvents[E]) => void> } = {
    contextlost: new Set(),
    contextrestored: new Set(),
    change: new Set(),
    view: new Set(),
  }
  readonly #resize: ResizeObserver
  readonly #sight: IntersectionObserver
  readonly #governor: QualityGovernor
  readonly #times = new FrameTimes()
  readonly #shadow = new ContactShadow()
  #renderer: WebGLRenderer | undefined
  #handle: ModelHandle | undefined
  #stand: Stand = 'floor'
  #showing: AbortController | undefined
  #suspended = false
  #disposed = false
  #wasMoving = false
  #lastFrame = 0
  #dimensions: DimensionOverlay | undefined
  #closePanel = () => {}

  constructor(host: HTMLElement, { label, tier = tierOfPage(), decoders = '/decoders' }: ViewerOptions = {}) {
    this.#host = host
    this.tier = tier
    this.#governor = new QualityGovernor(TIERS[tier])
    this.canvas = document.createElement('canvas')
    this.canvas.style.cssText =
      'display:block;position:absolute;inset:0;width:100%;height:100%;outline-offset:-3px'
    this.canvas.tabIndex = 0
    this.canvas.setAttribute('role', 'application')
    if (label) this.canvas.setAttribute('aria-label', label)
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative'
    host.append(this.canvas)

    this.models = new ModelCache({ decoders, renderer: () => this.renderer, glass: TIERS[tier].glass })
    this.loop = new FrameLoop(this.#draw)
    this.orbit = new Orbit(this.camera, this.canvas)
    this.orbit.onMove = () => this.loop.request()
    this.orbit.onView = (view) => this.#emit('view', view)
    this.loop.animate((seconds) => this.orbit.step(seconds))
    this.#resize = new ResizeObserver(this.#fit)
    this.#resize.observe(host)
    this.#sight = new IntersectionObserver((entries) => {
      this.loop.pause('offscreen', !(entries.at(-1)?.isIntersecting ?? true))
    })
    this.#sight.observe(host)
    document.addEventListener('visibilitychange', this.#visibility)
    this.canvas.addEventListener('webglcontextlost', this.#lost)
    this.canvas.addEventListener('webglcontextrestored', this.#restored)
    this.scene.add(this.#shadow.mesh)
    if (new URLSearchParams(location.search).has('stats')) this.#openPanel()
  }

  /** The renderer, made at first use so that a model's download starts before it. Can present XR. */
  get renderer(): WebGLRenderer {
    this.#renderer ??= this.#createRenderer()
    return this.#renderer
  }

  /** The model shown. */
  get model(): ModelHandle | undefined {
    return this.#handle
  }

  /** Loads a model and shows it in place of the one before. A later call overtakes an earlier one. */
  async show(source: ModelSource, options: ShowOptions = {}): Promise<Acquired> {
    this.#showing?.abort()
    const showing = new AbortController()
    this.#showing = showing
    const signal = options.signal ? AbortSignal.any([showing.signal, options.signal]) : showing.signal
    const wait = this.models.acquire(source, { signal, onProgress: options.onProgress })
    // While the file travels: renderer, studio.
    this.scene.environment ??= createStudio()
    let drawable = true
    try {
      this.#renderer ??= this.#createRenderer()
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      drawable = false
      showing.abort()
    }
    const result = await wait
    if (!drawable) {
      if (result.ok) result.model.release()
      return failed('no-webgl')
    }
    if (!result.ok) return result
    const { model } = result
    if (options.variant !== undefined) await model.setVariant(options.variant)
    return (await this.present(model, { signal, on: options.on })) ? result : failed('aborted')
  }

  /**
   * Shows a model that was acquired from {@link Viewer.models}, or several arranged as one, in place of the one before.
   * The viewer takes it over and releases it in time.
   *
   * @returns false if the signal came first; the model is then released
   */
  async present(
    model: ModelHandle,
    { signal, on }: { readonly signal?: AbortSignal; readonly on?: Stand | undefined } = {},
  ): Promise<boolean> {
    const { renderer } = this
    this.scene.environment ??= createStudio()
    if (!signal?.aborted) await renderer.compileAsync(model.object, this.camera, this.scene)
    if (signal?.aborted) {
      model.release()
      return false
    }
    this.#handle?.release()
    this.#handle = model
    this.#stand = on ?? 'floor'
    this.scene.add(model.object)
    this.#shadow.cast(model.object, model.bounds, this.#stand)
    this.#fit()
    this.home(true)
    // Drawn before `show` resolves: whoever hides a poster then uncovers a picture, not a blank.
    this.loop.drawNow()
    this.#emit('change', undefined)
    return true
  }

  /** Shows a variant of the model by its name in the file. */
  async setVariant(materialVariant: string): Promise<void> {
    const handle = this.#handle
    if (!handle) return
    await handle.setVariant(materialVariant)
    if (this.#handle !== handle) return
    this.#emit('change', undefined)
    this.loop.request()
  }

  /** Goes to the first view, at once or in motion. */
  home(jump = false): void {
    this.#aim(jump ? 'jump' : 'glide')
  }

  /** Draws the three measures on the object, as the shopper reads them; null takes them away. */
  setDimensions(labels: DimensionLabels | null): void {
    this.#dimensions?.dispose()
    this.#dimensions = labels ? new DimensionOverlay(this.#host, labels) : undefined
    this.#aim('keep-glide')
    this.loop.request()
  }

  /** What the viewer costs at the moment. Reading it draws nothing. */
  stats(): Stats {
    return readStats(this.#renderer, this.scene, this.#times, this.loop.framesDrawn)
  }

  /** A PNG of what is shown, with transparent background. */
  async snapshot(): Promise<Blob> {
    this.#draw(false)
    return new Promise((resolve, reject) => {
      this.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))))
    })
  }

  /** Hands the renderer to someone else (AR): draws nothing and takes no input, but keeps everything. */
  suspend(): void {
    this.#suspended = true
    this.orbit.enabled = false
    this.loop.pause('suspended', true)
  }

  /** Takes the renderer back and draws. */
  resume(): void {
    if (!this.#suspended) return
    this.#suspended = false
    this.orbit.enabled = true
    const { renderer } = this
    renderer.setAnimationLoop(null)
    this.#settings(renderer)
    this.loop.pause('suspended', false)
    this.#fit()
    this.loop.request()
  }

  /** Listens; the returned function stops. */
  on<E extends keyof ViewerEvents>(event: E, listener: (event: ViewerEvents[E]) => void): () => void {
    this.#listeners[event].add(listener)
    return () => this.#listeners[event].delete(listener)
  }

  /** Frees everything and removes the canvas. */
  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.#closePanel()
    this.#dimensions?.dispose()
    this.#showing?.abort()
    this.#resize.disconnect()
    this.#sight.disconnect()
    document.removeEventListener('visibilitychange', this.#visibility)
    this.loop.dispose()
    this.orbit.dispose()
    this.#handle?.release()
    this.#handle = undefined
    this.models.dispose()
    this.#shadow.dispose()
    this.scene.environment?.dispose()
    this.scene.environment = null
    this.#renderer?.dispose()
    this.#renderer?.getContext().getExtension('WEBGL_lose_context')?.loseContext()
    this.canvas.remove()
  }

  #aim(go: 'jump' | 'glide' | 'keep-jump' | 'keep-glide'): void {
    const handle = this.#handle
    if (!handle) return
    const wall = this.#stand === 'wall'
    // Dimension lines stand off the object: they have to fit too.
    const outline = this.#dimensions ? withLines(handle.outline, handle.bounds, wall) : handle.outline
    // A picture wider than tall frames as a square one does, so that a square poster and the first frame coincide.
    const view = frame(
      outline,
      handle.bounds,
      Math.min(this.camera.aspect, 1),
      firstAngle(handle.bounds, this.#stand),
    )
    this.orbit.setHome(view, ORBIT_LIMITS[this.#stand], go)
  }

  #createRenderer(): WebGLRenderer {
    let renderer: WebGLRenderer
    try {
      renderer = new WebGLRenderer({
        canvas: this.canvas,
        alpha: true,
        antialias: true,
        powerPreference: 'high-performance',
      })
    } catch (error) {
      throw new EngineError('no-webgl', 'WebGL 2 is not available', { cause: error })
    }
    // React Three Fiber ends the context of any renderer it was given when its root unmounts.
    renderer.forceContextLoss = () => {}
    renderer.xr.enabled = false
    this.#settings(renderer)
    this.#renderer = renderer
    this.#fit()
    return renderer
  }

  #settings(renderer: WebGLRenderer): void {
    renderer.toneMapping = NeutralToneMapping
    renderer.toneMappingExposure = 1
    renderer.outputColorSpace = SRGBColorSpace
    renderer.setClearColor(0x000000, 0)
    // Glass draws the scene behind it once more; at half the size on weaker devices.
    renderer.transmissionResolutionScale = this.tier === 'high' ? 1 : 0.5
  }

  readonly #fit = (): void => {
    const width = this.#host.clientWidth
    const height = this.#host.clientHeight
    const renderer = this.#renderer
    if (!renderer || this.#suspended || width === 0 || height === 0) return
    const aspect = width / height
    renderer.setPixelRatio(this.#governor.still(devicePixelRatio))
    renderer.setSize(width, height, false)
    if (aspect !== this.camera.aspect) {
      this.camera.aspect = aspect
      this.camera.updateProjectionMatrix()
      this.#aim('keep-jump')
    }
    this.loop.request()
  }

  readonly #draw = (moving: boolean): void => {
    const start = performance.now()
    const { renderer } = this
    if (moving) {
      const changed =
        this.#wasMoving && this.#governor.note((start - this.#lastFrame) / 1000, devicePixelRatio)
      if (changed || !this.#wasMoving) renderer.setPixelRatio(this.#governor.moving(devicePixelRatio))
    } else if (this.#wasMoving) {
      this.#governor.rest()
      renderer.setPixelRatio(this.#governor.still(devicePixelRatio))
    }
    this.#wasMoving = moving
    this.#lastFrame = start
    renderer.render(this.scene, this.camera)
    if (this.#handle) this.#dimensions?.update(this.#handle.bounds, this.camera, this.#stand === 'wall')
    this.#times.add(performance.now() - start)
  }

  #openPanel(): void {
    addToDebugNamespace({ stats: () => this.stats() })
    import('./stats-panel').then(({ showStatsPanel }) => {
      if (!this.#disposed) this.#closePanel = showStatsPanel(this.#host, () => this.stats())
    })
  }

  readonly #visibility = (): void => {
    this.loop.pause('hidden', document.visibilityState === 'hidden')
  }

  readonly #lost = (): void => {
    this.loop.pause('contextlost', true)
    this.#emit('contextlost', undefined)
  }

  readonly #restored = (): void => {
    this.loop.pause('contextlost', false)
    this.loop.request()
    this.#emit('contextrestored', undefined)
  }

  #emit<E extends keyof ViewerEvents>(event: E, value: ViewerEvents[E]): void {
    for (const listener of this.#listeners[event]) listener(value)
  }
}
