import { afterEach, describe, expect, it, vi } from 'vitest'
import { readDevice } from '../../src/platform/capability'
import { onBannerTap, quickLookAnchor } from '../../src/platform/quick-look'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('readDevice', () => {
  it('reads this desktop browser', async () => {
    expect(await readDevice()).toMatchObject({
      kind: 'desktop',
      xrAllowed: true,
      quickLook: false,
      secure: true,
      localAddress: true,
      firefox: false,
      emulated: false,
    })
  })

  it('sees Quick Look', async () => {
    vi.spyOn(DOMTokenList.prototype, 'supports').mockImplementation((token) => token === 'ar')
    expect((await readDevice()).quickLook).toBe(true)
  })

  it.each([
    ['ar', () => Promise.resolve(true)],
    ['no-ar', () => Promise.resolve(false)],
    ['no-ar', () => Promise.reject(new DOMException('policy', 'SecurityError'))],
    ['no-ar', () => new Promise(() => undefined)],
  ])('takes %s from %s', async (xr, isSessionSupported) => {
    vi.stubGlobal('navigator', {
      userAgent: navigator.userAgent,
      maxTouchPoints: 0,
      xr: { isSessionSupported },
    })
    expect((await readDevice()).xr).toBe(xr)
  })
})

describe('quickLookAnchor', () => {
  it('is what iOS takes for an AR link', () => {
    const anchor = quickLookAnchor(
      document,
      { usdz: '/models/vase/sand.usdz' },
      { src: '/models/vase/sand.webp', alt: 'Vase' },
    )
    expect(anchor.rel).toBe('ar')
    expect(new URL(anchor.href).hash).toBe('#allowsContentScaling=0')
    expect(anchor.children).toHaveLength(1)
    expect(anchor.firstElementChild?.tagName).toBe('IMG')
    expect(anchor.hasAttribute('download')).toBe(false)
  })

  it('hears the banner, and stops hearing it', () => {
    const anchor = quickLookAnchor(document, { usdz: 'blob:x' })
    const tapped = vi.fn()
    const off = onBannerTap(anchor, tapped)
    const tap = () => {
      anchor.dispatchEvent(new MessageEvent('message', { data: 'something else' }))
      anchor.dispatchEvent(new MessageEvent('message', { data: '_apple_ar_quicklook_button_tapped' }))
    }
    tap()
    off()
    tap()
    expect(tapped).toHaveBeenCalledOnce()
    expect(anchor.download).toBe('product.usdz')
  })
})
