/** Why a session could not begin, or ended by itself. Its sentence is `placement.fault.<code>`. */
export type PlacementFaultCode =
  | 'noHttps'
  | 'notSupported'
  | 'notAllowedByPage'
  | 'denied'
  | 'busy'
  | 'noHitTest'
  | 'noGraphics'
  | 'nothingToPlace'
  | 'unknown'

export interface PlacementFault {
  readonly code: PlacementFaultCode
  /** For the developer's console; never shown to a shopper. */
  readonly cause?: unknown
}

/** What the page knows of itself before it asks for a session. */
export interface PageFacts {
  readonly secure: boolean
  readonly hasXr: boolean
  /** The page's permissions policy lets it use WebXR; undefined where the browser does not say. */
  readonly allowed: boolean | undefined
}

/** The fault that is certain before asking, or undefined. */
export function faultBeforeAsking(facts: PageFacts): PlacementFault | undefined {
  if (!facts.secure) return { code: 'noHttps' }
  if (facts.allowed === false) return { code: 'notAllowedByPage' }
  if (!facts.hasXr) return { code: 'notSupported' }
  return undefined
}

/**
 * The fault behind a refused `requestSession`. Names from the WebXR Device API, "requestSession".
 * Chrome says NotAllowedError when the shopper declines and SecurityError when the page may not ask.
 */
export function faultOfRefusal(error: unknown, facts: PageFacts): PlacementFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return { code: 'denied', cause: error }
  if (name === 'SecurityError') {
    return { code: facts.allowed === false ? 'notAllowedByPage' : 'denied', cause: error }
  }
  if (name === 'NotSupportedError') return { code: 'notSupported', cause: error }
  if (name === 'InvalidStateError') return { code: 'busy', cause: error }
  return { code: 'unknown', cause: error }
}
