import { describe, expect, it } from 'vitest'
import { type ArFiles, arWay, type DeviceFacts, isLocalAddress } from '../../src/platform/capability'
import { seeded } from '../core/seeded'
import { speak } from '../core/speak'

const desktop: DeviceFacts = {
  kind: 'desktop',
  xr: 'no-ar',
  xrAllowed: true,
  quickLook: false,
  secure: true,
  localAddress: false,
  firefox: false,
  emulated: false,
}
const pixel: DeviceFacts = { ...desktop, kind: 'android' }
const iphone: DeviceFacts = { ...desktop, kind: 'ios', xr: 'absent', quickLook: true }
const quest: DeviceFacts = { ...desktop, kind: 'headset', xr: 'ar' }
const onHttp = { secure: false, xr: 'absent' } as const

const own: ArFiles = { usdz: false, sceneViewerGlb: false, address: false }
const bare: ArFiles = { usdz: false, sceneViewerGlb: false, address: true }

describe('arWay', () => {
  it.each([
    ['a Pixel with WebXR', { ...pixel, xr: 'ar' }, undefined, { way: 'webxr' }],
    ['a headset', quest, undefined, { way: 'webxr' }],
    ['an emulated headset on any page', { ...desktop, ...onHttp, emulated: true }, own, { way: 'webxr' }],
    ['an iPhone', iphone, undefined, { way: 'quick-look' }],
    ['an iPhone on http', { ...iphone, secure: false }, undefined, { way: 'quick-look' }],
    ['an iPhone, no USDZ', iphone, bare, { way: 'none', reason: 'no-file', out: 'view-3d' }],
    [
      'an iPhone in Instagram, which claims Quick Look',
      { ...iphone, inApp: { app: 'Instagram' } },
      undefined,
      { way: 'none', reason: 'in-app-browser', out: 'open-in-browser', detail: { app: 'Instagram' } },
    ],
    [
      'an iPhone browser without Quick Look',
      { ...iphone, quickLook: false },
      undefined,
      { way: 'none', reason: 'browser-without-ar', out: 'copy-address', detail: { browser: 'Safari' } },
    ],
    ['a Pixel without WebXR', pixel, undefined, { way: 'scene-viewer' }],
    [
      'a Pixel in a frame that forbids WebXR',
      { ...pixel, xr: 'ar', xrAllowed: false },
      undefined,
      { way: 'scene-viewer' },
    ],
    [
      'the same with its own file',
      { ...pixel, xr: 'ar', xrAllowed: false },
      own,
      { way: 'none', reason: 'not-allowed-by-page', out: 'open-alone' },
    ],
    ['a Pixel on http', { ...pixel, ...onHttp }, undefined, { way: 'none', reason: 'no-https' }],
    [
      'a Pixel in Firefox',
      { ...pixel, xr: 'absent', firefox: true },
      undefined,
      { way: 'none', reason: 'browser-without-ar', out: 'open-in-browser', detail: { browser: 'Chrome' } },
    ],
    [
      'a Pixel in WeChat',
      { ...pixel, xr: 'absent', inApp: { app: 'WeChat' } },
      undefined,
      { way: 'none', reason: 'in-app-browser' },
    ],
    ['a Pixel, no plain GLB', pixel, bare, { way: 'none', reason: 'no-file' }],
    ['a Pixel without WebXR and its own file', pixel, own, { way: 'none', reason: 'device-without-ar' }],
    ['a Pixel with WebXR and its own file', { ...pixel, xr: 'ar' }, own, { way: 'webxr' }],
    ['a headset on http', { ...quest, ...onHttp }, undefined, { way: 'none', reason: 'no-https' }],
    [
      'a headset in a frame that forbids WebXR',
      { ...quest, xrAllowed: false },
      undefined,
      { way: 'none', reason: 'not-allowed-by-page', out: 'open-alone' },
    ],
    [
      'a headset for VR only',
      { ...quest, xr: 'no-ar' },
      undefined,
      { way: 'none', reason: 'device-without-ar' },
    ],
    ['a desktop', desktop, undefined, { way: 'phone-qr' }],
    [
      'a desktop on a local address',
      { ...desktop, localAddress: true },
      undefined,
      { way: 'phone-qr', caution: 'local-address' },
    ],
    ['a desktop on http', { ...desktop, ...onHttp }, undefined, { way: 'phone-qr', caution: 'no-https' }],
    ['a desktop with its own file', desktop, own, { way: 'none', reason: 'file-stays-here' }],
  ] as const)('%s', (_name, device, files, expected) => {
    const way = arWay(device, files)
    expect(way).toMatchObject(expected)
    if (expected.way === 'phone-qr') expect(way).toEqual(expected)
  })

  it('always answers, and has a sentence and a way out for every no', () => {
    const { seed, random } = seeded()
    const maybe = () => random() < 0.5
    const pick = <T>(...from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0]
    for (let round = 0; round < 1000; round++) {
      const device: DeviceFacts = {
        kind: pick('ios', 'android', 'headset', 'desktop'),
        xr: pick('ar', 'no-ar', 'absent'),
        xrAllowed: maybe(),
        quickLook: maybe(),
        secure: maybe(),
        localAddress: maybe(),
        firefox: maybe(),
        emulated: random() < 0.1,
        ...(maybe() ? { inApp: { app: pick('Instagram', 'unknown') } } : {}),
      }
      const way = arWay(device, { usdz: maybe(), sceneViewerGlb: maybe(), address: maybe() })
      const why = `seed ${seed}: ${JSON.stringify({ device, way })}`
      for (const language of ['en', 'zh', 'es', 'ar'] as const) {
        const messages = speak(language, 'platform')
        if (way.way === 'none') {
          expect(messages(`ar.none.${way.reason}`, way.detail).length, why).toBeGreaterThan(10)
          expect(messages(`ar.out.${way.out}`), why).toBeTruthy()
        }
        if (way.way === 'phone-qr' && way.caution)
          expect(messages(`ar.caution.${way.caution}`), why).toBeTruthy()
      }
    }
  })

  it('names the app, or says "this app"', () => {
    const messages = speak('en', 'platform')
    expect(messages('ar.none.in-app-browser', { app: 'Instagram' })).toContain('inside Instagram has no AR')
    expect(messages('ar.none.in-app-browser', { app: 'unknown' })).toContain('inside this app has no AR')
  })
})

it.each([
  ['localhost', true],
  ['shop.localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.4', false],
  ['localhost.example', false],
])('%s is this machine: %s', (host, is) => expect(isLocalAddress(host)).toBe(is))
