import type { DeviceFacts } from '../../platform/capability'
import { type BrowserExit, browserExit } from '../../platform/open-in-browser'
import { browserFamily, deviceKind, inAppBrowser } from '../../platform/user-agent'
import type { TryVisitState } from './try-visit'

/** A sentence of the try-on messages, without its `tryon.`. */
export interface Sentence {
  readonly key: string
  readonly values?: Readonly<Record<string, string>>
}

/** What is said of a fault and what can be done about it; photo, model and product page are always offered beside it. */
export interface FaultAdvice {
  readonly what: Sentence
  readonly remedy: Sentence
  /** Trying again may help. */
  readonly again: boolean
  /** The way to a browser that has a camera, or to a page of its own. */
  readonly exit?: BrowserExit | { readonly how: 'alone' }
}

/** What is known of the browser. */
export interface AdviceFacts {
  readonly userAgent: string
  readonly touchPoints: number
  readonly online: boolean
  /** Absolute address of this page. */
  readonly address: string
}

/** Faults that a connection mends. */
const NEEDS_NETWORK = /^(unreachable|tracker-unreachable|model-unreachable|people-unreachable)$/
/** Faults that stay whatever is pressed. */
const FINAL = /^(camera-insecure|tracker-unsupported|photo-.+|not-wearable)$/

/** The words and ways for a fault. Pure, so that every browser's can be tested. */
export function faultAdvice(fault: NonNullable<TryVisitState['fault']>, facts: AdviceFacts): FaultAdvice {
  const what: Sentence = { key: `fault.${fault.code}` }
  const remedy: Sentence = { key: `remedy.${fault.code}` }
  const again = !FINAL.test(fault.code)
  if (fault.code === 'photo-unreadable' && fault.why !== 'not-a-picture')
    return { what, remedy: { key: `photo.${fault.why}` }, again }
  if (NEEDS_NETWORK.test(fault.code) && !facts.online) return { what, remedy: { key: 'offline' }, again }
  if (fault.code !== 'camera-denied') return { what, remedy, again }
  switch (fault.why) {
    case 'blocked':
      return { what, remedy: { key: `allow.${browserFamily(facts.userAgent, facts.touchPoints)}` }, again }
    case 'policy':
      return { what, remedy: { key: 'denied.policy' }, again: false, exit: { how: 'alone' } }
    case 'in-app': {
      const inApp = inAppBrowser(facts.userAgent) ?? { app: 'unknown' }
      const device: Pick<DeviceFacts, 'kind' | 'inApp'> = {
        kind: deviceKind(facts.userAgent, facts.touchPoints),
        inApp,
      }
      return {
        what,
        remedy: { key: 'denied.in-app', values: { app: inApp.app } },
        again,
        exit: browserExit(facts.address, device),
      }
    }
    default:
      return { what, remedy: { key: `denied.${fault.why}` }, again }
  }
}
