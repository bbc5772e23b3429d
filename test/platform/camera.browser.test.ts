import { afterEach, describe, expect, it } from 'vitest'
import { Camera } from '../../src/platform/camera'
import { countCameras } from '../../src/platform/camera-stream'

let open: Camera | undefined

async function opened(facing: 'user' | 'environment' = 'user'): Promise<Camera> {
  const result = await Camera.open({ facing })
  if (!result.ok) throw new Error(result.fault.code)
  open = result.camera
  return result.camera
}

afterEach(() => open?.close())

describe('Camera, with a camera of Chromium’s own', () => {
  it('opens with a first picture and gives frames whose times grow', async () => {
    const camera = await opened()
    expect(camera.width).toBeGreaterThanOrEqual(640)
    expect(camera.on).toBe(true)
    let last = 0
    for (let i = 0; i < 8; i++) {
      const next = await camera.next()
      if (!next.ok) throw new Error(next.fault.code)
      const width = next.frame instanceof VideoFrame ? next.frame.displayWidth : next.frame.width
      expect(width).toBe(camera.width)
      expect(next.time).toBeGreaterThan(last)
      last = next.time
      next.frame.close()
    }
  })

  it('gives every frame once: who asks too early waits for the next', async () => {
    const camera = await opened()
    const times = new Set<number>()
    const start = performance.now()
    for (let i = 0; i < 6; i++) {
      const next = await camera.next()
      if (!next.ok) throw new Error(next.fault.code)
      times.add(next.time)
      next.frame.close()
    }
    expect(times.size).toBe(6)
    // Six frames of a camera of 20 to 60 a second.
    expect(performance.now() - start).toBeGreaterThan(70)
  })

  it('is the shopper’s side on a computer, whichever was asked for', async () => {
    expect((await opened('environment')).facing).toBe('user')
    expect(await countCameras()).toBeGreaterThan(0)
  })

  it('switches off on closing, and ends whoever waits', async () => {
    const camera = await opened()
    const video = document.querySelector('video')
    const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0]
    const drained = await camera.next()
    if (drained.ok) drained.frame.close()
    const waiting = camera.next()
    camera.close()
    const after = await waiting
    if (after.ok) after.frame.close()
    expect(track?.readyState).toBe('ended')
    expect(document.querySelector('video')).toBeNull()
    expect(await camera.next()).toEqual({ ok: false, fault: { code: 'aborted' } })
  })

  it('leaves no camera on when the shopper leaves while it opens', async () => {
    const leaving = new AbortController()
    const opening = Camera.open({ facing: 'user' }, leaving.signal)
    leaving.abort()
    expect(await opening).toEqual({ ok: false, fault: { code: 'aborted' } })
    expect(document.querySelector('video')).toBeNull()
  })

  it('is lost when its track ends by itself', async () => {
    const camera = await opened()
    const track = (document.querySelector('video')?.srcObject as MediaStream | undefined)?.getVideoTracks()[0]
    // What the browser fires when a webcam is unplugged; only a device can fire it truly.
    track?.dispatchEvent(new Event('ended'))
    expect(await camera.next()).toEqual({ ok: false, fault: { code: 'camera-lost' } })
    expect(camera.on).toBe(false)
  })

  it('is off while the page is away, and on again when it is back', async () => {
    const camera = await opened()
    dispatchEvent(new Event('pagehide'))
    expect(camera.on).toBe(false)
    const waiting = camera.next()
    dispatchEvent(new Event('pageshow'))
    const next = await waiting
    expect(next.ok).toBe(true)
    if (next.ok) next.frame.close()
    expect(camera.on).toBe(true)
  })

  it('lets who waits stop waiting', async () => {
    const camera = await opened()
    dispatchEvent(new Event('pagehide'))
    const stop = new AbortController()
    const waiting = camera.next(stop.signal)
    stop.abort()
    expect(await waiting).toEqual({ ok: false, fault: { code: 'aborted' } })
  })
})
