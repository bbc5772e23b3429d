import { afterEach, describe, expect, it, vi } from 'vitest'
import { readDevice } from '../../src/platform/capability'
import { quickLookAnchor } from '../../src/platform/quick-look'

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
    const anchor = quickLookAnchor(document, { usdz: '/models/vase/sand.usdz' })
    expect(anchor.rel).toBe('ar')
    expect(new URL(anchor.href).hash).toBe('#allowsContentScaling=0')
    expect(anchor.children).toHaveLength(1)
    expect(anchor.firstElementChild?.tagName).toBe('IMG')
    expect(anchor.hasAttribute('download')).toBe(false)
  })

  it('has a file made in the page opened, not navigated to', () => {
    expect(quickLookAnchor(document, { usdz: 'blob:x' }).download).toBe('product.usdz')
  })
})
