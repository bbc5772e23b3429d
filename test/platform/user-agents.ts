/** What browsers of 2026 call themselves. */
const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)'
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/145.0.0.0 Mobile Safari/537.36'

export const USER_AGENTS = {
  iphoneSafari: `${IOS} Version/18.6 Mobile/15E148 Safari/604.1`,
  iphoneChrome: `${IOS} CriOS/145.0.0.0 Mobile/15E148 Safari/604.1`,
  iphoneWebView: `${IOS} Mobile/15E148`,
  iphoneInstagram: `${IOS} Mobile/22G86 Instagram 390.0.0.28.85 (iPhone16,1; iOS 18_6; en_GB)`,
  iphoneFacebook: `${IOS} Mobile/22G86 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/1]`,
  iphoneMessenger: `${IOS} Mobile/22G86 [FBAN/MessengerForiOS;FBAV/520.0.0.30.108]`,
  iphoneWeChat: `${IOS} Mobile/22G86 MicroMessenger/8.0.60(0x18003c2b) NetType/WIFI Language/zh_CN`,
  iphoneLinkedIn: `${IOS} Mobile/22G86 [LinkedInApp]/9.31.1`,
  iphoneLine: `${IOS} Mobile/22G86 Safari Line/15.10.0`,
  ipad: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  pixelChrome: `${ANDROID} Chrome/145.0.0.0 Mobile Safari/537.36`,
  pixelFirefox: 'Mozilla/5.0 (Android 15; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0',
  pixelSamsung: `${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  pixelWebView: WEBVIEW,
  pixelInstagram: `${WEBVIEW} Instagram 390.0.0.43.81 Android (35/15; 420dpi; 1080x2424; Google; Pixel 9)`,
  pixelTikTok: `${WEBVIEW} trill_400502 BytedanceWebview/d8a21c6`,
  pixelWeChat: `${WEBVIEW} MMWEBID/1 MicroMessenger/8.0.60.2860(0x28003C35) WeChat/arm64`,
  quest:
    'Mozilla/5.0 (X11; Linux x86_64; Quest 3) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/40.2 Chrome/138.0.0.0 VR Safari/537.36',
  desktopChrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36',
  desktopFirefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0',
} as const
