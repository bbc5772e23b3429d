import { type DeviceKind, deviceKind, type InAppBrowser, inAppBrowser, isFirefox } from './user-agent'

/** What is known of the device and of the page's place in it. */
export interface DeviceFacts {
  readonly kind: DeviceKind
  /** `immersive-ar`: the browser has it, has WebXR without it, or has no WebXR (as on any http page). */
  readonly xr: 'ar' | 'no-ar' | 'absent'
  /** Whether the page that embeds this one, if any, lets it use `xr-spatial-tracking`. */
  readonly xrAllowed: boolean
  /** Links of `rel="ar"` open AR Quick Look. */
  readonly quickLook: boolean
  /** A secure context: https, or the device itself. */
  readonly secure: boolean
  /** The address is this very machine's (`localhost`), which a phone cannot open. */
  readonly localAddress: boolean
  readonly inApp?: InAppBrowser
  readonly firefox: boolean
  /** `?xr=emulate` or `?xr=emulate-phone` is in the address. */
  readonly emulated: boolean
}

/** The files a product, or a shopper's own model, has for the viewers outside the browser. */
export interface ArFiles {
  /** There is a USDZ. */
  readonly usdz: boolean
  /** There is a plain GLB at a web address. */
  readonly sceneViewerGlb: boolean
  /** The page's address leads to the same product elsewhere; a file picked from this device has none. */
  readonly address: boolean
}

/** Why there is no AR here. Its sentence is `ar.none.<reason>` in the platform messages, with `detail`. */
export type NoArReason =
  | 'in-app-browser'
  | 'no-https'
  | 'not-allowed-by-page'
  | 'browser-without-ar'
  | 'device-without-ar'
  | 'no-file'
  | 'file-stays-here'

/** What the page can offer instead: a button beside the sentence. */
export type WayOut = 'open-in-browser' | 'open-alone' | 'copy-address' | 'view-3d'

/** How a product gets into the shopper's room from here. */
export type ArWay =
  | { readonly way: 'webxr' }
  | { readonly way: 'quick-look' }
  | { readonly way: 'scene-viewer' }
  /** `caution`: the phone would come to an address without AR; its sentence is `ar.caution.<caution>`. */
  | { readonly way: 'phone-qr'; readonly caution?: 'no-https' | 'local-address' }
  | {
      readonly way: 'none'
      readonly reason: NoArReason
      readonly out: WayOut
      readonly detail: Readonly<Record<string, string>>
    }

const EVERY_FILE: ArFiles = { usdz: true, sceneViewerGlb: true, address: true }

/**
 * Decides the one way to show a product in the shopper's room: the best this device has, or the reason there is none
 * and the way out. Pure, so that every device can be tested without having it.
 */
export function arWay(device: DeviceFacts, files: ArFiles = EVERY_FILE): ArWay {
  if (device.emulated) return { way: 'webxr' }
  if (device.xr === 'ar' && device.xrAllowed) return { way: 'webxr' }
  // An app's web view may claim to open rel="ar" links, and then show a blank page.
  if (device.inApp) return none('in-app-browser', 'open-in-browser', { app: device.inApp.app })
  if (device.quickLook) return files.usdz ? { way: 'quick-look' } : none('no-file', 'view-3d')

  switch (device.kind) {
    case 'ios':
      return none('browser-without-ar', 'copy-address', { browser: 'Safari' })
    case 'headset':
      if (!device.secure) return none('no-https', 'copy-address')
      if (!device.xrAllowed) return none('not-allowed-by-page', 'open-alone')
      return none('device-without-ar', 'view-3d')
    case 'android':
      return onAndroid(device, files)
    case 'desktop':
      return onDesktop(device, files)
  }
}

/** Android without WebXR: Scene Viewer, which fetches an https file by itself. */
function onAndroid(device: DeviceFacts, files: ArFiles): ArWay {
  if (!device.secure) return none('no-https', 'copy-address')
  if (device.firefox) return none('browser-without-ar', 'open-in-browser', { browser: 'Chrome' })
  if (files.sceneViewerGlb) return { way: 'scene-viewer' }
  // A shopper's own file can only be placed by WebXR, so here the embedding page is what stands in the way.
  if (!device.xrAllowed) return none('not-allowed-by-page', 'open-alone')
  return files.address ? none('no-file', 'view-3d') : none('device-without-ar', 'view-3d')
}

function onDesktop(device: DeviceFacts, files: ArFiles): ArWay {
  if (!files.address) return none('file-stays-here', 'view-3d')
  if (device.localAddress) return { way: 'phone-qr', caution: 'local-address' }
  return device.secure ? { way: 'phone-qr' } : { way: 'phone-qr', caution: 'no-https' }
}

function none(reason: NoArReason, out: WayOut, detail: Readonly<Record<string, string>> = {}): ArWay {
  return { way: 'none', reason, out, detail }
}

/** Longest wait for the browser's answer on AR, ms: some headsets' runtimes never give one. */
const XR_ANSWER_MS = 3000

/** Asks the browser for the facts. Never rejects; what cannot be asked is taken as absent. Call it in a browser. */
export async function readDevice(): Promise<DeviceFacts> {
  const { userAgent, maxTouchPoints } = navigator
  const kind = deviceKind(userAgent, maxTouchPoints)
  const inApp = inAppBrowser(userAgent)
  return {
    kind,
    xr: await readXR(),
    xrAllowed: allowsFeature('xr-spatial-tracking'),
    quickLook: document.createElement('a').relList?.supports?.('ar') ?? false,
    secure: isSecureContext,
    localAddress: isLocalAddress(location.hostname),
    ...(inApp ? { inApp } : {}),
    firefox: isFirefox(userAgent),
    emulated: /^emulate/.test(new URLSearchParams(location.search).get('xr') ?? ''),
  }
}

/** Whether a host name means the machine itself. */
export function isLocalAddress(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

async function readXR(): Promise<DeviceFacts['xr']> {
  const xr = (navigator as { xr?: Pick<XRSystem, 'isSessionSupported'> }).xr
  if (!xr) return 'absent'
  try {
    const answer = xr.isSessionSupported('immersive-ar')
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, XR_ANSWER_MS, false))
    return (await Promise.race([answer, late])) ? 'ar' : 'no-ar'
  } catch {
    // SecurityError: a permissions policy forbids it, which `xrAllowed` says.
    return 'no-ar'
  }
}

interface Policy {
  allowsFeature(feature: string): boolean
}

/** Whether the permissions policy lets this page use a feature. It is asked under either of its names; browsers without it are asked by trying. */
export function allowsFeature(feature: string): boolean {
  const page = document as { permissionsPolicy?: Policy; featurePolicy?: Policy }
  return (page.permissionsPolicy ?? page.featurePolicy)?.allowsFeature(feature) ?? true
}
