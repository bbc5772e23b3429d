import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CameraRefusal } from '../../src/platform/camera-fault'
import { browserFamily } from '../../src/platform/user-agent'
import { type AdviceFacts, faultAdvice } from '../../src/storefront/try-on/fault-advice'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36'

const facts: AdviceFacts = {
  userAgent: DESKTOP,
  touchPoints: 0,
  online: true,
  address: 'https://shop.example/try/hat',
}
const denied = (why: CameraRefusal, given: Partial<AdviceFacts> = {}) =>
  faultAdvice({ code: 'camera-denied', why }, { ...facts, ...given })
const sentences = JSON.parse(
  readFileSync(new URL('../../assets/messages/en/tryon.json', import.meta.url), 'utf8'),
) as Record<string, string>

describe('browserFamily', () => {
  it.each([
    [IPHONE, 'safariIos'],
    [IPHONE.replace('Version/19.1', 'CriOS/142.0'), 'otherIos'],
    [ANDROID, 'chromeAndroid'],
    [DESKTOP, 'chrome'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
      'safariMac',
    ],
  ])('%s is %s', (userAgent, family) => {
    expect(browserFamily(userAgent)).toBe(family)
    expect(sentences[`tryon.allow.${family}`]).toBeTruthy()
  })
})

describe('faultAdvice', () => {
  it.each([
    'camera-missing',
    'camera-busy',
    'camera-lost',
    'camera-insecure',
    'tracker-unsupported',
    'photo-no-face',
    'photo-no-hand',
    'model-unreachable',
    'people-unreachable',
    'not-wearable',
    'no-webgl',
    'context-lost',
    'unreachable',
  ] as const)('%s has a sentence and a remedy', (code) => {
    const { what, remedy } = faultAdvice({ code }, facts)
    expect(sentences[`tryon.${what.key}`]).toBeTruthy()
    expect(sentences[`tryon.${remedy.key}`]).toBeTruthy()
  })

  it.each(['dismissed', 'blocked', 'system', 'policy', 'in-app'] as const)(
    'a camera denied because of %s has a remedy',
    (why) => {
      expect(sentences[`tryon.${denied(why).remedy.key}`]).toBeTruthy()
    },
  )

  it('tells where this browser keeps the permission', () => {
    expect(denied('blocked', { userAgent: ANDROID }).remedy.key).toBe('allow.chromeAndroid')
    expect(denied('blocked', { userAgent: IPHONE }).remedy.key).toBe('allow.safariIos')
  })

  it('leads out of an app', () => {
    const inApp = denied('in-app', { userAgent: `${ANDROID} Instagram 300.0` })
    expect(inApp.remedy.values).toEqual({ app: 'Instagram' })
    expect(inApp.exit).toMatchObject({ how: 'link' })
    expect(denied('in-app', { userAgent: `${IPHONE} Instagram 300.0` }).exit).toEqual({
      how: 'instructions',
      key: 'ios',
    })
  })

  it('offers a page of its own, and nothing to try again, where the page around forbids it', () => {
    expect(denied('policy')).toMatchObject({ again: false, exit: { how: 'alone' } })
  })

  it('blames the connection when there is none', () => {
    const offline = { ...facts, online: false }
    expect(faultAdvice({ code: 'tracker-unreachable', file: 'x' }, offline).remedy.key).toBe('offline')
    expect(faultAdvice({ code: 'camera-busy' }, offline).remedy.key).toBe('remedy.camera-busy')
  })

  it('says what is wrong with a photo', () => {
    expect(faultAdvice({ code: 'photo-unreadable', why: 'heic' }, facts).remedy.key).toBe('photo.heic')
    expect(faultAdvice({ code: 'photo-unreadable', why: 'not-a-picture' }, facts).remedy.key).toBe(
      'remedy.photo-unreadable',
    )
  })
})
