import type { CameraFault } from './camera-fault'
import { type CameraFacing, type CameraWish, openCameraStream, stopStream } from './camera-stream'
import { watchFrames } from './frame-clock'

export type { CameraFacing } from './camera-stream'

/** The newest picture, or why there will be none. */
export type NextPicture =
  | { readonly ok: true; readonly frame: ImageBitmap | VideoFrame; readonly time: number }
  | { readonly ok: false; readonly fault: CameraFault }

export type OpenedCamera =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly fault: CameraFault }

/** A track may be muted for a moment (a phone turning, a call refused); beyond this it is lost. Milliseconds. */
const MUTED_MS = 2500

/** Longest wait for a camera's first picture: some drivers open and then show nothing. Milliseconds. */
const FIRST_MS = 10_000

/**
 * A camera and its newest unmirrored frame. Switched off while the page is hidden and on again when it is seen, so that its lamp is lit only
 * while somebody looks. Fits try-on's `FrameSource`.
 */
export class Camera {
  readonly still = false
  /** Which way it looks in truth: a computer has only one way. */
  facing: CameraFacing
  /** The browser's id of it for this site; undefined where it tells none. */
  device: string | undefined
  readonly #asked: CameraWish
  readonly #video: HTMLVideoElement
  readonly #life = new AbortController()
  #stream: MediaStream | undefined
  #stopWatching: (() => void) | undefined
  #opening: Promise<CameraFault | undefined> | undefined
  #fault: CameraFault | undefined
  #fresh = false
  #time = 0
  #waiting: (() => void) | undefined
  #mutedTimer: ReturnType<typeof setTimeout> | undefined

  /** Opens a camera, asking the shopper where the browser must. Resolves with its first picture ready. Never rejects. */
  static async open(wish: CameraWish, signal?: AbortSignal): Promise<OpenedCamera> {
    const camera = new Camera(wish)
    const leave = () => camera.close()
    signal?.addEventListener('abort', leave)
    const fault = signal?.aborted ? ({ code: 'aborted' } as const) : await camera.#start()
    signal?.removeEventListener('abort', leave)
    if (!fault) return { ok: true, camera }
    camera.close()
    return { ok: false, fault }
  }

  private constructor(wish: CameraWish) {
    this.#asked = wish
    this.facing = wish.facing
    this.#video = hiddenVideo()
    const { signal } = this.#life
    document.addEventListener('visibilitychange', () => this.#followPage(), { signal })
    addEventListener('pagehide', () => this.#pause(), { signal })
    addEventListener('pageshow', () => this.#followPage(), { signal })
  }

  /** Pixels of a frame; they change places when a phone is turned. */
  get width(): number {
    return this.#video.videoWidth
  }

  get height(): number {
    return this.#video.videoHeight
  }

  /** Whether the camera is on, with its lamp lit. */
  get on(): boolean {
    return this.#stream !== undefined
  }

  /**
   * The newest frame that was not given yet, as soon as there is one. Whoever takes it closes it. While the page is hidden it waits.
   * One call at a time.
   */
  async next(signal?: AbortSignal): Promise<NextPicture> {
    const wake = () => this.#waiting?.()
    signal?.addEventListener('abort', wake)
    try {
      for (;;) {
        if (signal?.aborted || this.#life.signal.aborted) return failed({ code: 'aborted' })
        if (this.#fault) return failed(this.#fault)
        if (this.#fresh && this.#stream) {
          this.#fresh = false
          const frame = await pictureOf(this.#video)
          if (frame) return { ok: true, frame, time: this.#time / 1000 }
        }
        await new Promise<void>((resolve) => {
          this.#waiting = resolve
        })
      }
    } finally {
      signal?.removeEventListener('abort', wake)
      this.#waiting = undefined
    }
  }

  /** Switches the camera off for good. */
  close(): void {
    this.#life.abort()
    this.#pause()
    this.#video.remove()
    this.#waiting?.()
  }

  #start(): Promise<CameraFault | undefined> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined
      // It may have been hidden while the shopper was asked.
      if (document.hidden) this.#pause()
    })
    return this.#opening
  }

  async #open(): Promise<CameraFault | undefined> {
    const opened = await openCameraStream(this.#asked, this.#life.signal)
    if (!opened.ok) return opened.fault
    const { stream, track } = opened
    this.#stream = stream
    const { facingMode, deviceId } = track.getSettings()
    this.device = deviceId
    if (facingMode === 'user' || facingMode === 'environment') this.facing = facingMode
    // A webcam does not say where it looks, and looks at whoever sits before it.
    else if (!facingMode) this.facing = 'user'
    this.#listen(track)
    this.#video.srcObject = stream
    const first = firstPicture(this.#video, this.#life.signal)
    this.#stopWatching = watchFrames(this.#video, (milliseconds) => this.#arrived(milliseconds))
    await this.#video.play().catch(() => undefined)
    if (await first) return undefined
    if (this.#life.signal.aborted) return { code: 'aborted' }
    // Paused by the page's hiding: it starts anew when the page is seen.
    if (this.#stream !== stream) return undefined
    return { code: 'camera-busy' }
  }

  #listen(track: MediaStreamTrack): void {
    const { signal } = this.#life
    track.addEventListener('ended', () => this.#lose(), { signal })
    track.addEventListener(
      'mute',
      () => {
        this.#mutedTimer ??= setTimeout(() => this.#lose(), MUTED_MS)
      },
      { signal },
    )
    track.addEventListener('unmute', () => this.#calm(), { signal })
  }

  #calm(): void {
    clearTimeout(this.#mutedTimer)
    this.#mutedTimer = undefined
  }

  #arrived(milliseconds: number): void {
    this.#fresh = true
    // Strictly growing: two frames of one time would divide by zero.
    this.#time = Math.max(milliseconds, this.#time + 0.1)
    this.#waiting?.()
  }

  /** `ended` fires only when somebody else ended the track: our own stop is silent. */
  #lose(): void {
    if (!this.#stream) return
    this.#fault = { code: 'camera-lost' }
    this.#pause()
    this.#waiting?.()
  }

  #pause(): void {
    this.#calm()
    this.#stopWatching?.()
    this.#stopWatching = undefined
    this.#fresh = false
    if (!this.#stream) return
    stopStream(this.#stream)
    this.#stream = undefined
    this.#video.srcObject = null
  }

  #followPage(): void {
    if (document.hidden) this.#pause()
    else if (!this.#stream && !this.#fault && !this.#opening && !this.#life.signal.aborted) {
      void this.#start().then((fault) => {
        if (!fault || fault.code === 'aborted') return
        this.#fault = fault
        this.#pause()
        this.#waiting?.()
      })
    }
  }
}

function failed(fault: CameraFault): NextPicture {
  return { ok: false, fault }
}

/** In the document, since Safari plays no video outside of it; out of sight, since it is the renderer that shows its frames. */
function hiddenVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.setAttribute('aria-hidden', 'true')
  video.tabIndex = -1
  Object.assign(video.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    inlineSize: '1px',
    blockSize: '1px',
    opacity: '0',
    pointerEvents: 'none',
  })
  document.body.append(video)
  return video
}

/** Whether a first picture came. */
function firstPicture(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (came: boolean) => {
      clearTimeout(timer)
      ended.abort()
      resolve(came)
    }
    const ended = new AbortController()
    const timer = setTimeout(done, FIRST_MS, false)
    const options = { signal: ended.signal }
    video.addEventListener('loadeddata', () => done(true), options)
    // srcObject taken away.
    video.addEventListener('emptied', () => done(false), options)
    signal.addEventListener('abort', () => done(false), options)
  })
}

/** The video's present picture. A VideoFrame costs no copy; where it comes out turned or does not exist, a bitmap. */
async function pictureOf(video: HTMLVideoElement): Promise<ImageBitmap | VideoFrame | undefined> {
  try {
    if ('VideoFrame' in globalThis) {
      const frame = new VideoFrame(video)
      if (frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame
      frame.close()
    }
    return await createImageBitmap(video)
  } catch {
    // The stream was stopped between the frame's arrival and now.
    return undefined
  }
}
