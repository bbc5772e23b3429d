import type { DeviceFacts } from './capability'

/**
 * How to get from an app's own browser to a real one.
 *
 * `link`: a link the phone opens in its browser. `instructions`: no link works, so the shopper is told which menu to
 * use (the sentence is `openInBrowser.<key>` in the platform messages), beside a button that copies the address.
 */
export type BrowserExit =
  | { readonly how: 'link'; readonly href: string }
  | { readonly how: 'instructions'; readonly key: 'ios' | 'android' }

/** Apps whose browser blocks `intent:` links. */
const BLOCKS_INTENTS = /^(WeChat|QQ|Alipay|Weibo)$/

/**
 * The way to the phone's own browser.
 *
 * @param address absolute address to open. An intent has no room for its `#…`, so with one there is no link.
 */
export function browserExit(address: string, device: Pick<DeviceFacts, 'kind' | 'inApp'>): BrowserExit {
  const url = new URL(address)
  if (device.kind === 'ios') return { how: 'instructions', key: 'ios' }
  const linkWorks = device.kind === 'android' && !url.hash && !BLOCKS_INTENTS.test(device.inApp?.app ?? '')
  if (!linkWorks) return { how: 'instructions', key: 'android' }
  const rest = url.href.slice(url.protocol.length + 2)
  return {
    how: 'link',
    href:
      `intent://${rest}#Intent;scheme=${url.protocol.slice(0, -1)};package=com.android.chrome;` +
      'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;' +
      `S.browser_fallback_url=${encodeURIComponent(url.href)};end;`,
  }
}
