import { describe, expect, it } from 'vitest'
import { browserExit } from '../../src/platform/open-in-browser'
import { quickLookHref } from '../../src/platform/quick-look'
import { sceneViewerHref } from '../../src/platform/scene-viewer'

const page = 'https://shop.example/p/lounge-chair?v=ochre&lang=es'

describe('Quick Look', () => {
  it('locks true size and names the page to share', () => {
    expect(quickLookHref({ usdz: '/models/lounge-chair/ochre.usdz', page })).toBe(
      '/models/lounge-chair/ochre.usdz#allowsContentScaling=0' +
        '&canonicalWebPageURL=https%3A%2F%2Fshop.example%2Fp%2Flounge-chair%3Fv%3Dochre%26lang%3Des',
    )
  })

  it('locks true size alone for a file made in the page', () => {
    expect(quickLookHref({ usdz: 'blob:https://shop.example/1', page })).toBe(
      'blob:https://shop.example/1#allowsContentScaling=0',
    )
  })
})

describe('Scene Viewer', () => {
  it('is asked for true size, with a way back', () => {
    const made = sceneViewerHref({ glb: '/models/lounge-chair/ochre.glb', page, title: 'Sillón; ocre' })
    expect(made).toEqual({
      ok: true,
      href:
        'intent://arvr.google.com/scene-viewer/1.2' +
        '?file=https%3A%2F%2Fshop.example%2Fmodels%2Flounge-chair%2Fochre.glb' +
        '&mode=ar_preferred&resizable=false&title=Sill%C3%B3n%3B%20ocre' +
        '&link=https%3A%2F%2Fshop.example%2Fp%2Flounge-chair%3Fv%3Dochre%26lang%3Des' +
        '#Intent;scheme=https;package=com.google.android.googlequicksearchbox;action=android.intent.action.VIEW;' +
        'S.browser_fallback_url=https%3A%2F%2Fshop.example%2Fp%2Flounge-chair%3Fv%3Dochre%26lang%3Des%23no-scene-viewer;end;',
    })
  })

  it.each([
    ['blob:https://shop.example/1', page, 'not-on-the-web'],
    ['/a.glb', 'http://192.168.1.4:4173/p/a', 'no-https'],
  ])('refuses %s from %s', (glb, from, code) => {
    expect(sceneViewerHref({ glb, page: from, title: '' })).toMatchObject({ ok: false, fault: { code } })
  })

  it('lets the phone test its own machine', () => {
    expect(sceneViewerHref({ glb: '/a.glb', page: 'http://localhost:4173/p/a', title: '' }).ok).toBe(true)
  })
})

describe('the way out of an app', () => {
  it('is a link on Android', () => {
    expect(browserExit(page, { kind: 'android', inApp: { app: 'Instagram' } })).toEqual({
      how: 'link',
      href:
        'intent://shop.example/p/lounge-chair?v=ochre&lang=es#Intent;scheme=https;package=com.android.chrome;' +
        'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;' +
        `S.browser_fallback_url=${encodeURIComponent(page)};end;`,
    })
  })

  it.each([
    ['iOS', page, { kind: 'ios', inApp: { app: 'Instagram' } }, 'ios'],
    ['WeChat, which blocks such links', page, { kind: 'android', inApp: { app: 'WeChat' } }, 'android'],
    [
      'a room, whose code a link would lose',
      'https://shop.example/room#1_vase.sand',
      { kind: 'android' },
      'android',
    ],
  ] as const)('is instructions on %s', (_name, address, device, key) => {
    expect(browserExit(address, device)).toEqual({ how: 'instructions', key })
  })
})
