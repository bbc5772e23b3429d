/**
 * What only the user agent string tells. Everything else is asked of the browser itself (capability.ts): strings lie,
 * so they decide nothing that a feature can.
 */

/** The kind of device, as far as AR is concerned. */
export type DeviceKind = 'ios' | 'android' | 'headset' | 'desktop'

/** The browser built into an app, which has no AR. */
export interface InAppBrowser {
  /** The app's own name, or `unknown`. */
  readonly app: string
}

// Order matters: Messenger's browser says FBAN as well, TikTok's says Bytedance in China.
const APPS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Instagram', /\bInstagram\b/],
  ['Messenger', /\bFBAN\/Messenger|MessengerForiOS|FB_IAB\/(?:Messenger|MESSENGER)/],
  ['Facebook', /\bFBAN\/|\bFBAV\/|\bFB_IAB\//],
  ['WeChat', /\bMicroMessenger\//],
  ['LinkedIn', /\bLinkedInApp\b/],
  ['TikTok', /\bmusical_ly|\bTikTok|\btrill_|BytedanceWebview|\baweme/i],
  ['LINE', /\bLine\/\d/],
  ['Snapchat', /\bSnapchat\b/],
  ['Pinterest', /\bPinterest\b/],
  ['X', /\bTwitter\b/],
  ['KakaoTalk', /\bKAKAOTALK\b/],
  ['QQ', /\bQQ\/\d/],
  ['Weibo', /\bWeibo\b/i],
  ['Alipay', /\bAlipayClient\//],
  ['Telegram', /\bTelegram-(?:Android|iOS)\b/],
  ['Reddit', /\bReddit\/(?:Version|\d)/],
]

/** Real browsers on iOS, all of them WebKit, which pass `rel="ar"` links on to Quick Look. */
const IOS_BROWSERS = /\b(?:CriOS|EdgiOS|FxiOS|GSA|DuckDuckGo|OPT|OPiOS|Brave|YaBrowser)\//

/**
 * The kind of device.
 *
 * @param touchPoints `navigator.maxTouchPoints`: an iPad calls itself a Macintosh, but no Macintosh has a touch screen
 */
export function deviceKind(userAgent: string, touchPoints = 0): DeviceKind {
  if (/OculusBrowser|\bQuest\b|PicoBrowser|\bPico\b|Wolvic|MagicLeap|AndroidXR/i.test(userAgent))
    return 'headset'
  if (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent)) return 'ios'
  if (/\bMacintosh\b/.test(userAgent) && touchPoints > 1) return 'ios'
  if (/\bAndroid\b/.test(userAgent)) return 'android'
  return 'desktop'
}

/** The app whose browser this is, if it is an app's. */
export function inAppBrowser(userAgent: string): InAppBrowser | undefined {
  for (const [app, pattern] of APPS) if (pattern.test(userAgent)) return { app }
  const androidWebView = /\bAndroid\b/.test(userAgent) && /;\s*wv\)/.test(userAgent)
  // Safari and every browser on iOS say `Safari/`; a bare web view does not.
  const iosWebView = /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) && !/\bSafari\//.test(userAgent)
  if (androidWebView || (iosWebView && !IOS_BROWSERS.test(userAgent))) return { app: 'unknown' }
  return undefined
}

/** Whether this is Firefox, which on Android does not hand AR links to Scene Viewer. */
export function isFirefox(userAgent: string): boolean {
  return /\bFirefox\//.test(userAgent)
}

/** Browsers that hide the switch for the camera in different places. */
export type BrowserFamily = 'chrome' | 'chromeAndroid' | 'safariIos' | 'otherIos' | 'safariMac' | 'firefox'

/** Whose words are needed to tell a shopper where a permission is changed. */
export function browserFamily(userAgent: string, touchPoints = 0): BrowserFamily {
  if (deviceKind(userAgent, touchPoints) === 'ios') {
    return IOS_BROWSERS.test(userAgent) ? 'otherIos' : 'safariIos'
  }
  if (isFirefox(userAgent)) return 'firefox'
  if (/\bAndroid\b/.test(userAgent)) return 'chromeAndroid'
  // Chrome and its kin say Safari too.
  return /\bSafari\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent) ? 'safariMac' : 'chrome'
}
