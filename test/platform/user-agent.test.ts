import { expect, it } from 'vitest'
import { deviceKind, inAppBrowser, isFirefox } from '../../src/platform/user-agent'
import { USER_AGENTS } from './user-agents'

it.each([
  ['iphoneSafari', 'ios', undefined],
  ['iphoneChrome', 'ios', undefined],
  ['iphoneWebView', 'ios', 'unknown'],
  ['iphoneInstagram', 'ios', 'Instagram'],
  ['iphoneFacebook', 'ios', 'Facebook'],
  ['iphoneMessenger', 'ios', 'Messenger'],
  ['iphoneWeChat', 'ios', 'WeChat'],
  ['iphoneLinkedIn', 'ios', 'LinkedIn'],
  ['iphoneLine', 'ios', 'LINE'],
  ['pixelChrome', 'android', undefined],
  ['pixelFirefox', 'android', undefined],
  ['pixelSamsung', 'android', undefined],
  ['pixelWebView', 'android', 'unknown'],
  ['pixelInstagram', 'android', 'Instagram'],
  ['pixelTikTok', 'android', 'TikTok'],
  ['pixelWeChat', 'android', 'WeChat'],
  ['quest', 'headset', undefined],
  ['desktopChrome', 'desktop', undefined],
  ['desktopFirefox', 'desktop', undefined],
] as const)('%s is %s in %s', (name, kind, app) => {
  expect(deviceKind(USER_AGENTS[name])).toBe(kind)
  expect(inAppBrowser(USER_AGENTS[name])?.app).toBe(app)
})

it('tells an iPad from the Macintosh it says it is', () => {
  expect(deviceKind(USER_AGENTS.ipad, 5)).toBe('ios')
  expect(deviceKind(USER_AGENTS.ipad, 0)).toBe('desktop')
})

it('knows Firefox', () => {
  expect(isFirefox(USER_AGENTS.pixelFirefox)).toBe(true)
  expect(isFirefox(USER_AGENTS.pixelChrome)).toBe(false)
})
