/**
 * Why the camera was refused: what to do differs with it. The sentence is `camera.denied.<why>` in the platform messages.
 */
export type CameraRefusal =
  /** The question was closed without an answer: it can be asked again. */
  | 'dismissed'
  /** The browser remembers a no for this site. */
  | 'blocked'
  /** The browser itself may not use the camera: a setting of the device. */
  | 'system'
  /** A permissions policy: the page that embeds this one does not let it. */
  | 'policy'
  /** The browser inside an app. */
  | 'in-app'

/** What can keep a camera from giving pictures. */
export type CameraFault =
  | { readonly code: 'camera-denied'; readonly why: CameraRefusal }
  /** There is none, or the browser knows no cameras at all. */
  | { readonly code: 'camera-missing' }
  /** Another program holds it. */
  | { readonly code: 'camera-busy' }
  /** It was open, and was unplugged, taken away or interrupted. */
  | { readonly code: 'camera-lost' }
  /** Browsers open cameras only over https. */
  | { readonly code: 'camera-insecure' }
  | { readonly code: 'aborted' }

/** What is known of the page when the camera said no. */
export interface RefusalFacts {
  /** The error's name. */
  readonly name: string
  /** The permission as the browser remembers it; undefined where it does not tell. */
  readonly permission: PermissionState | undefined
  /** The permissions policy lets this page use the camera. */
  readonly allowed: boolean
  readonly inApp: boolean
}

/** The fault that an error of `getUserMedia` means. Pure, so that every browser's refusal can be tested. */
export function cameraFaultOf(facts: RefusalFacts): CameraFault {
  switch (facts.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return { code: 'camera-denied', why: refusalOf(facts) }
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return { code: 'camera-missing' }
    // NotReadableError: the driver said no; AbortError: it began and stopped; TrackStartError: Chrome before 2018.
    default:
      return { code: 'camera-busy' }
  }
}

function refusalOf({ permission, allowed, inApp, name }: RefusalFacts): CameraRefusal {
  if (!allowed) return 'policy'
  if (inApp) return 'in-app'
  if (name === 'SecurityError') return 'policy'
  // The site may, yet the camera did not open: the browser may not.
  if (permission === 'granted') return 'system'
  return permission === 'prompt' ? 'dismissed' : 'blocked'
}
